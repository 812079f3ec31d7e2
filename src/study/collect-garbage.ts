import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/**
 * Gives back what finished runs leave in memory. V8 would rather let its heap grow to several times what is in use before it collects, and a
 * study of many small runs then looks as if it leaked. Some ten milliseconds, so once a chunk and not once a run.
 */
export function collectGarbage(): void {
  collect ??= openCollector();
  collect();
}

function openCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
