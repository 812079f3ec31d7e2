/**
 * Ratio: the time left that the screen of `batch` tells at a quarter, a half and three quarters of a fixed sweep over the time that it then took:
 * the middle of the range that is told, and the median of three sweeps, since a machine that is busy with something else for a moment makes any
 * estimate false. To be within 25% of the truth (acceptance check 14). TIME_LEFT_REPLICATES for another length.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStudy } from '../src/export/run-study.ts';

const replicates = Number(process.env.TIME_LEFT_REPLICATES ?? 2000);
const shares = [0.25, 0.5, 0.75];
const sweeps = 3;

/** Works the sweep; gives told over true at each share, when it was first passed. */
async function sweep(): Promise<readonly number[]> {
  const out = mkdtempSync(join(tmpdir(), 'time-left-'));
  const told: { readonly at: number; readonly left: number }[] = [];
  let end = 0;
  await runStudy(['two-gates', 'two-gates-pact-broken'], {
    study: { replicates, months: 24, tables: [] },
    out,
    workers: 2,
    onProgress: ({ done, total, seconds, secondsLeft }) => {
      end = seconds;
      if (secondsLeft !== undefined && done >= shares[told.length] * total)
        told.push({ at: seconds, left: (secondsLeft.lo + secondsLeft.hi) / 2 });
    },
  });
  rmSync(out, { recursive: true });
  return told.map(({ at, left }) => left / (end - at));
}

const ratios: (readonly number[])[] = [];
for (let at = 0; at < sweeps; at++) ratios.push(await sweep());
for (const [at, share] of shares.entries()) {
  const sorted = ratios.map((sweep) => sweep[at]).sort((a, b) => a - b);
  const all = sorted.map((ratio) => ratio.toFixed(2)).join(' ');
  console.log(
    `time left told over true at ${share * 100}%, 0.75 to 1.25   ${sorted[Math.floor(sweeps / 2)].toFixed(2)}   (${all})`,
  );
}
