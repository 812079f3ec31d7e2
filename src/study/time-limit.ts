/** A run that took longer than its study allows. The message knows no clock, so that tables do not either. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/** Looks at the clock after each month of a run and throws TooSlow past `seconds`; a clock that jumps back only gives more time. */
export function limitTime(seconds: number, now: () => number = () => performance.now()): () => void {
  const start = now();
  return () => {
    if (now() - start > seconds * 1000)
      throw new TooSlow(`the run took longer than the ${seconds} seconds that run_seconds allows`);
  };
}
