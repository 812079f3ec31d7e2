import { availableParallelism } from 'node:os';
import type { AssembledStudy } from '../export/assemble-study.ts';
import { spanWords } from '../figures/work-words.ts';
import { countRuns } from '../study/run-order.ts';
import { counted } from './progress.ts';

/** A first playing is slower than those that follow once code is warm, and machines get warm too. */
const [fastest, slowest] = [0.3, 1.3];

/** `, about 8 to 30 s on 2 workers`, judged by the first months of one run. */
export function timeEstimate({ plan, secondsPerRun }: AssembledStudy, asked: number | undefined): string {
  const workers = asked ?? availableParallelism();
  const seconds = (countRuns(plan) * secondsPerRun) / workers;
  return `, about ${spanWords(seconds * fastest, seconds * slowest)} on ${counted(workers, 'worker')}`;
}
