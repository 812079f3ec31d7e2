import type { ExportedStudy } from '../export/package.ts';
import { type Shard, type Worked, type Working, workStudy } from '../export/work-study.ts';
import type { ExitCode } from './exit-codes.ts';
import { watchInterrupts } from './interrupts.ts';
import { isWatched } from './is-watched.ts';
import { reportTenths } from './progress.ts';
import { say } from './streams.ts';
import type { ScreenLook } from './terminal-options.ts';
import { toolFacts } from './tool-facts.ts';

/** How a study is worked and told of; what is absent is as `batch` has it. */
export interface WorkTelling extends Partial<Pick<Working, 'workers' | 'onFailure'>>, ScreenLook {
  readonly shard?: Shard | undefined;
  readonly json?: boolean;
  readonly plain?: boolean;
  readonly screenReader?: boolean;
  /** The command that goes on after a stop. */
  readonly goOn: string;
}

/** A study that was worked, and what to end with where that does not follow from it: a signal, a fault of the screen. */
export interface WorkedAndTold {
  readonly worked: Worked;
  readonly exitCode?: ExitCode;
}

/** Works a study: in a terminal watched on a screen, elsewhere with a line for every tenth. Throws what `workStudy` throws. */
export async function workTold(study: ExportedStudy, telling: WorkTelling): Promise<WorkedAndTold> {
  const { workers, onFailure = 'continue', shard } = telling;
  const working = { workers, onFailure, ...(shard === undefined ? {} : { shard }), facts: toolFacts };
  if (await isWatched(telling)) return (await import('./watch-work.ts')).watchWork(study, working, telling);
  const interrupts = watchInterrupts();
  try {
    const worked = await workStudy(study, {
      ...working,
      hasScreen: false,
      say,
      onProgress: reportTenths(),
      signal: interrupts.signal,
    });
    return { worked };
  } finally {
    interrupts.stop();
  }
}
