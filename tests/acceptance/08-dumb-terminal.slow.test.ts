import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { launcher, maabar } from '../cli/program.ts';
import { openShellLine } from '../fixtures/pty-session.ts';
import { leave, openPaused, small } from './sessions.ts';

const shelf = mkdtempSync(join(tmpdir(), 'dumb-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const short = ['--months', '14', '--replicates', '2', '--workers', '1'];
const commands = {
  run: ['run', 'two-gates', ...short],
  batch: ['batch', 'two-gates', ...short],
};

describe('check 8: where escape codes are not understood there are none', () => {
  it.each(Object.entries(commands))('%s on a pipe', async (name, words) => {
    const { code, stdout, stderr } = await maabar([...words, '--out', join(shelf, `pipe-${name}`)]);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('odel output, not data');
    expect(stdout + stderr).not.toContain('\u001b');
  });

  it.each(Object.entries(commands))('%s in a terminal with TERM=dumb', async (name, words) => {
    // The pseudo-terminal sets TERM itself.
    const line = `TERM=dumb '${process.execPath}' '${launcher}' ${words.join(' ')} --out '${join(shelf, `dumb-${name}`)}'; echo "code $?"`;
    const session = openShellLine(line, small);
    await session.untilText('code 0');
    expect(session.written()).not.toContain('\u001b');
    await session.exitCode;
  });

  it('the screen itself writes no colour under NO_COLOR, and says all it says in colour', async () => {
    const session = await openPaused({ columns: 120, rows: 40 }, { NO_COLOR: '1' });
    for (const key of ['2', '3', '4', '5', '6', '?', 't', 'g', '1']) session.send(key);
    await session.untilText('[1 Run]');
    await leave(session);
    expect(session.written()).not.toMatch(/\u001b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7])(?:;\d+)*m/);
  });
});
