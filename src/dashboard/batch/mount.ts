import type { Hold } from '../../study/hold.ts';
import type { StudyProgress } from '../../study/progress.ts';
import type { Keeper } from '../keeper.ts';
import type { Leaving } from '../leaving.ts';
import type { Surface } from '../live-screen.ts';
import { type Leave, type Live, showUntilLeft, type TerminalOptions } from '../show-until-left.ts';
import { createLiveBatch, type LiveBatch } from './live.ts';
import type { BatchAbout, BatchSnapshot } from './snapshot.ts';
import { type BatchCommand, commandOf, startBatchState } from './state.ts';
import { takenUp } from './taken-up.ts';

export { exitCodeOf } from '../leaving.ts';

/** A study at work, where to show it, and what keys may do to it. */
export interface BatchScreenOptions extends TerminalOptions {
  readonly about: BatchAbout;
  readonly progress: StudyProgress;
  readonly hold: Hold;
  /** Begins no more runs; those at hand are finished. */
  readonly onStop: () => void;
  /** Memory that this process takes; asked when a chunk is kept. */
  readonly residentBytes: () => number;
  /** Writes what is shown to files; without it nothing is written. */
  readonly keeper?: Keeper;
}

/** A screen that shows a study until it is closed. */
export interface BatchScreen {
  readonly tell: (progress: StudyProgress) => void;
  readonly close: () => void;
  /** `quit` once closed; anything else ended it before: `interrupted` is the wish to stop at once. The terminal is as it was by then. */
  readonly left: Promise<Leaving>;
}

const tickMs = 250;
/** A launcher and the terminal may both deliver one press. */
const samePressMs = 500;

/** Opens the screen of a sitting that begins now. `left` rejects only when it cannot be opened. */
export function mountBatch(options: BatchScreenOptions): BatchScreen {
  const start = performance.now();
  let { progress } = options;
  let live: LiveBatch | undefined;
  let leaveBy: Leave | undefined;
  let [isClosed, isStopped] = [false, false];
  const open = (surface: Surface, leave: Leave): Live => {
    leaveBy = leave;
    if (isClosed) leave({ reason: 'quit' });
    live = openLive({ ...options, progress }, start, surface, leave);
    if (isStopped) live.enter('finishing');
    const { press, resize, close } = live;
    return { press, resize, close };
  };
  const onEnding = (leaving: Leaving, leave: Leave): void => {
    if (leaving.reason !== 'interrupted') leave(leaving);
    else if (live !== undefined) live.press([{ action: 'interrupt', text: '' }]);
    else {
      isStopped = true;
      options.onStop();
    }
  };
  return {
    left: showUntilLeft(options, open, onEnding),
    tell: (told) => {
      progress = told;
      live?.update({ progress, residentBytes: options.residentBytes() });
    },
    close: () => {
      isClosed = true;
      leaveBy?.({ reason: 'quit' });
    },
  };
}

function openLive(options: BatchScreenOptions, start: number, surface: Surface, leave: Leave): LiveBatch {
  const { hold, onStop } = options;
  const seconds = (): number => (performance.now() - start - hold.heldFor()) / 1000;
  let stoppedAt = 0;
  const toggleHold = (): void => {
    if (hold.isHeld()) hold.release();
    else hold.hold();
    live.enter(hold.isHeld() ? 'held' : 'running');
  };
  const stop = (): void => {
    stoppedAt = performance.now();
    onStop();
    hold.release();
    live.enter('finishing');
  };
  const obey = (command: BatchCommand): void => {
    if (command === 'hold') toggleHold();
    else if (command === 'stop') stop();
    else if (performance.now() - stoppedAt > samePressMs) leave({ reason: 'interrupted' });
  };
  const onFault = (error: unknown): void => leave({ reason: 'failed', error });
  const takeUp = takenUp(surface, options.keeper, (notice) => live.update({ notice }), onFault);
  const begun = startSnapshot(options, seconds());
  const live: LiveBatch = createLiveBatch(begun, surface, { of: commandOf, obey }, takeUp);
  const timer = setInterval(() => live.pass(seconds()), tickMs);
  return {
    ...live,
    close: () => {
      clearInterval(timer);
      live.close();
    },
  };
}

function startSnapshot(options: BatchScreenOptions, seconds: number): BatchSnapshot {
  const { about, progress } = options;
  const shown = {
    about,
    progress,
    phase: 'running',
    seconds,
    residentBytes: options.residentBytes(),
  } as const;
  return { ...shown, worker: '', notice: '', state: startBatchState };
}
