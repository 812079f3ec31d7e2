import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { backInShell, command, type Desk, deskKinds } from '../fixtures/desk.ts';
import { keys, lodgings } from './arrive.ts';

/** A researcher's first ten minutes: a study of many runs, left and taken up again, looked at from a second terminal. */
const small = { columns: 80, rows: 24 };
const wide = { columns: 120, rows: 40 };
const { down, esc } = keys;
const arrive = lodgings('researcher');

const study = `title: What breaking the pact costs
question: How much less do factions take once the pact is broken?
scenarios: [two-gates, two-gates-pact-broken]
replicates: 250
outcomes: [income_total_usd, income_customs_usd]
tables: []
`;
const batch = 'maabar batch mine.yaml --workers 1';

describe.each(deskKinds)('a researcher in %s', (kind) => {
  it('runs a study, holds it, leaves it, goes on, looks in from elsewhere, and trusts the numbers', async () => {
    const { open, folder } = arrive();
    writeFileSync(join(folder, 'mine.yaml'), study);
    const desk = open(kind, small);
    await checksStudy(desk);
    await holdsAndGoesOn(desk);
    await leavesInTheMiddle(desk);
    const other = open(kind, wide, { NO_COLOR: '1' });
    await looksIn(other, desk, folder);
    await waitsForEnd(desk, other);
    await opensFromList(desk, folder);
    await checksFolder(desk, folder);
  });

  it('has a run told in sentences where a screen cannot be read', async () => {
    const desk = arrive().open(kind, small);
    await command(desk, 'maabar run two-gates-pact-broken --replicates 2 --screen-reader');
    await desk.see('Pact breaks');
    const rows = await backInShell(desk, 'output/');
    expect(rows.join('\n')).toContain('Finished: 4 runs. The tables are in output/');
    expect(rows.join('\n')).not.toMatch(/[^\n -~]/);
    expect(desk.hasColour()).toBe(false);
  });
});

async function checksStudy(desk: Desk): Promise<void> {
  await command(desk, 'maabar check mine.yaml');
  await desk.see('mine.yaml: valid, a study of 500 runs');
}

async function holdsAndGoesOn(desk: Desk): Promise<void> {
  await command(desk, `echo before; ${batch}`);
  await desk.see('model output, not data');
  await desk.until(() => doneOn(desk) > 0);
  desk.type(' ');
  await desk.see('Held: runs at hand end, no other begins until space.');
  expect(desk.rows()[0]).toContain('HELD');
  desk.type(' ');
  await desk.see('RUNNING');
  const held = doneOn(desk);
  await desk.until(() => doneOn(desk) > held);
  desk.type('m');
  await desk.see('income_customs_usd (m: outcome 2 of 2)');
  desk.type('M');
  await desk.see('income_total_usd (m: outcome 1 of 2)');
}

/** Runs that are done, as the screen counts them; NaN where it counts none. */
function doneOn(desk: Desk): number {
  return Number(/([\d,]+) of 500 runs/.exec(desk.rows().join('\n'))?.[1] ?? Number.NaN);
}

async function leavesInTheMiddle(desk: Desk): Promise<void> {
  desk.type('q');
  await desk.see('y stop, n go on');
  desk.type('n');
  await desk.until((rows) => rows.every((row) => !row.includes('y stop')));
  desk.type('q');
  await desk.see('y stop, n go on');
  desk.type('y');
  const rows = await backInShell(desk, 'runs are saved in output/mine-');
  expect(rows.join('').replace(/\s+/g, ' ')).toContain('Continue with: ');
  expect(rows).toContain('before');
}

/** From a second terminal: the study stands, then goes on; a run of it is played; leaving stops nothing. */
async function looksIn(other: Desk, desk: Desk, folder: string): Promise<void> {
  await command(other, `echo before; maabar watch output/${only(join(folder, 'output'))}`);
  await other.see('STOPPED');
  const stopped = doneOn(other);
  expect(stopped).toBeGreaterThan(0);
  expect(stopped).toBeLessThan(500);
  await command(desk, `echo before; ${batch}`);
  await desk.until(() => doneOn(desk) >= stopped);
  await other.see('RUNNING in another process');
  await other.see('Watching only: leaving stops nothing.');
  await other.until(() => doneOn(other) > stopped);
  other.type(`${down}\r`);
  await other.see('[1 Run]');
  await other.see('two-gates-pact-broken │');
  await other.see('Income of factions');
  other.type(esc);
  await other.see('BATCH mine');
}

async function waitsForEnd(desk: Desk, other: Desk): Promise<void> {
  await desk.see('Model output, not data.', 60_000);
  await backInShell(desk, 'Tables: output/mine-');
  await other.see('FINISHED');
  await other.see(/500 of 500 runs, 0 failed/);
  expect(other.hasColour()).toBe(false);
  other.type('q');
  await backInShell(other, 'before');
}

async function opensFromList(desk: Desk, folder: string): Promise<void> {
  await command(desk, 'echo before; maabar');
  await desk.see('25 scenarios, 1 study');
  desk.type('/breaking the pact\r');
  await desk.see(/^> {2}mine-\w+ +finished +study/);
  desk.type('\r');
  await desk.see('FINISHED');
  for (const scenario of ['two-gates', 'two-gates-pact-broken']) {
    const rows = await desk.see(new RegExp(`^.${scenario} .*yes$`));
    const row = rows.find((each) => each.startsWith(`${scenario} `, 1));
    const [, shown, decimals] = / 250 +\$(\d\.(\d+))m /.exec(row ?? '') ?? [];
    expect(shown).toBe((meanOf(folder, scenario) / 1e6).toFixed(decimals.length));
  }
  expect(desk.hasColour()).toBe(true);
  desk.type(esc);
  await desk.see(/^> {2}mine-/);
  desk.type('q');
  await backInShell(desk, 'before');
}

/** The mean of an outcome over the runs of a scenario, from the folder's own table. */
function meanOf(folder: string, scenario: string): number {
  const text = readFileSync(join(folder, 'output', only(join(folder, 'output')), 'outcomes.csv'), 'utf8');
  const rows: readonly Record<string, string>[] = parse(text, { columns: true });
  const values = rows
    .filter((row) => row.scenario_id === scenario)
    .map((row) => Number(row.income_total_usd));
  expect(values).toHaveLength(250);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

async function checksFolder(desk: Desk, folder: string): Promise<void> {
  await command(desk, `maabar check output/${only(join(folder, 'output'))}`);
  await backInShell(desk, ': whole: plan, files, checksums, rows and keys are as they w');
}

function only(folder: string): string {
  const names = readdirSync(folder);
  expect(names).toHaveLength(1);
  return names[0];
}
