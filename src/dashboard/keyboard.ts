import { type Keystroke, lateKeys, readKeys } from './keys.ts';

/** How long a broken-off escape sequence waits for its end before it is read as the Esc key. */
const sequenceWaitMs = 50;

/**
 * Reads keys one by one from a terminal in raw mode. Returns how to give the terminal back as it was. `onEnd` is called when the
 * terminal goes away.
 */
export function openKeyboard(
  stdin: NodeJS.ReadStream,
  onKeys: (keys: readonly Keystroke[]) => void,
  onEnd: () => void,
): () => void {
  const wasRaw = stdin.isRaw === true;
  let rest = '';
  let waiting: NodeJS.Timeout | undefined;
  const onLate = (): void => {
    const late = lateKeys(rest);
    rest = '';
    if (late.length > 0) onKeys(late);
  };
  const onChunk = (chunk: string | Buffer): void => {
    clearTimeout(waiting);
    const read = readKeys(rest + chunk.toString());
    rest = read.rest;
    if (rest !== '') waiting = setTimeout(onLate, sequenceWaitMs);
    if (read.keys.length > 0) onKeys(read.keys);
  };
  stdin.setEncoding('utf8');
  stdin.setRawMode?.(true);
  stdin.on('data', onChunk);
  stdin.on('end', onEnd);
  stdin.on('error', onEnd);
  stdin.resume();
  return () => {
    clearTimeout(waiting);
    stdin.off('data', onChunk);
    stdin.off('end', onEnd);
    // The error listener stays: a terminal that has gone away may still fail a read that is under way.
    stdin.setRawMode?.(wasRaw);
    stdin.pause();
  };
}
