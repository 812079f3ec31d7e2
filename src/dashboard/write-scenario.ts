import { InvalidInput } from '../engine/problem.ts';
import type { Laboratory } from './laboratory.ts';
import type { Snapshot } from './snapshot.ts';

/** Writes the scenario with its shocks; tells where it is, or why it is nowhere. */
export async function writeScenario(laboratory: Laboratory, { state }: Snapshot): Promise<string> {
  return laboratory.save(state.thrown.shocks).then(
    (path) => `Written: ${path}`,
    (error: unknown) => `Not written: ${reasonOf(error)}`,
  );
}

/** A disk that is full or a folder that is closed to us is no fault of the program: the screen goes on. */
function reasonOf(error: unknown): string {
  if (error instanceof InvalidInput) return error.message;
  return error instanceof Error ? error.message : String(error);
}
