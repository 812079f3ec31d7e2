import { availableParallelism } from 'node:os';
import { type BatchScreen, mountBatch } from '../dashboard/batch/mount.ts';
import type { BatchAbout } from '../dashboard/batch/snapshot.ts';
import { exitCodeOf, type Leaving } from '../dashboard/leaving.ts';
import type { ExportedStudy } from '../export/package.ts';
import { sizeOf } from '../export/plan-size.ts';
import { type Working, workStudy } from '../export/work-study.ts';
import { createHold, type Hold } from '../study/hold.ts';
import type { StudyProgress } from '../study/progress.ts';
import { countRuns, replicatesOf } from '../study/run-order.ts';
import { watchInterrupts } from './interrupts.ts';
import { say } from './streams.ts';
import { tellUnfinished } from './tell-unfinished.ts';
import type { WorkedAndTold, WorkTelling } from './work-told.ts';

type Asked = Pick<Working, 'workers' | 'onFailure' | 'shard' | 'facts'>;

/**
 * Works a study behind a screen, which opens with the first runs and closes before tables are written. The user may hold the queue, stop after
 * the runs at hand, or stop at once: then the process ends here. A signal or a fault of the screen lets the runs at hand be finished.
 */
export async function watchWork(
  study: ExportedStudy,
  asked: Asked,
  telling: WorkTelling,
): Promise<WorkedAndTold> {
  const sitting = openSitting(study, asked, telling);
  try {
    const worked = await workStudy(study, {
      ...asked,
      hasScreen: true,
      say: sitting.say,
      onProgress: sitting.onProgress,
      hold: sitting.hold,
      signal: sitting.signal,
    });
    const leaving = await sitting.close();
    // Nobody is left to be told anything.
    if (leaving.reason === 'hung-up') process.exit(exitCodeOf(leaving));
    return leaving.reason === 'quit' ? { worked } : { worked, exitCode: exitCodeOf(leaving) };
  } finally {
    await sitting.close();
  }
}

interface Sitting {
  readonly say: (sentence: string) => void;
  readonly onProgress: (progress: StudyProgress) => void;
  readonly hold: Hold;
  readonly signal: AbortSignal;
  /** Closes the screen where one is open, and says how it ended. */
  readonly close: () => Promise<Leaving>;
}

function openSitting(study: ExportedStudy, asked: Asked, telling: WorkTelling): Sitting {
  const stop = new AbortController();
  const hold = createHold(() => performance.now());
  const sayings = holdSayings();
  let latest: StudyProgress | undefined;
  let screen: BatchScreen | undefined;
  let left: Promise<Leaving> = Promise.resolve({ reason: 'quit' });
  let stopListening = (): void => {};
  const onLeft = (leaving: Leaving): Leaving => {
    sayings.release();
    if (leaving.reason === 'quit') return leaving;
    if (leaving.reason === 'interrupted')
      process.exit(tellUnfinished({ state: 'interrupted', progress: latest! }, study.folder, telling.goOn));
    stopListening = watchInterrupts(stop).stop;
    stop.abort();
    hold.release();
    return leaving;
  };
  const open = (progress: StudyProgress): void => {
    const options = screenOptions(study, asked, telling, progress);
    screen = mountBatch({ ...options, hold, onStop: () => stop.abort() });
    sayings.hold();
    left = screen.left.then(onLeft);
  };
  return {
    say: sayings.say,
    hold,
    signal: stop.signal,
    onProgress: (progress) => {
      latest = progress;
      if (progress.done === progress.total) screen?.close();
      else if (screen === undefined) open(progress);
      else screen.tell(progress);
    },
    close: async () => {
      screen?.close();
      const leaving = await left;
      stopListening();
      return leaving;
    },
  };
}

function screenOptions(study: ExportedStudy, asked: Asked, telling: WorkTelling, progress: StudyProgress) {
  const { stdin, stdout, stderr } = process;
  const color = telling.color === false ? ('never' as const) : ('auto' as const);
  return { about: aboutOf(study, asked, progress), progress, color, stdin, stdout, stderr };
}

function aboutOf(
  { plan, folder, experiments }: ExportedStudy,
  { workers }: Asked,
  { total }: StudyProgress,
): BatchAbout {
  const { name, studySeed, design, months, outcomes } = plan;
  return {
    name,
    folder,
    seed: studySeed,
    points: design.points,
    replicates: replicatesOf(plan),
    months,
    workers: workers ?? availableParallelism(),
    outcomes,
    expectedBytes: (sizeOf(plan, experiments[0].world).bytes * total) / countRuns(plan),
  };
}

/** Sentences that wait while a screen is shown, which they would tear. */
function holdSayings() {
  let waiting: string[] | undefined;
  return {
    say: (sentence: string): void => {
      if (waiting === undefined) say(sentence);
      else waiting.push(sentence);
    },
    hold: (): void => {
      waiting = [];
    },
    release: (): void => {
      for (const sentence of waiting ?? []) say(sentence);
      waiting = undefined;
    },
  };
}
