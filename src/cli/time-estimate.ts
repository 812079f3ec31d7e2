import { availableParallelism } from 'node:os';
import type { AssembledStudy } from '../export/assemble-study.ts';
import { spanWords } from '../figures/work-words.ts';
import { cutToFirst } from '../study/precision/layers.ts';
import { countRuns } from '../study/run-order.ts';
import { counted } from './progress.ts';

/** A first playing is slower than those that follow once code is warm, and machines get warm too. */
const [fastest, slowest] = [0.3, 1.3];

/** `, about 8 to 30 s on 2 workers`, judged by the first months of one run; from the least to the most runs where these decide how many there will be. */
export function timeEstimate({ plan, secondsPerRun }: AssembledStudy, asked: number | undefined): string {
  const workers = asked ?? availableParallelism();
  const seconds = (runs: number): number => (runs * secondsPerRun) / workers;
  const [least, most] = [countRuns(cutToFirst(plan)), countRuns(plan)];
  return `, about ${spanWords(seconds(least) * fastest, seconds(most) * slowest)} on ${counted(workers, 'worker')}`;
}
