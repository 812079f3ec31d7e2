import type { BatchScreen } from '../dashboard/batch/mount.ts';
import type { Leaving } from '../dashboard/leaving.ts';
import type { ExportedStudy } from '../export/package.ts';
import { type Working, workStudy } from '../export/work-study.ts';
import { createHold, type Hold } from '../study/hold.ts';
import type { StudyProgress } from '../study/progress.ts';
import { batchAbout } from './batch-about.ts';
import type { ExitCode } from './exit-codes.ts';
import { holdSayings } from './hold-sayings.ts';
import { watchInterrupts } from './interrupts.ts';
import { keeperIn } from './keep-shown.ts';
import { tellUnfinished } from './tell-unfinished.ts';
import { terminalOf } from './terminal-options.ts';
import type { WorkedAndTold, WorkTelling } from './work-told.ts';

type Mount = typeof import('../dashboard/batch/mount.ts').mountBatch;
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
  const { exitCodeOf, mountBatch } = await import('../dashboard/batch/mount.ts');
  const sitting = openSitting(study, asked, telling, mountBatch);
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
    return leaving.reason === 'quit' ? { worked } : { worked, exitCode: exitCodeOf(leaving) as ExitCode };
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

function openSitting(study: ExportedStudy, asked: Asked, telling: WorkTelling, mount: Mount): Sitting {
  const stop = new AbortController();
  const hold = createHold(() => performance.now());
  const sayings = holdSayings();
  let latest: StudyProgress | undefined;
  let screen: BatchScreen | undefined;
  let left: Promise<Leaving> = Promise.resolve({ reason: 'quit' });
  let stopListening = (): void => {};
  const onLeft = (leaving: Leaving): Leaving => {
    sayings.release();
    if (leaving.reason === 'interrupted')
      process.exit(tellUnfinished({ state: 'interrupted', progress: latest! }, study.folder, telling.goOn));
    // From here on a Ctrl-C comes as a signal again.
    stopListening = watchInterrupts(stop).stop;
    if (leaving.reason === 'quit') return leaving;
    stop.abort();
    hold.release();
    return leaving;
  };
  const open = (progress: StudyProgress): void => {
    const about = batchAbout(study, asked.workers, progress.total);
    const onStop = (): void => stop.abort();
    const residentBytes = (): number => process.memoryUsage.rss();
    const keeper = keeperIn('.');
    screen = mount({ ...terminalOf(telling), about, progress, hold, onStop, residentBytes, keeper });
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
