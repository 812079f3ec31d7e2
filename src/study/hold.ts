/** A queue of work that can be held: nothing new begins while it is. */
export interface Hold {
  readonly isHeld: () => boolean;
  readonly hold: () => void;
  readonly release: () => void;
  /** Time spent held so far, in the clock's unit. */
  readonly heldFor: () => number;
  /** Waits until work may begin, or until `signal` is aborted. */
  readonly whenFree: (signal: AbortSignal) => Promise<void>;
}

/** A queue that is free at first. The clock is the caller's. */
export function createHold(clock: () => number): Hold {
  let since: number | undefined;
  let before = 0;
  let waiting: (() => void)[] = [];
  const free = (): void => {
    for (const go of waiting) go();
    waiting = [];
  };
  return {
    isHeld: () => since !== undefined,
    hold: () => {
      since ??= clock();
    },
    release: () => {
      before += since === undefined ? 0 : clock() - since;
      since = undefined;
      free();
    },
    heldFor: () => before + (since === undefined ? 0 : clock() - since),
    whenFree: (signal) => {
      if (since === undefined || signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        waiting.push(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    },
  };
}
