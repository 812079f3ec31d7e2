import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backInShell, command, type Desk, deskKinds } from '../fixtures/desk.ts';
import { keys, lodgings } from './arrive.ts';

/** An instructor's first ten minutes: two scenarios beside each other before a class, and what the class wants to try. */
const size = { columns: 120, rows: 40 };
const { end, down, left, esc, interrupt } = keys;
const arrive = lodgings('instructor');
const saved = 'two-gates-pact-broken-shocked';

describe.each(deskKinds)('an instructor in %s', (kind) => {
  it('compares, throws a shock in, takes it back, asks what if it had come sooner, and hands the file out', async () => {
    const { open, folder } = arrive();
    const desk = open(kind, size);
    await marksTwo(desk);
    await readsDifferences(desk);
    await turnsSides(desk);
    await showsClass(desk);
    const before = await throwsShock(desk);
    await takesItBack(desk, before);
    await throwsFromAnotherMonth(desk);
    await slipsInFormula(desk);
    await savesScenario(desk);
    await keepsPictures(desk, folder);
    await playsSaved(desk, folder);
  });
});

describe('an instructor with a large world', () => {
  it('tells what is an effect from what includes zero', async () => {
    const desk = arrive().open('a pseudo-terminal', size);
    await command(desk, 'echo before; maabar watch maximum-pressure --view compare');
    await desk.see('[2 Compare]');
    desk.type(end);
    await desk.see('▶ What changed by Dec 2026');
    await desk.see(/^│ .total income .* [+-]\$[\d.]+[mk] {2,}[+-]\$[\d.]+[mk] \.\. [+-]/, 90_000);
    await desk.see(/^│ .customs .* ~ -\$[\d.]+[mk] \.\. \+\$/, 90_000);
    await desk.see('~ = 90% range includes zero: do not teach this as an effect');
    desk.type('s/oil\r\r');
    await desk.see('ARMED: nothing happens before Enter');
    desk.type('\r');
    await desk.see(/> \d+ Dec 2026 set the price of oil .* fired/);
    desk.type(interrupt);
    await backInShell(desk, 'before');
  });
});

async function marksTwo(desk: Desk): Promise<void> {
  await command(desk, 'echo before; maabar');
  await desk.see('Choose what to watch');
  desk.type('/two-gates\r');
  await desk.see(/^│ > {2}two-gates /);
  desk.type(`c${down}c`);
  await desk.see('Enter compares A two-gates, B two-gates-pact-broken');
  desk.type('\r');
  await desk.see('[2 Compare]');
}

async function readsDifferences(desk: Desk): Promise<void> {
  desk.type(end);
  await desk.see('▶ What changed by Dec 2018');
  await desk.see(/total income .* -\$\d{3}k +-\$\d{3}k \.\. -\$\d{3}k /);
  await desk.see('90% of 20 pairs');
  await desk.see(/patron .* no difference in any pair/);
}

async function turnsSides(desk: Desk): Promise<void> {
  desk.type('mmm');
  await desk.see('A two-gates: customs, $m a month');
  desk.type('M');
  await desk.see('A two-gates: payroll, $k a month');
  desk.type('mx');
  await desk.see('A two-gates-pact-broken: customs');
  await desk.see(/>customs .* \+\$\d+k +\+\$\d+k \.\. \+\$\d+k /);
  desk.type('x');
  await desk.see(/>customs .* -\$\d+k +-\$\d+k \.\. -\$\d+k /);
}

async function showsClass(desk: Desk): Promise<void> {
  desk.type(':2017-01\r');
  await desk.see('by Jan 2017');
  desk.type('p');
  await desk.see(/Since Jan 2016, B loses \$[\d.]+k a month of customs income and gains/);
  await desk.see('▲1 Jan 2016 Pact breaks');
  await desk.see(/^ {3}███ {2}███ {2}█ {3}█ {7}████/);
  desk.type('p');
  await desk.see('What changed by Jan 2017');
}

