/**
 * Ratio: resident size at the end of a study of 100,000 small runs over that of 1,000, each in a process of its own, tables included. At most
 * 1.20: memory does not grow with the number of runs.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const few = 1000;
const many = Number(process.env.MEMORY_RUNS ?? 100_000);

/** Works a study of one-month runs in this process and prints its resident size in bytes, once the rubbish is out. */
async function measure(runs: number): Promise<void> {
  const { runStudy } = await import('../src/export/run-study.ts');
  const out = mkdtempSync(join(tmpdir(), 'memory-'));
  const study = {
    replicates: runs / 4,
    months: 1,
    tables: [],
    outcomes,
    vary: { 'pact.division': { values: [1, 3] } },
  };
  await runStudy(['two-gates', 'two-gates-pact-broken'], { study, out, workers: 1 });
  rmSync(out, { recursive: true });
  globalThis.gc?.();
  console.log(process.memoryUsage.rss());
}

const outcomes = ['income_total_usd', 'income_patron_usd', 'income_local_usd'];

function measureApart(runs: number): number {
  const flags = ['--expose-gc', fileURLToPath(import.meta.url)];
  const child = spawnSync(process.execPath, flags, {
    encoding: 'utf8',
    env: { ...process.env, MEMORY_OF: String(runs) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return Number(child.stdout);
}

if (process.env.MEMORY_OF !== undefined) await measure(Number(process.env.MEMORY_OF));
else {
  const [small, large] = [few, many].map(measureApart);
  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
  console.log(`resident after ${few.toLocaleString('en')} runs     ${megabytes(small)}`);
  console.log(`resident after ${many.toLocaleString('en')} runs   ${megabytes(large)}`);
  console.log(`ratio, at most 1.20                ${(large / small).toFixed(2)}`);
}
