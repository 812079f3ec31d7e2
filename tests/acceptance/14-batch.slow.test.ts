import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchFolder } from '../../src/export/watch-folder.ts';
import { type ScenarioRow, scenarioRows } from '../../src/figures/study-scenarios.ts';
import { meanInterval } from '../../src/study/interval.ts';
import { readPlan } from '../../src/study/read-plan.ts';
import { countChunks } from '../../src/study/run-order.ts';
import { maabar } from '../cli/program.ts';
import { studySums } from '../fixtures/study-sums.ts';

/*
 * Acceptance check 14 of the dashboard, but for the time left, which bench/time-left.bench.ts measures: a study killed halfway ends with the
 * same tables, and "settled" is what the tables say.
 */
const shelf = mkdtempSync(join(tmpdir(), 'acceptance-14-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const at = (name: string): string => join(shelf, name);
const file = at('half.yaml');
writeFileSync(
  file,
  `scenarios: [two-gates, two-gates-pact-broken]
vary: { patron.transfer: { values: [250000, 750000] } }
replicates: 80
months: 6
outcomes: [income_total_usd, income_patron_usd, income_local_usd]
tables: [by_month]
`,
);

/** Works the study and kills it once half of its chunks have a receipt. */
async function killHalfway(folder: string): Promise<void> {
  await maabar(['plan', file, '--out', folder]);
  mkdirSync(join(folder, 'chunks'), { recursive: true });
  const half = countChunks(readPlan(folder)) / 2;
  const { signal } = await maabar(['batch', file, '--out', folder, '--workers', '2'], {
    onStart: (child) => {
      const timer = setInterval(() => {
        if (receiptsIn(folder) >= half) child.kill('SIGKILL');
      }, 5);
      child.on('close', () => clearInterval(timer));
    },
  });
  expect(signal).toBe('SIGKILL');
}

function receiptsIn(folder: string): number {
  return readdirSync(join(folder, 'chunks')).filter((name) => name.endsWith('.json')).length;
}

/** What outcomes.csv says of an outcome of a scenario, run after run. */
function valuesOf(folder: string, scenarioId: string, outcome: string): readonly number[] {
  const [heading, ...rows] = readFileSync(join(folder, 'outcomes.csv'), 'utf8').trimEnd().split('\n');
  const column = (name: string): number => heading.split(',').indexOf(name);
  return rows
    .map((row) => row.split(','))
    .filter((cells) => cells[column('scenario_id')] === scenarioId)
    .map((cells) => Number(cells[column(outcome)]));
}

/** By hand, as the help of the screen says it: at most 2% is settled, at most 4% near. */
function wordFor(relative: number): ScenarioRow['settled'] {
  if (relative <= 0.02) return 'yes';
  return relative <= 0.04 ? 'near' : 'no';
}

describe('a study killed at half', () => {
  let inPeace: readonly string[] = [];
  beforeAll(async () => {
    const { code, stderr } = await maabar(['batch', file, '--out', at('peace'), '--workers', '2']);
    expect(code, stderr).toBe(0);
    inPeace = studySums(at('peace'));
  });

  it('ends with the bytes of one that ran in peace, by the same command', async () => {
    const folder = at('killed');
    await killHalfway(folder);
    const share = receiptsIn(folder) / countChunks(readPlan(folder));
    expect(share).toBeGreaterThanOrEqual(0.5);
    expect(share).toBeLessThan(0.9);
    expect(existsSync(join(folder, 'runs.csv'))).toBe(false);
    const again = await maabar(['batch', file, '--out', folder, '--workers', '2']);
    expect(again.code, again.stderr).toBe(0);
    expect(studySums(folder)).toEqual(inPeace);
    expect(inPeace.filter((line) => line.includes('.csv ')).length).toBeGreaterThan(3);
  });

  it('settles what its tables say is settled', () => {
    const folder = at('killed');
    const plan = readPlan(folder);
    const { progress } = watchFolder(folder, plan).latest();
    const seen = new Set<ScenarioRow['settled']>();
    for (const [place, outcome] of plan.outcomes.entries())
      for (const { scenarioId, relative, settled } of scenarioRows(progress.scenarios, place, 'usd')) {
        const values = valuesOf(folder, scenarioId, outcome);
        const { estimate, hi } = meanInterval(values);
        const recomputed = (hi! - estimate) / estimate;
        expect(values.length).toBe(160);
        expect(relative).toBeCloseTo(recomputed, 9);
        expect([scenarioId, outcome, settled]).toEqual([scenarioId, outcome, wordFor(recomputed)]);
        seen.add(settled);
      }
    expect([...seen].sort()).toEqual(['no', 'yes']);
  });
});