/** Gives the rows as they were before. */
async function throwsShock(desk: Desk): Promise<readonly string[]> {
  const before = await desk.until((rows) => rows.at(-1)?.startsWith(' space play/pause') === true);
  desk.type('s/close\r');
  await desk.see(/Throw in a shock \(\/close\)/);
  desk.type('\r');
  await desk.see('close a crossing: which one');
  desk.type(`${down}\r`);
  await desk.see('close Lower Gate altogether');
  desk.type(`${left}${left}`);
  await desk.see('close Lower Gate by half');
  desk.type('[');
  await desk.see(/length +3 months/);
  desk.type('ll');
  await desk.see('Mar 2017 to May 2017');
  desk.type('\r');
  await desk.see('Fired: space plays on, r replays, u undoes');
  await desk.see('two-gates-pact-broken +1 shock │ Mar 2017');
  await desk.see(/> 2 Mar 2017 close Lower Gate by half +3 months +fired/);
  // The pairs are played anew, and counted as they come.
  await desk.see(/ \d+ of 20 pairs/);
  await desk.see(/90% of 20 pairs/);
  return before;
}

async function takesItBack(desk: Desk, before: readonly string[]): Promise<void> {
  desk.type('u:2017-01\r');
  await desk.until((rows) => rows.join('\n') === before.join('\n'));
  desk.type('U');
  await desk.see(/2 Mar 2017 close Lower Gate by half +3 months +fired/);
  await desk.see('90% of 20 pairs');
  desk.type('u');
  await desk.until((rows) => rows.join('\n') === before.join('\n'));
}

async function throwsFromAnotherMonth(desk: Desk): Promise<void> {
  desk.type(':2015-01\r');
  await desk.see('by Jan 2015');
  desk.type('s/duties\r\r');
  await desk.see('holds    Jan 2015 for good');
  desk.type('\r');
  await desk.see(/> 1 Jan 2015 set duties half as high again +for good +fired/);
  desk.type('r');
  await desk.see('mo/s');
  desk.type(end);
  await desk.see('▲2 Jan 2016');
}

async function slipsInFormula(desk: Desk): Promise<void> {
  const open = 's/formula\r\r';
  desk.type(open);
  await desk.see('type parameter = formula  Enter arms  Esc back');
  desk.type('pact.cohesion = current * half\r');
  await desk.see('ARMED');
  expect(desk.rows().at(-1)).not.toContain('strength');
  desk.type('\r');
  await desk.see('The formula of "pact.cohesion" knows no "half". Known names: baseline, current,');
  desk.type('h');
  await desk.see('+1 shock │ Nov 2018');
}

async function savesScenario(desk: Desk): Promise<void> {
  desk.type('w');
  await desk.see(`Written: ${saved}.yaml`);
}

async function keepsPictures(desk: Desk, folder: string): Promise<void> {
  desk.type('es');
  const name = 'maabar-two-gates-pact-broken-compare-2018-11';
  await desk.see(`Written: ${name}.svg`);
  const picture = readFileSync(join(folder, `${name}.svg`), 'utf8');
  expect(picture).toMatch(/^<(\?xml|svg)/);
  expect(picture).toContain('model output, not data');
  desk.type('ej');
  await desk.see(new RegExp(`Written: ${name}-[a-z-]+\\.json`));
  const file = readdirSync(folder).find((each) => each.endsWith('.json'))!;
  const { about, table } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  expect(about).toMatchObject({ scenario_id: 'two-gates-pact-broken', compared_with: 'two-gates', seed: 1 });
  expect(JSON.stringify(about.shocks)).toContain('set duties half as high again');
  expect(table.rows.length).toBeGreaterThan(10);
}

async function playsSaved(desk: Desk, folder: string): Promise<void> {
  desk.type(esc);
  await desk.see('Choose what to watch');
  desk.type('q');
  await backInShell(desk, 'before');
  await command(desk, `maabar check ${saved}.yaml`);
  await desk.see(`${saved}.yaml: valid, 0 checks`);
  await command(desk, `maabar run ${saved}.yaml --plain`);
  await desk.see(/^Tables: output\//);
  await command(desk, `maabar batch ${saved}.yaml --replicates 2 --tables none --plain`);
  await desk.see('100%: 2 of 2 runs');
  await backInShell(desk, 'Tables: output/');
  expect(readdirSync(join(folder, 'output'))).toHaveLength(2);
}
