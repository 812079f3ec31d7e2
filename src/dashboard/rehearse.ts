import { InvalidInput } from '../engine/problem.ts';
import type { Shock } from '../scenario/shock.ts';
import { keepLatestUsed, mostRemembered } from '../study/latest-used.ts';
import type { Laboratory, Rehearsal } from './laboratory.ts';
import { noShocks } from './shock-list.ts';
import type { Snapshot } from './snapshot.ts';

/** What is shown of shocks at the time: the run with them, or why there is none. */
export type Rehearsed =
  | { readonly shocks: readonly Shock[]; readonly shown: Rehearsal }
  | { readonly shocks: readonly Shock[]; readonly refused: string };

/** Keeps the run and the pairs in step with the shocks. */
export interface Rehearsing {
  /** To be called whenever keys may have changed the shocks or the view. */
  readonly follow: (snapshot: Snapshot) => void;
  readonly close: () => void;
}

/** What changes on the screen; `onRehearsed` is not called for shocks that are no longer wanted. */
export interface RehearsalEvents {
  readonly onPlaying: () => void;
  readonly onRehearsed: (rehearsed: Rehearsed) => void;
  readonly onPairs: (pairs: Snapshot['pairs']) => void;
  readonly onFault: (error: unknown) => void;
}

/**
 * Plays a list of shocks and remembers it, so that what is undone is shown again as it was, at once for the latest lists; one that was let go
 * is played anew, which gives the same run. Pairs are asked for only once a view wants them, and anew for every other list; what is known of an
 * earlier one the laboratory remembers.
 */
export function startRehearsing(laboratory: Laboratory, events: RehearsalEvents): Rehearsing {
  const known = keepLatestUsed<Promise<Rehearsal>>(mostRemembered);
  let isStarted = false;
  let wanted: readonly Shock[] = noShocks.shocks;
  let paired: string | undefined;
  let stopPairs = (): void => {};
  const show = (shocks: readonly Shock[]): void => {
    wanted = shocks;
    const playing = known.findOrMake(keyOf(shocks), () => laboratory.play(shocks));
    events.onPlaying();
    playing.then(
      (shown) => {
        if (wanted === shocks) events.onRehearsed({ shocks, shown });
      },
      (error: unknown) => {
        if (!(error instanceof InvalidInput)) events.onFault(error);
        else if (wanted === shocks) events.onRehearsed({ shocks, refused: error.message });
      },
    );
  };
  /** Only shocks that make a scenario are paired. */
  const pairIfPlayed = (shocks: readonly Shock[]): void => {
    known.find(keyOf(shocks))?.then(
      () => {
        if (wanted === shocks && paired !== keyOf(shocks)) pair(shocks);
      },
      () => undefined,
    );
  };
  const pair = (shocks: readonly Shock[]): void => {
    stopPairs();
    paired = keyOf(shocks);
    events.onPairs(undefined);
    stopPairs = laboratory.pair(shocks, events.onPairs, events.onFault);
  };
  return {
    follow({ state, record, experiment, parameters }) {
      if (record === undefined) return;
      if (!isStarted) known.findOrMake(keyOf(wanted), async () => ({ experiment, record, parameters }));
      isStarted = true;
      const { shocks } = state.thrown;
      if (shocks !== wanted) show(shocks);
      if (state.wantsPairs && paired !== keyOf(shocks)) pairIfPlayed(shocks);
    },
    close() {
      stopPairs();
      laboratory.close();
    },
  };
}

function keyOf(shocks: readonly Shock[]): string {
  return JSON.stringify(shocks);
}
