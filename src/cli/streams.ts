/** Data: to stdout, as one text with its line feed. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** One line of JSON to stdout. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value));
}

/** A message: to stderr, so that data stays clean. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** A reader that has seen enough (`maabar list | head -1`) is no error: ends quietly when stdout is closed. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
}
