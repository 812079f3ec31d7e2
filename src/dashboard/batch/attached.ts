import type { StudyWatch } from '../../study/study-look.ts';
import type { Keeper } from '../keeper.ts';
import { type RunScreenOptions, runScreen } from '../run-screen.ts';
import type { Stage, StagedScreen } from '../stage.ts';
import { type Commands, createLiveBatch, type LiveBatch } from './live.ts';
import { shownStudy } from './shown-study.ts';
import type { BatchAbout } from './snapshot.ts';
import { startBatchState, type WatchCommand, watchCommandOf } from './state.ts';
import { takenUp } from './taken-up.ts';

/** The folder of a study to watch, whoever works it. */
export interface AttachedBatch {
  /** Writes what is shown to files; without it nothing is written. */
  readonly keeper?: Keeper;
  readonly about: BatchAbout;
  readonly watch: StudyWatch;
  /** Plays the first replicate of a scenario, by its place among the plan's, at the first point again. Rejects with a sentence where the folder no longer makes it. */
  readonly play: (scenario: number) => Promise<RunScreenOptions>;
}

const lookMs = 1000;
const tickMs = 250;
/** Until a notice is on the screen: reading a study's files keeps this thread from drawing. */
const noticeMs = 150;

/** The screen of a folder that others work, or nobody: Esc goes back, q leaves at once, Enter opens the Run view of the selected scenario. */
export function attachedBatchScreen({ about, watch, play, keeper }: AttachedBatch): StagedScreen {
  return (surface, stage) => {
    let toldAt = performance.now();
    let shown = shownStudy(about, watch.latest());
    let isClosed = false;
    let isOpening = false;
    const open = async (): Promise<void> => {
      if (isOpening) return;
      isOpening = true;
      const run = await playSelected(play, live);
      isOpening = false;
      if (run !== undefined && !isClosed) stage.open(runScreen({ ...run, study: () => shown }));
    };
    const onFault = (error: unknown): void => stage.leave({ reason: 'failed', error });
    const commands: Commands<WatchCommand> = {
      of: (state, _phase, key) => watchCommandOf(state, key),
      obey: (command) => obey(command, live, stage, open),
    };
    const start = { ...shown, notice: '', state: startBatchState };
    const takeUp = takenUp(surface, keeper, (notice) => live.update({ notice }), onFault);
    const live: LiveBatch = createLiveBatch(start, surface, commands, takeUp);
    const onLook = (): void => {
      toldAt = performance.now();
      shown = shownStudy(about, watch.latest());
      const { phase, ...rest } = shown;
      live.update(rest);
      live.enter(phase);
    };
    const stopLooking = lookOften(watch, onLook, onFault);
    const timer = setInterval(() => {
      const { state, seconds } = watch.latest();
      if (state === 'worked') live.pass(seconds + (performance.now() - toldAt) / 1000);
    }, tickMs);
    return {
      press: live.press,
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

function obey(command: WatchCommand, live: LiveBatch, stage: Stage, onPlay: () => Promise<void>): void {
  if (command === 'quit') stage.leave({ reason: 'quit' });
  if (command === 'interrupt') stage.leave({ reason: 'interrupted' });
  if (command === 'play') void onPlay();
  if (command === 'back' && !stage.back()) live.update({ notice: 'This is the first screen; q leaves.' });
}

/** The run of the selected scenario; undefined where something keeps it from being played, which is said. */
async function playSelected(
  play: AttachedBatch['play'],
  live: LiveBatch,
): Promise<RunScreenOptions | undefined> {
  const { state, progress } = live.now();
  const { scenarioId } = progress.scenarios[state.selected];
  live.update({ notice: `Reading ${scenarioId} from the folder's own files; its run opens then.` });
  await new Promise((resolve) => setTimeout(resolve, noticeMs));
  try {
    const run = await play(state.selected);
    live.update({ notice: '' });
    return run;
  } catch (error) {
    live.update({ notice: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}
