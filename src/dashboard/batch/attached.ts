import type { StudyLook } from '../../study/study-look.ts';
import { actionsOf } from '../keys.ts';
import { type RunScreenOptions, runScreen } from '../run-screen.ts';
import type { Stage, StagedScreen } from '../stage.ts';
import { createLiveBatch, type LiveBatch } from './live.ts';
import type { BatchAbout, BatchSnapshot, ShownStudy } from './snapshot.ts';
import { startBatchState, type WatchCommand, watchCommandOf } from './state.ts';

/** The folder of a study to watch, whoever works it. */
export interface AttachedBatch {
  readonly about: BatchAbout;
  readonly watch: StudyWatch;
  /** Plays the first replicate of a scenario, by its place among the plan's, at the first point again. Rejects with a sentence where the folder no longer makes it. */
  readonly play: (scenario: number) => Promise<RunScreenOptions>;
}

/** Looks at a study's folder again and again. */
export interface StudyWatch {
  /** Looks; true where something changed. While the state is `reading`, there is more to read at once. Throws what the disk throws. */
  readonly look: () => boolean;
  /** What the latest look found. */
  readonly latest: () => StudyLook;
}

const lookMs = 1000;
const tickMs = 250;

/** The screen of a folder that others work, or nobody: Esc goes back, q leaves at once, Enter opens the Run view of the selected scenario. */
export function attachedBatchScreen({ about, watch, play }: AttachedBatch): StagedScreen {
  return (surface, stage) => {
    let toldAt = performance.now();
    let isClosed = false;
    const live: LiveBatch = createLiveBatch(startSnapshot(about, watch.latest()), surface, {
      of: (state, _phase, key) => watchCommandOf(state, key),
      obey: (command) => obey(command, live, stage, () => playSelected(play, live, stage, () => isClosed)),
    });
    const onLook = (): void => {
      toldAt = performance.now();
      const { phase, ...shown } = shownStudy(about, watch.latest());
      live.update(shown);
      live.enter(phase);
    };
    const stopLooking = lookOften(watch, onLook, (error) => stage.leave({ reason: 'failed', error }));
    const timer = setInterval(() => {
      const { state, seconds } = watch.latest();
      if (state === 'worked') live.pass(seconds + (performance.now() - toldAt) / 1000);
    }, tickMs);
    return {
      press: (keys) => live.press(actionsOf(keys)),
      resize: live.resize,
      close: () => {
        isClosed = true;
        stopLooking();
        clearInterval(timer);
        live.close();
      },
    };
  };
}

/** What the panels show of a folder as it was found. */
export function shownStudy(about: BatchAbout, { state, progress, holder, seconds }: StudyLook): ShownStudy {
  const worker = holder === undefined ? '' : `process ${holder.pid} on ${holder.host}`;
  return { about, progress, phase: state, seconds, worker, residentBytes: undefined };
}

function startSnapshot(about: BatchAbout, look: StudyLook): BatchSnapshot {
  return { ...shownStudy(about, look), notice: '', state: startBatchState };
}

/** Looks about once a second, and at once while there is more to read. Returns how to stop. */
function lookOften(watch: StudyWatch, onLook: () => void, onFault: (error: unknown) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const next = (): void => {
    timer = setTimeout(look, watch.latest().state === 'reading' ? 0 : lookMs);
  };
  const look = (): void => {
    try {
      if (watch.look()) onLook();
      next();
    } catch (error) {
      onFault(error);
    }
  };
  next();
  return () => clearTimeout(timer);
}

function obey(command: WatchCommand, live: LiveBatch, stage: Stage, onPlay: () => void): void {
  if (command === 'quit') stage.leave({ reason: 'quit' });
  if (command === 'interrupt') stage.leave({ reason: 'interrupted' });
  if (command === 'play') onPlay();
  if (command === 'back' && !stage.back()) live.update({ notice: 'This is the first screen; q leaves.' });
}

/** Opens the run over this screen; what keeps it from being played is said, and the screen stays. */
function playSelected(
  play: AttachedBatch['play'],
  live: LiveBatch,
  stage: Stage,
  isClosed: () => boolean,
): void {
  const { state, progress } = live.now();
  const { scenarioId } = progress.scenarios[state.selected];
  live.update({ notice: `Reading ${scenarioId} from the folder's own files; its run opens then.` });
  play(state.selected).then(
    (run) => {
      live.update({ notice: '' });
      if (!isClosed()) stage.open(runScreen(run));
    },
    (error: unknown) => live.update({ notice: error instanceof Error ? error.message : String(error) }),
  );
}
