import { sizeOf } from '../export/plan-size.ts';
import { diskWords, rateWords, spanWords } from '../figures/work-words.ts';
import type { WorkOrder } from '../study/chunk-work.ts';
import type { Plan } from '../study/plan.ts';
import { cutToFirst } from '../study/precision/layers.ts';
import type { StudyProgress } from '../study/progress.ts';
import { countRuns, replicatesOf } from '../study/run-order.ts';
import { lookWords } from './precision-words.ts';
import { say } from './streams.ts';

/** Says what is going to be done before anything runs. */
export function announcePlan(order: WorkOrder, time = ''): void {
  say(`${planWords(order)}${time}, to ${order.folder}`);
}

/** A plan's size in one line: scenarios, points, replicates, runs, months, rows, disk. */
export function planWords({ plan, experiments }: WorkOrder): string {
  const factors = [
    counted(plan.scenarios.length, 'scenario'),
    ...(plan.design.kind === 'none' ? [] : [counted(plan.design.points, 'point')]),
    `${atLeast(plan, replicatesOf)}${counted(replicatesOf(plan), 'replicate')}`,
  ];
  const { rows, bytes } = sizeOf(plan, experiments[0].world);
  const runs = `${atLeast(plan, countRuns)}${counted(countRuns(plan), 'run')}`;
  const about = plan.precision === undefined ? 'about' : 'at most about';
  return `Plan: ${factors.join(' x ')} = ${runs}, ${plan.months} months, ${about} ${rows.toLocaleString('en')} rows and ${diskWords(bytes)}`;
}

/** `8 to ` where the runs decide how many there will be; nothing where their number is given. */
function atLeast(plan: Plan, count: (plan: Plan) => number): string {
  return plan.precision === undefined ? '' : `${count(cutToFirst(plan)).toLocaleString('en')} to `;
}

/** A number of things, with a comma in thousands: `1 run`, `20,480 runs`. */
export function counted(number: number, word: string): string {
  return `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`;
}

/** A line at most every two seconds while runs are kept, with the time left as a range once there is something to judge by; ten at most. */
export function reportProgress(): (progress: StudyProgress) => void {
  return reportTenths(2000);
}

/** One line for every tenth of a study, or of each look of one that goes on until it is precise, none sooner than `everyMs` after another. */
export function reportTenths(everyMs = 0): (progress: StudyProgress) => void {
  let [told, total] = [-1, 0];
  let toldAt = performance.now();
  return (progress) => {
    if (progress.total !== total) told = -1;
    total = progress.total;
    const tenth = Math.floor((progress.done * 10) / progress.total);
    const isDue = performance.now() - toldAt >= everyMs;
    if (told >= 0 && tenth > told && isDue) {
      say(progressLine(progress));
      toldAt = performance.now();
    }
    if (told < 0 || isDue) told = Math.max(told, tenth);
  };
}

function progressLine(progress: StudyProgress): string {
  const { done, failed, total, ratePerSecond, secondsLeft, widest, look } = progress;
  const percent = Math.floor((done * 100) / total);
  const parts = [
    ...(look === undefined ? [] : [lookWords(look)]),
    `${percent}%: ${done.toLocaleString('en')} of ${counted(total, 'run')}`,
    ...(failed === 0 ? [] : [`${failed.toLocaleString('en')} failed`]),
    ...(ratePerSecond === undefined ? [] : [`${rateWords(ratePerSecond)} a second`]),
    ...(secondsLeft === undefined || done === total
      ? []
      : [`${spanWords(secondsLeft.lo, secondsLeft.hi)} left`]),
    ...(widest === undefined || look !== undefined
      ? []
      : [`widest interval ${widest.outcome} ±${Math.ceil(widest.relativeHalfWidth * 100)}%`]),
  ];
  return parts.join(', ');
}
