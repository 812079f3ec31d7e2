import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { launcher } from '../cli/program.ts';
import { backInShell, command, type Desk, deskKinds } from '../fixtures/desk.ts';
import { keys, lodgings } from './arrive.ts';

/** A student's first ten minutes: `maabar` alone in an empty folder, on a small screen. */
const size = { columns: 80, rows: 24 };
const scenario = 'two-gates-pact-broken';
const { home, end, down, left, right, esc, backspace, interrupt } = keys;
const arrive = lodgings('student');

/** What the program prints on a pipe. */
function printed(words: readonly string[], folder: string): string {
  return execFileSync(process.execPath, [launcher, ...words], { cwd: folder, encoding: 'utf8' });
}

describe.each(deskKinds)('a student in %s', (kind) => {
  it('chooses, watches, asks why, changes a number, keeps a picture, and takes the tables home', async () => {
    const { open, folder } = arrive();
    const desk = open(kind, size);
    await seesHintOnce(desk);
    await findsScenario(desk);
    await watches(desk);
    await looksAround(desk);
    await visitsPost(desk);
    await asksWhy(desk);
    await changesNumber(desk);
    await keepsPictures(desk, folder);
    await goesBack(desk);
    await takesTables(desk, folder);
  });

  it('follows an event of a large world to what caused it', async () => {
    const desk = arrive().open(kind, size);
    await command(desk, 'echo before; maabar watch maximum-pressure');
    await desk.see('Income of factions');
    desk.type(`${end}L/settles\r`);
    await desk.see(/Events \(\d+.*\/settles/);
    await desk.see(/^>.* settles with /);
    desk.type('\r');
    await desk.see('▶ Why: ');
    await desk.see('Another event caused it: see the chain.');
    const rows = await desk.see(/^The numbers below are of Dec 2026; : and \d{4}-\d\d shows its own month\./);
    const [, month] = / and (\d{4}-\d\d) shows/.exec(rows.join('\n'))!;
    desk.type(`:${month}\r`);
    await desk.until((shown) => shown.every((row) => !row.startsWith('The numbers below')));
    await desk.see(/^─ The chain, from its root/);
    await desk.see(/^ \w{3} \d{4} └─.* accuses /);
    desk.type(interrupt);
    await backInShell(desk, 'before');
  });

  it('predicts before a run shows it, and sees what happened beside it', async () => {
    const { open, folder } = arrive();
    const desk = open(kind, size);
    await command(desk, `maabar run ${scenario} --predict`);
    await desk.see('mo/s');
    desk.type(end);
    await desk.see('▶ Predict first, 1 of 3');
    await desk.see('Dec 2015');
    await desk.see('Which source of the factions');
    desk.type('0');
    await desk.see('2 of 3');
    desk.type(`${down}\r`);
    await desk.see('3 of 3');
    desk.type('3');
    await desk.see('After Dec 2017 you see what happened');
    desk.type('++++');
    await desk.see('▶ What you expected, and what happened');
    expect(desk.rows()[0]).toContain('Dec 2017');
    await desk.see('you said    none of them');
    await desk.see(/^ +happened +N inland posts \+\$[\d.]+k \(90%: \+\$[\d.]+k to \+\$[\d.]+k\)/);
    await desk.see(/^ +as you said it breaks: cohesion 0\.80 before, 0\.00 then/);
    await desk.see('the same answer in 20 of 20');
    desk.type('\r');
    await desk.see('[1 Run]');
    desk.type('q');
    await desk.see(/^Tables: output\//);
    await backInShell(desk, 'Tables: output/');
    expect(readdirSync(join(folder, 'output'))).toHaveLength(1);
  });
});

async function seesHintOnce(desk: Desk): Promise<void> {
  await command(desk, 'echo before; maabar');
  await desk.see('For the first time here');
  await desk.see('model output, not data');
  await desk.see('? help  q quit');
  desk.type(down);
  await desk.until((rows) => rows.every((row) => !row.includes('For the first time here')));
  desk.type('q');
  await backInShell(desk, 'before');
  await command(desk, 'echo before; maabar');
  await desk.see('Choose what to watch');
  expect(desk.rows().join('\n')).not.toContain('For the first time here');
}

async function findsScenario(desk: Desk): Promise<void> {
  desk.type('/pact');
  await desk.see('filter: /pact');
  await desk.until((rows) => rows.every((row) => !row.includes('maximum-pressure')));
  desk.type('\r');
  await desk.see('Esc show all');
  desk.type(down);
  await desk.see(/^>\s+two-gates-pact-broken/);
  await desk.see('Who gains when the pact breaks, who loses');
  await desk.see('from Jan 2016  Pact breaks');
}

async function watches(desk: Desk): Promise<void> {
  desk.type('\r');
  await desk.see('mo/s');
  await desk.see('Income of factions');
  await desk.until(() => monthOn(desk) > 2);
  desk.type(' ');
  await desk.see('PAUSED');
  const paused = monthOn(desk);
  desk.type(right);
  await desk.until(() => monthOn(desk) === paused + 1);
  desk.type(`${home}]]`);
  await desk.see(/^ Jan 2016: Change 1: Pact breaks; Factions take \$[\d.]+m \(two-gates \$[\d.]+m\)/);
  desk.type(left);
  await desk.see('Dec 2015: Factions take');
  desk.type(`:2016-03\r`);
  await desk.see(/^ Mar 2016: Factions take \$[\d.]+m \(two-gates \$[\d.]+m\); customs \d+% of it/);
}

/** The number of the month that the header shows; 0 where it shows none. */
function monthOn(desk: Desk): number {
  return Number(/\(m (\d+)\/60\)/.exec(desk.rows()[0])?.[1] ?? 0);
}

async function looksAround(desk: Desk): Promise<void> {
  desk.type('\t\t\t');
  await desk.see('▶ Events (1)');
  desk.type('\t');
  await desk.see('▶ Treasury and cash');
  await desk.see('customs receipts');
  desk.type('\t');
  await desk.see('▶ Pact: ');
  await desk.see(/cohesion +0\.000/);
}

async function visitsPost(desk: Desk): Promise<void> {
  desk.type('4');
  await desk.see('[4 Crossings]');
  desk.type(down);
  await desk.see(/>.*B Lower Gate/);
  desk.type('\r');
  await desk.see('▶ Lower Gate, Mar 2016');
  await desk.see('to Eastland, open.');
  await desk.see('South Brigade');
  desk.type(esc);
  await desk.see('▶ Crossings');
}

async function asksWhy(desk: Desk): Promise<void> {
  desk.type('1');
  await desk.see('[1 Run]');
  desk.type('\r');
  await desk.see('▶ What moved: North Brigade, Mar 2016');
  await desk.see(/prices +pact\.cohesion +0 \* +0\.8 assumption/);
  desk.type('\t/cohesion\r');
  await desk.see(/^>prices +pact\.cohesion/);
  desk.type('\r');
  await desk.see('▶ Why: pact.cohesion');
  await desk.see('Changed by "Pact breaks", Jan 2016 to Dec 2018: 0.');
  await desk.see('Grade assumption: an assumption, no source. Range: 0 to 1.');
  // The first takes the filter away, the second leads back.
  desk.type(esc);
  await desk.see(/ collection +/);
  desk.type(esc);
  await desk.see('What moved: North Brigade');
}

async function changesNumber(desk: Desk): Promise<void> {
  desk.type('6/cohesion\r');
  await desk.see(/^>pact\.cohesion +0 \*/);
  const before = desk.rows();
  desk.type('c0.44');
  await desk.see('pact.cohesion, now 0: 0.44_');
  desk.type(`${backspace}\r`);
  await desk.see(/^>pact\.cohesion +0 -> 0\.4 you/);
  await desk.see('+1 shock');
  desk.type('1');
  await desk.see(/▲1 Jan 2014.*▲2 Jan 2016/);
  desk.type('6u');
  await desk.until((rows) => rows.join('\n') === before.join('\n'));
}

async function keepsPictures(desk: Desk, folder: string): Promise<void> {
  desk.type('1e');
  await desk.see('export: c CSV  j JSON  t text  s SVG');
  desk.type('t');
  await desk.see(`Written: maabar-${scenario}-run-2016-03.txt`);
  const shown = ['run', scenario, '--size', '80x24', '--frame', '2016-03', '--plain'];
  expect(readFileSync(join(folder, `maabar-${scenario}-run-2016-03.txt`), 'utf8')).toBe(
    printed(shown, folder),
  );
  desk.type('ec');
  await desk.see(`Written: maabar-${scenario}-run-2016-03-factions.csv`);
  const table = readFileSync(join(folder, `maabar-${scenario}-run-2016-03-factions.csv`), 'utf8');
  expect(table).toBe(printed([...shown, '--as', 'csv'], folder));
  expect(table).toContain('North Brigade');
}

async function goesBack(desk: Desk): Promise<void> {
  desk.type(esc);
  await desk.see('Choose what to watch');
  await desk.see(/^>\s+two-gates-pact-broken/);
  desk.type('q');
  const rows = await backInShell(desk, 'For tables of it:');
  expect(rows.some((row) => row === 'before')).toBe(true);
}

/** What the last line told to type. */
async function takesTables(desk: Desk, folder: string): Promise<void> {
  await command(desk, `maabar run ${scenario} --seed 1`);
  await desk.see('Income of factions');
  desk.type('q');
  await desk.see(/^Checks: \d+ of \d+ hold/);
  await desk.see(/^Tables: output\//);
  await backInShell(desk, 'Tables: output/');
  const [out] = readdirSync(join(folder, 'output'));
  expect(readdirSync(join(folder, 'output', out, 'tables'))).toContain('by_month.csv');
  expect(readFileSync(join(folder, 'output', out, 'runs.csv'), 'utf8')).toContain(scenario);
}
