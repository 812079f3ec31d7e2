import { setPriority } from 'node:os';
import type { Tolls } from '../model/toll-curve.ts';
import { type ColumnsJob, type ColumnsOutcome, playColumns as keepColumns } from './columns-run.ts';
import { attemptRun, type RunOutcome } from './outcome.ts';
import { playTolls as askTolls, type TollJob } from './play-tolls.ts';
import type { Job } from './player.ts';
import { runReplicate } from './run.ts';

/** Niceness of threads that work while nobody waits for them, 0 to 19. */
const unhurried = 10;
let isUnhurried = false;

/** Plays one run with all it leaves, flows too. */
export function playWhole({ experiment, studySeed, replicate }: Job): RunOutcome {
  return attemptRun(runReplicate, experiment, studySeed, replicate, { keepFlows: true });
}

/** Plays one run of many in a thread that gives way to the screen, and sends its columns back. */
export function playUnhurried(job: ColumnsJob): ColumnsOutcome {
  giveWay();
  return keepColumns(job);
}

/** Plays one run that somebody waits for, and sends its columns back. */
export function playColumns(job: ColumnsJob): ColumnsOutcome {
  return keepColumns(job);
}

/** What other tolls at a post would bring in a month of one run. */
export function playTolls(job: TollJob): Tolls {
  return askTolls(job);
}

/** Linux alone has a priority for each thread; elsewhere the whole program would be slowed. */
function giveWay(): void {
  if (isUnhurried || process.platform !== 'linux') return;
  isUnhurried = true;
  setPriority(unhurried);
}
