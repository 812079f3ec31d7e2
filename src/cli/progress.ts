import { sizeOf } from '../export/plan-size.ts';
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

function diskWords(bytes: number): string {
  const megabytes = Math.ceil(bytes / 1e6);
  return megabytes < 2000 ? `${megabytes} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/** Seconds as people say them: `40 s`, `14 min`, `3.5 h`. */
export function timeWords(seconds: number): string {
  if (seconds < 120) return `${Math.ceil(seconds)} s`;
  return seconds < 7200 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** A range of time: `40 s to 2 min`; one time where both ends read alike. */
export function spanWords(lo: number, hi: number): string {
  const [least, most] = [timeWords(lo), timeWords(hi)];
  return least === most ? most : `${least} to ${most}`;
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

function rateWords(rate: number): string {
  return rate < 10 ? rate.toFixed(1) : Math.round(rate).toLocaleString('en');
}
