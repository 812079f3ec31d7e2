/** Ratio: time of `maabar --help` over that of a bare Node that does nothing, both with a warm compile cache: what it costs to start. */
import { execFileSync } from 'node:child_process';

function median(words: readonly string[]): number {
  const times = Array.from({ length: 21 }, () => {
    const start = performance.now();
    execFileSync(process.execPath, words, { stdio: 'ignore' });
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[10];
}

const bare = median(['-e', '0']);
const help = median(['bin/maabar.js', '--help']);
console.log('node -e 0        1.00');
console.log(`maabar --help    ${(help / bare).toFixed(2)}`);
