import { exitCodes } from './exit-codes.ts';
import { say } from './streams.ts';

/** Presses of Ctrl-C: the first asks the work to stop, a later one ends the program at once. Nothing half-written counts either way. */
export interface Interrupts {
  readonly signal: AbortSignal;
  readonly stop: () => void;
}

/** A launcher and the terminal may both deliver one press. */
const samePressMs = 500;

/** Listens for Ctrl-C and SIGTERM until `stop`, and aborts `controller` at the first. */
export function watchInterrupts(controller = new AbortController()): Interrupts {
  let first = 0;
  const onSignal = (): void => {
    if (first === 0) {
      first = performance.now();
      say('Finishing the runs at hand; Ctrl-C again stops at once. What is done is kept either way.');
      controller.abort();
    } else if (performance.now() - first > samePressMs) process.exit(exitCodes.interrupted);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    stop: () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
