import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { launcher, maabar } from '../cli/program.ts';
import { openShellLine } from '../fixtures/pty-session.ts';

const shelf = mkdtempSync(join(tmpdir(), 'reader-'));
afterAll(() => rmSync(shelf, { recursive: true }));

/** Boxes, blocks, braille, and any control but the line feed. */
const drawn = /[\u2500-\u259f\u2800-\u28ff]|[\p{Cc}--\n]/v;

function asked(name: string): readonly string[] {
  const short = ['--replicates', '2', '--workers', '1', '--out', join(shelf, name)];
  return ['run', 'maximum-pressure', '--screen-reader', ...short];
}

describe('check 15: --screen-reader', () => {
  it('tells a run in lines: a year each, a change each, how it compares, where the files are', async () => {
    const { code, stdout, stderr } = await maabar(asked('pipe'));
    expect(code, stderr).toBe(0);
    expect(stdout).not.toMatch(drawn);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/\?$/);
    expect(lines[1]).toContain('Model output, not data');
    const years = lines.filter((line) => /^20\d\d, in /.test(line)).map((line) => line.slice(0, 4));
    expect(years).toEqual([...new Set(years)]);
    expect(years).toHaveLength(13);
    const changes = lines.filter((line) => /, change \d+: /.test(line));
    expect(changes.length).toBeGreaterThan(0);
    // The question, what is played, three sentences of comparison, and the end.
    expect(lines.length).toBeLessThanOrEqual(years.length + changes.length + 6);
    expect(lines.some((line) => /^Compared with baseline, .* factions take \$/.test(line))).toBe(true);
    const folder = /^Finished: 4 runs\. The tables are in (.*)\.$/.exec(lines.at(-1) ?? '')?.[1] ?? '';
    expect(existsSync(join(folder, 'manifest.json'))).toBe(true);
    expect(stderr).not.toMatch(drawn);
  });

  it('says the same of a folder that is finished already', async () => {
    const once = await maabar(asked('twice'));
    const again = await maabar(asked('twice'));
    expect(again.stdout).toBe(once.stdout);
  });

  it('moves no cursor and erases nothing in a terminal', async () => {
    const line = `'${process.execPath}' '${launcher}' ${asked('tty').join(' ')}; echo "code $?"`;
    const session = openShellLine(line, { columns: 120, rows: 40 });
    await session.untilText('code 0');
    expect(session.written().replaceAll('\r\n', '\n')).not.toMatch(drawn);
    await session.exitCode;
  });
});

describe('check 15: a study told in lines', () => {
  const words = ['batch', 'two-gates', 'two-gates-pact-broken', '--replicates', '200', '--workers', '1'];

  it('by batch: a line at most for each tenth, the last says finished and where the files are', async () => {
    const folder = join(shelf, 'batch');
    const small = ['--replicates', '20', '--months', '30', '--screen-reader', '--out', folder];
    const { code, stdout, stderr } = await maabar([...words, ...small]);
    expect(code, stderr).toBe(0);
    expect(stdout + stderr).not.toMatch(drawn);
    expect(stderr.match(/^\d+%/gm)!.length).toBeLessThanOrEqual(11);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(`Finished. The tables are in ${folder}.`);
  });

  it('by watch, of a folder that another process works, until it is finished', async () => {
    const folder = join(shelf, 'watched');
    const working = maabar([...words, '--months', '60', '--plain', '--out', folder]);
    while (!existsSync(join(folder, 'plan.json'))) await new Promise((resolve) => setTimeout(resolve, 50));
    const { code, stdout, stderr } = await maabar(['watch', folder, '--screen-reader']);
    expect([code, stderr]).toEqual([0, '']);
    expect((await working).code).toBe(0);
    expect(stdout).not.toMatch(drawn);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toContain('Model output, not data');
    const progress = lines.slice(1, -1);
    expect(progress.length).toBeGreaterThan(0);
    expect(progress.length).toBeLessThanOrEqual(11);
    for (const line of progress) expect(line).toMatch(/^[\d,]+ of 400 runs are kept.*\.$/);
    expect(lines.at(-1)).toBe(`Finished: 400 of 400 runs are kept. The tables are in ${folder}.`);
  });

  it('by watch, of a folder that nobody works: that, and how to go on', async () => {
    const folder = join(shelf, 'planned');
    expect((await maabar(['plan', 'two-gates', '--replicates', '4', '--out', folder])).code).toBe(0);
    const { stdout } = await maabar(['watch', folder, '--screen-reader']);
    expect(stdout).not.toMatch(drawn);
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(stdout).toMatch(/\nStopped: nobody works it\. 0 of 4 runs are kept in .* To go on: .*batch /);
  });
});
