import type { RunRecord } from '../model/run-record.ts';
import type { Experiment } from '../model/world-spec.ts';
import { type Player, playOnThreads } from '../study/player.ts';

/** Plays single runs off the thread of the screen, in memory, with who paid whom. */
export interface RunPlayer {
  /** Rejects where the model finds its own books broken, or once closed. */
  readonly play: (experiment: Experiment, seed: number) => Promise<RunRecord>;
  readonly close: () => Promise<void>;
}

/** A scenario and what it is compared with are played at once. */
const threads = 2;

/** Opens a player of replicate 1. Its threads start with the first run. */
export function openRunPlayer(): RunPlayer {
  let opening: Promise<Player> | undefined;
  return {
    play: async (experiment, seed) => {
      opening ??= playOnThreads(threads);
      const job = { experiment, studySeed: seed, replicate: 1, keepFlows: true };
      const [outcome] = await (await opening).play([job]);
      if (outcome.status === 'ok') return outcome.record;
      throw new Error(outcome.message);
    },
    close: async () => (await opening)?.close(),
  };
}
