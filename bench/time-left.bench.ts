/**
 * Ratio: the time left that the screen of `batch` tells at a quarter, a half and three quarters of a fixed sweep over the time that it then took,
 * the middle of the range that is told. To be within 25% of the truth (acceptance check 14). Judged by the processor time of the process, since no
 * estimate foresees what else a machine will do; by the wall clock the same is printed beside it. Median of three sweeps. TIME_LEFT_REPLICATES
 * for another length.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStudy } from '../src/export/run-study.ts';
import { startPace } from '../src/study/pace.ts';

const replicates = Number(process.env.TIME_LEFT_REPLICATES ?? 2000);
const shares = [0.25, 0.5, 0.75];
const sweeps = 3;

/** A clock, and what was told and true by it, share after share. */
interface Judged {
  readonly now: () => number;
  readonly told: { readonly at: number; readonly left: number }[];
}

/** Milliseconds of all threads of this process. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Works the sweep; gives told over true at each share, when it was first passed, by each clock. */
async function sweep(): Promise<readonly (readonly number[])[]> {
  const out = mkdtempSync(join(tmpdir(), 'time-left-'));
  const clocks: readonly Judged[] = [processorTime, () => performance.now()].map((now) => ({
    now,
    told: [],
  }));
  const paces = clocks.map(({ now }) => startPace(0, now()));
  await runStudy(['two-gates', 'two-gates-pact-broken'], {
    study: { replicates, months: 24, tables: [] },
    out,
    workers: 2,
    onProgress: ({ done, total }) => {
      for (const [at, { now, told }] of clocks.entries()) {
        const clock = now();
        if (done > 0) paces[at].add(done, clock);
        const { secondsLeft } = paces[at].read(total);
        if (done === total) told.push({ at: clock, left: 0 });
        else if (secondsLeft !== undefined && done >= shares[told.length] * total)
          told.push({ at: clock, left: (secondsLeft.lo + secondsLeft.hi) * 500 });
      }
    },
  });
  rmSync(out, { recursive: true });
  return clocks.map(({ told }) =>
    shares.map((_, at) => told[at].left / (told[shares.length].at - told[at].at)),
  );
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

const ratios: (readonly (readonly number[])[])[] = [];
for (let at = 0; at < sweeps; at++) ratios.push(await sweep());
for (const [at, share] of shares.entries()) {
  const [processor, wall] = [0, 1].map((clock) => median(ratios.map((each) => each[clock][at])));
  console.log(
    `time left at ${share * 100}%, told over true, 0.75 to 1.25   ${processor.toFixed(2)}   (by the wall clock ${wall.toFixed(2)})`,
  );
}
