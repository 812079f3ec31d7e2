import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { lockPath } from '../../../src/study/lock.ts';
import { launcher, maabar, root } from '../../cli/program.ts';
import { childEnvironment, openShellLine, type PtySession } from '../../fixtures/pty-session.ts';

const entry = fileURLToPath(new URL('../../fixtures/attached-entry.ts', import.meta.url));
const shelf = mkdtempSync(join(tmpdir(), 'attached-'));
const working: ReturnType<typeof spawn>[] = [];
afterAll(() => {
  for (const child of working) child.kill('SIGKILL');
  rmSync(shelf, { recursive: true, force: true, maxRetries: 5 });
});
const folder = join(shelf, 'study');
const study = ['two-gates', '--months', '12', '--tables', 'none', '--replicates', '1500', '--out', folder];

function attach(): PtySession {
  return openShellLine(`exec '${process.execPath}' '${entry}' '${folder}'`, { columns: 100, rows: 24 });
}

/** Runs the study in a process of its own. */
function work(): ReturnType<typeof spawn> {
  const child = spawn(process.execPath, [launcher, 'batch', ...study, '--workers', '1'], {
    cwd: root,
    env: childEnvironment(),
    stdio: 'ignore',
  });
  working.push(child);
  return child;
}

/** Runs done, as the screen counts them; NaN where it says nothing yet. */
function doneOn(rows: readonly string[]): number {
  const found = /([\d,]+) of 1,500 runs/.exec(rows.join('\n'));
  return Number(found?.[1].replaceAll(',', '') ?? Number.NaN);
}

describe('a screen on the folder of a study', () => {
  it('follows it through another process, its death, the next sitting and the end', async () => {
    await maabar(['plan', ...study]);
    const screen = attach();
    await screen.untilText('STOPPED');
    expect(doneOn(screen.rows())).toBe(0);

    const first = work();
    await screen.untilText(`worked by process ${first.pid}`);
    await screen.until((rows) => doneOn(rows) > 0);
    const early = doneOn(screen.rows());
    await screen.until((rows) => doneOn(rows) > early);
    await screen.until((rows) => rows.join('\n').includes('runs/s'));
    first.kill('SIGKILL');
    await screen.untilText('STOPPED');
    expect(readFileSync(lockPath(folder), 'utf8')).toContain(String(first.pid));
    const kept = doneOn(screen.rows());
    expect(kept).toBeLessThan(1500);

    const second = work();
    await screen.untilText(`worked by process ${second.pid}`);
    expect(doneOn(screen.rows())).toBeGreaterThanOrEqual(kept);
    await screen.untilText('FINISHED');
    expect(doneOn(screen.rows())).toBe(1500);
    expect(screen.rows().join('\n')).toContain('Spread of 1,500 runs');

    screen.send('\r');
    await screen.untilText('[1 Run]');
    await screen.untilText('Income of factions');
    screen.send('3');
    await screen.untilText('1,500 of 1,500 runs');
    expect(screen.rows().join('\n')).toContain('two-gates │');
    screen.send('\u001b');
    await screen.untilText('BATCH two-gates');
    screen.send('q');
    expect(await screen.exitCode).toBe(0);
    expect(screen.isOtherScreen()).toBe(false);
    expect(screen.written()).not.toContain('\u001b[3J');
  });

  it('writes nothing at all while nothing changes, and leaves the folder as it is', async () => {
    const before = readFileSync(join(folder, 'manifest.json'));
    const screen = attach();
    await screen.untilText('FINISHED');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const written = screen.written().length;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(screen.written().length).toBe(written);
    screen.send('\u0003');
    expect(await screen.exitCode).toBe(130);
    expect(readFileSync(join(folder, 'manifest.json')).equals(before)).toBe(true);
  });
});
