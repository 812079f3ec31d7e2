import { type Worked, workStudy } from '../export/work-study.ts';
import { watchInterrupts } from './interrupts.ts';
import { announcePlan, reportTwentieths } from './progress.ts';
import { say } from './streams.ts';
import type { RequestedStudy } from './study-request.ts';
import { timeEstimate } from './time-estimate.ts';
import { toolFacts } from './tool-facts.ts';

/** Works a study with its plan and a line for every twentieth on stderr; Ctrl-C finishes the runs at hand. Throws what `workStudy` throws. */
export async function workInText(study: RequestedStudy, workers: number | undefined): Promise<Worked> {
  announcePlan(study, timeEstimate(study, workers));
  const interrupts = watchInterrupts();
  try {
    return await workStudy(study, {
      workers,
      hasScreen: false,
      say,
      onProgress: reportTwentieths(),
      signal: interrupts.signal,
      facts: toolFacts,
    });
  } finally {
    interrupts.stop();
  }
}
