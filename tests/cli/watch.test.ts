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
import { afterAll, describe, expect, it } from 'vitest';
import { openShellLine, type PtySession } from '../fixtures/pty-session.ts';
import { launcher, maabar } from './program.ts';

const shelf = mkdtempSync(join(tmpdir(), 'watch-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const here = join(shelf, 'here');
const state = join(shelf, 'state');
mkdirSync(here);
writeFileSync(join(here, 'longer.yaml'), 'title: A longer toy\nextends: two-gates\nmonths: 30\n');
writeFileSync(join(here, 'slip.yaml'), 'title: A slip\nextends: two-gates\nset: { patron.transfr: 1 }\n');

function open(words = '', before = ''): PtySession {
  const line = `cd '${here}'; ${before} exec '${process.execPath}' '${launcher}' ${words}`;
  return openShellLine(line, { columns: 80, rows: 24 }, { XDG_STATE_HOME: state });
}

describe('maabar alone in a terminal', () => {
  it('opens the list, filters, watches one, comes back by Esc, and leaves no file but the hint’s', async () => {
    const session = open();
    await session.untilText('Any key ends this.');
    // Only loading the file shows what is wrong with it.
    await session.untilText('! 1 problem: "patron');
    session.send('/two-gates-pact');
    await session.untilText('>  two-gates-pact-broken');
    session.send('\r');
    await session.untilText('/ filter');
    session.send('\r');
    await session.untilText('mo/s');
    expect(session.rows().join('\n')).toContain('two-gates-pact-broken');
    session.send('\u001b');
    await session.untilText('Choose what to watch');
    session.send('q');
    expect(await session.exitCode).toBe(0);
    expect(session.written()).toMatch(/For tables of it: .*run two-gates-pact-broken --seed 1/);
    expect(readdirSync(here)).toEqual(['longer.yaml', 'slip.yaml']);
    expect(existsSync(join(state, 'maabar', 'hint-seen'))).toBe(true);
  });

  it('compares two that are marked, and shows no hint once that was seen off', async () => {
    const session = open('watch --seed 7');
    const rows = await session.untilText('>  longer');
    expect(rows.join('\n')).not.toContain('Any key ends this.');
    session.send('c/two-gates-pact\rc\r');
    await session.untilText('[2 Compare]');
    await session.untilText('seed 7');
    session.send('\u0003');
    expect(await session.exitCode).toBe(130);
    expect(session.written()).not.toContain('For tables of it');
  });
});

describe('watch', () => {
  it('opens the folder of a study, plays a run of it, and goes back to the list row by row', async () => {
    const run = ['run', 'two-gates', '--months', '2', '--replicates', '2', '--workers', '1', '--plain'];
    const folder = join(here, 'output', 'small');
    expect((await maabar([...run, '--out', folder])).code).toBe(0);
    const session = open();
    await session.untilText('1 study');
    session.send('/finished\r\r');
    await session.untilText('BATCH two-gates');
    session.send('\r');
    await session.untilText('[1 Run]');
    await session.untilText('END');
    session.send('\u001b');
    await session.untilText('BATCH two-gates');
    session.send('\u001b');
    await session.untilText('>  small');
    session.send('q');
    expect(await session.exitCode).toBe(0);
    const both = open('watch output/small two-gates');
    expect(await both.exitCode).toBe(2);
    expect(both.written()).toContain('which is watched alone');
  });

  it('opens what it is told, in the view it is told, and writes what is exported there into the folder', async () => {
    const session = open('watch longer.yaml --months 5 --view params');
    await session.untilText('[6 Params]');
    await session.untilText('/5)');
    await session.untilText('Value in ');
    session.send('\u001b[Fec');
    const name = 'maabar-longer-params-2014-05-parameters.csv';
    await session.untilText(`Written: ${name}`);
    expect(readFileSync(join(here, name), 'utf8')).toContain('trade.imports');
    session.send('q');
    expect(await session.exitCode).toBe(0);
  });

  it('refuses scenarios of two worlds, and three of them, before any screen opens', async () => {
    const session = open('watch baseline two-gates');
    expect(await session.exitCode).toBe(2);
    expect(session.written()).toContain('Runs of different');
    expect(session.written()).not.toContain('\u001b[?1049h');
    expect((await maabar(['watch', 'a', 'b', 'c'])).stderr).toContain('Name two at most.');
  });

  it('says on a pipe and in a terminal without escape codes what to do instead', async () => {
    const piped = await maabar(['watch', 'two-gates']);
    expect([piped.code, piped.stdout]).toEqual([2, '']);
    expect(piped.stderr).toContain('run two-gates prints a summary');
    const dumb = open('', 'export TERM=dumb;');
    expect(await dumb.exitCode).toBe(0);
    expect(dumb.written()).toContain('Usage: maabar');
    expect(dumb.written()).not.toContain('\u001b');
  });
});
