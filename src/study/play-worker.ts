import type { RunOutcome } from './outcome.ts';
import { type Job, playJob } from './player.ts';

/** What a thread of a player does: plays one run and sends its record back. */
export default function work(job: Job): RunOutcome {
  return playJob(job);
}
