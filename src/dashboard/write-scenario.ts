import { InvalidInput } from '../engine/problem.ts';
import type { Laboratory } from './laboratory.ts';
import type { LiveScreen } from './live-screen.ts';

/** Writes the scenario with its shocks whenever keys have asked for it since the last call, and tells where it is or why it is nowhere. */
export function createWriting(laboratory: Laboratory | undefined, live: LiveScreen): () => void {
  let written = 0;
  return () => {
    const { writes, thrown } = live.now().state;
    if (laboratory === undefined || writes === written) return;
    written = writes;
    laboratory.save(thrown.shocks).then(
      (path) => tell(live, `Written: ${path}`),
      (error: unknown) => tell(live, `Not written: ${reasonOf(error)}`),
    );
  };
}

function tell(live: LiveScreen, notice: string): void {
  live.update({ state: { ...live.now().state, notice } });
}

/** A disk that is full or a folder that is closed to us is no fault of the program: the screen goes on. */
function reasonOf(error: unknown): string {
  if (error instanceof InvalidInput) return error.message;
  return error instanceof Error ? error.message : String(error);
}
