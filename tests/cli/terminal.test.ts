import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openShellLine, type PtySession } from '../fixtures/pty-session.ts';
import { launcher } from './program.ts';

const shelf = mkdtempSync(join(tmpdir(), 'terminal-'));
afterAll(() => rmSync(shelf, { recursive: true }));

function run(out: string, flags = '--replicates 2'): PtySession {
  const line = `'${process.execPath}' '${launcher}' run two-gates ${flags} --out '${join(shelf, out)}'`;
  return openShellLine(line, { columns: 80, rows: 24 });
}

describe('run in a terminal', () => {
  it('opens the dashboard, and after q prints the summary of the finished folder', async () => {
    const session = run('watched');
    await session.untilText('Jan 2014');
    expect(session.isOtherScreen()).toBe(true);
    await session.until((rows) => !rows.some((row) => /run \d+\/\d|writing tables/.test(row)));
    session.send('q');
    expect(await session.exitCode).toBe(0);
    expect(session.isOtherScreen()).toBe(false);
    expect(session.written()).toContain('Model output, not data.');
    expect(existsSync(join(shelf, 'watched', 'manifest.json'))).toBe(true);
  });

  it('left by Ctrl-C ends with 130, keeps what is done, and says how to go on', async () => {
    const session = run('left', '--replicates 3000');
    await session.untilText('Jan 2014');
    session.send('\u0003');
    expect(await session.exitCode).toBe(130);
    expect(session.written()).toContain('Continue with:  node bin/maabar.js run two-gates');
    expect(existsSync(join(shelf, 'left', 'manifest.json'))).toBe(false);
  });

  it('prints the summary at once with --plain, and no escape codes', async () => {
    const session = run('plain', '--replicates 2 --plain');
    expect(await session.exitCode).toBe(0);
    expect(session.written()).toContain('Checks: ');
    expect(session.written()).not.toContain('\u001b');
    expect(JSON.parse(readFileSync(join(shelf, 'plain', 'manifest.json'), 'utf8')).runs.ok).toBe(2);
  });

  it('refuses a folder that holds something else before any screen opens', async () => {
    const session = run('plain', '--replicates 3');
    expect(await session.exitCode).toBe(7);
    expect(session.written()).not.toContain('\u001b[?1049h');
  });
});
