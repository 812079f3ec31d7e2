import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openShellLine } from '../fixtures/pty-session.ts';
import { launcher, maabar } from './program.ts';

const shelf = mkdtempSync(join(tmpdir(), 'frame-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const run = ['run', 'two-gates', '--months', '30', '--out', join(shelf, 'none')];

describe('a printed frame', () => {
  it('is as large as asked, names its month, and leaves no folder', async () => {
    const { code, stdout } = await maabar([...run, '--frame', '2015-06', '--size', '90x20', '--plain']);
    expect(code).toBe(0);
    const lines = stdout.split('\n').slice(0, -1);
    expect(lines).toHaveLength(20);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(90);
    expect(lines[0]).toContain('Jun 2015 (m 18/30)');
    expect(existsSync(join(shelf, 'none'))).toBe(false);
  });

  it('shows the view asked for, of the subject asked for, in the characters asked for', async () => {
    const asked = ['--frame', '2015-06', '--view', 'why', '--on', 'upper-gate', '--glyphs', 'ascii'];
    const { stdout } = await maabar([...run, ...asked]);
    expect(stdout).toContain('What moved: Upper Gate, Jun 2015');
    expect(stdout).toContain('crossings.upper-gate.clearance');
    expect(stdout).toMatch(/^[\x20-\x7e\n]*$/);
  });

  it('of one post says what another toll would bring, in words and as numbers', async () => {
    const asked = [...run, '--frame', '2015-06', '--view', 'crossings', '--on', 'upper-gate'];
    const { stdout } = await maabar([...asked, '--size', '120x40']);
    expect(stdout).toMatch(/At \d+\.\d%, as asked, factions take \$/);
    const { table } = JSON.parse((await maabar([...asked, '--as', 'json', '--panel', 'tolls'])).stdout);
    expect(table.rows.filter(({ toll }: { toll: string }) => toll === 'asked')).toHaveLength(1);
  });

  it('is had as numbers of a panel and as a picture', async () => {
    const asked = [...run, '--frame', '2015-06', '--view', 'why'];
    const { code, stdout } = await maabar([...asked, '--as', 'json', '--panel', 'rules']);
    expect(code).toBe(0);
    const { about, table } = JSON.parse(stdout);
    expect(about).toMatchObject({ note: 'model output, not data', shown_date: '2015-06-01', view: 'why' });
    expect([table.name, table.rows[0].date]).toEqual(['rules', '2015-06-01']);
    const picture = await maabar([...asked, '--as', 'svg']);
    expect(picture.stdout).toMatch(/^<svg .*\n<title id="title">/);
    expect(picture.stdout).toMatch(/<\/svg>\n$/);
  });

  it('is the screen that run shows, paused at that month, opened with a view', async () => {
    const words = `run two-gates --months 30 --replicates 1 --view why --out '${join(shelf, 'shown')}'`;
    const session = openShellLine(`'${process.execPath}' '${launcher}' ${words}`, { columns: 80, rows: 24 });
    await session.untilText('mo/s');
    session.send(':2015-06\r');
    const { stdout } = await maabar([...run, '--frame', '2015-06', '--view', 'why']);
    const wanted = stdout.split('\n').slice(0, -1).join('\n');
    expect((await session.until((rows) => rows.join('\n') === wanted)).join('\n')).toBe(wanted);
    session.send('q');
    await session.exitCode;
  });

  it('of the view compare is drawn from pairs played for it', async () => {
    const asked = ['--against', 'two-gates-pact-broken', '--view', 'compare', '--pairs', '11'];
    const { code, stdout, stderr } = await maabar([
      ...run,
      ...asked,
      '--frame',
      '2016-06',
      '--size',
      '120x40',
    ]);
    expect([code, stderr]).toEqual([0, 'Playing 11 pairs of runs.\n']);
    expect(stdout).toContain('90% of 11 pairs');
    expect(stdout).toMatch(/customs +\$\S+ +\$\S+ +\+\$\S+ +\+\$\S+ \.\. \+\$/);
  });

  it.each([
    [['--frame', '2017-01'], '--frame "2017-01" is no month of this run. Write one from 2014-01 to 2016-06.'],
    [['--frame', '2015-01', '--predict'], '--predict asks questions on a screen, and --frame prints one.'],
    [['--frame', '2015-01', '--size', '80'], '--size "80" is no size.'],
    [['--size', '80x24'], 'Add the month: --frame 2018-06.'],
    [['--as', 'csv'], 'Add the month: --frame 2018-06.'],
    [['--frame', '2015-01', '--as', 'csv', '--panel', '9'], '1 factions, 2 income, 3 crossings, 4 events'],
    [['--frame', '2015-01', '--panel', '1'], 'add --as csv or --as json'],
    [['--view', 'crossings'], '--view is for the screen of a terminal, and here is none.'],
    [['--pairs', '4', '--plain'], '--pairs is for the screen of a terminal, and here is none.'],
    [['--frame', '2015-01', '--on', 'bridge'], 'add --view why or --view crossings'],
    [['--frame', '2015-01', '--view', 'why', '--on', 'upper-gat'], 'Did you mean "upper-gate"?'],
    [
      ['--frame', '2015-01', '--view', 'crossings', '--on', 'patron.transfer'],
      'is no crossing and no inland post',
    ],
    [['--frame', '2015-01', '--view', 'map'], 'Allowed choices are run, compare'],
  ])('refuses %j with a sentence', async (flags, sentence) => {
    const { code, stderr } = await maabar([...run, ...flags]);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
    expect(readdirSync(shelf)).not.toContain('none');
  });
});
