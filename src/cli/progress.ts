import { sizeOf } from '../export/plan-size.ts';
import { diskWords, rateWords, spanWords } from '../figures/work-words.ts';
import type { WorkOrder } from '../study/chunk-work.ts';
import type { Plan } from '../study/plan.ts';
import type { StudyProgress } from '../study/progress.ts';
import { countRuns, replicatesOf } from '../study/run-order.ts';
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
    counted(replicatesOf(plan), 'replicate'),
  ];
  const { rows, bytes } = sizeOf(plan, experiments[0].world);
  const runs = counted(countRuns(plan), 'run');
  return `Plan: ${factors.join(' x ')} = ${runs}, ${plan.months} months, about ${rows.toLocaleString('en')} rows and ${diskWords(bytes)}`;
}

/** A number of things, with a comma in thousands: `1 run`, `20,480 runs`. */
export function counted(number: number, word: string): string {
  return `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`;
}

/** A line at most every two seconds while runs are kept, with the time left as a range once there is something to judge by. */
export function reportProgress(plan: Plan): (progress: StudyProgress) => void {
  const everyMs = 2000;
  const total = countRuns(plan);
  let told = performance.now();
  return (progress) => {
    const now = performance.now();
    if (progress.done === total || now - told < everyMs) return;
    told = now;
    say(progressLine(progress));
  };
}

/** One line for every twentieth of a study. */
export function reportTwentieths(): (progress: StudyProgress) => void {
  let told = -1;
  return (progress) => {
    const twentieth = Math.floor((progress.done * 20) / progress.total);
    if (told >= 0 && twentieth > told) say(progressLine(progress));
    told = Math.max(told, twentieth);
  };
}

function progressLine({ done, failed, total, ratePerSecond, secondsLeft, widest }: StudyProgress): string {
  const percent = Math.floor((done * 100) / total);
  const parts = [
    `${percent}%: ${done.toLocaleString('en')} of ${counted(total, 'run')}`,
    ...(failed === 0 ? [] : [`${failed.toLocaleString('en')} failed`]),
    ...(ratePerSecond === undefined ? [] : [`${rateWords(ratePerSecond)} a second`]),
    ...(secondsLeft === undefined || done === total
      ? []
      : [`${spanWords(secondsLeft.lo, secondsLeft.hi)} left`]),
    ...(widest === undefined
      ? []
      : [`widest interval ${widest.outcome} ±${Math.ceil(widest.relativeHalfWidth * 100)}%`]),
  ];
  return parts.join(', ');
}
