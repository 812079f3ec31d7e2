import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openShellLine, type PtySession } from '../fixtures/pty-session.ts';
import { studySums } from '../fixtures/study-sums.ts';
import { launcher, maabar } from './program.ts';

const shelf = mkdtempSync(join(tmpdir(), 'batch-terminal-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const at = (name: string): string => join(shelf, name);

const small = ['two-gates', '--months', '12', '--tables', 'none', '--replicates', '200'];
/** Chunks of less than a second, and so many that it never ends by itself. */
const endless = ['two-gates', '--months', '12', '--tables', 'none', '--replicates', '2000'];
/** Chunks of some seconds, so that one is at hand for long. */
const large = ['two-gates', '--tables', 'none', '--replicates', '20000'];

function batch(words: readonly string[], out: string): PtySession {
  const line = `exec '${process.execPath}' '${launcher}' batch ${words.join(' ')} --workers 1 --out '${at(out)}'`;
  return openShellLine(line, { columns: 100, rows: 24 });
}

describe('batch in a terminal', () => {
  it('draws, is held, is stopped by Ctrl-C with all saved, and goes on by the same command to the same bytes', async () => {
    const first = batch(small, 'stopped');
    await first.untilText('model output, not data');
    expect(first.isOtherScreen()).toBe(true);
    first.send(' ');
    await first.untilText('HELD');
    first.send('\u0003');
    expect(await first.exitCode).toBe(130);
    expect(first.isOtherScreen()).toBe(false);
    expect(first.written()).toMatch(/Stopped: \d+ of 200 runs are saved in /);
    expect(first.written().replace(/\s+/g, ' ')).toContain(
      'Continue with: node bin/maabar.js batch two-gates --replicates 200',
    );
    expect(existsSync(join(at('stopped'), 'manifest.json'))).toBe(false);

    const second = batch(small, 'stopped');
    expect(await second.exitCode).toBe(0);
    expect(second.isOtherScreen()).toBe(false);
    expect(second.written()).toContain('Model output, not data.');

    const peace = await maabar(['batch', ...small, '--workers', '1', '--out', at('peace')]);
    expect(peace.code, peace.stderr).toBe(0);
    expect(studySums(at('stopped'))).toEqual(studySums(at('peace')));
  });

  it('asks before q stops it', async () => {
    const session = batch(endless, 'asked');
    await session.untilText('RUNNING');
    session.send('q');
    await session.untilText('y stop, n go on');
    session.send('n');
    await session.until((rows) => rows.every((row) => !row.includes('y stop')));
    session.send('qq');
    expect(await session.exitCode).toBe(130);
    expect(session.written()).toContain('Continue with:');
  });

  it('stops at once by a second Ctrl-C, with the way to go on', async () => {
    const session = batch(large, 'at-once');
    await session.untilText('RUNNING');
    session.send('\u0003');
    await session.untilText('FINISHING');
    await session.until(() => {
      session.send('\u0003');
      return !session.isOtherScreen();
    });
    expect(await session.exitCode).toBe(130);
    expect(session.written()).toMatch(/Stopped: [\d,]+ of 20,000 runs are saved/);
    expect(existsSync(join(at('at-once'), 'lock.json'))).toBe(false);
  });

  it('finishes the runs at hand after SIGTERM too, and ends with 143', async () => {
    const session = batch(endless, 'terminated');
    await session.untilText('RUNNING');
    session.kill('SIGTERM');
    expect(await session.exitCode).toBe(143);
    expect(session.isOtherScreen()).toBe(false);
    expect(session.written()).toMatch(/Stopped: [\d,]+ of 2,000 runs are saved/);
  });

  it('opens no screen with --plain, nor where the folder is finished', async () => {
    const words = ['two-gates', '--months', '2', '--tables', 'none', '--replicates', '4'];
    const plain = batch([...words, '--plain'], 'plain');
    expect(await plain.exitCode).toBe(0);
    const again = batch(words, 'plain');
    expect(await again.exitCode).toBe(0);
    expect(again.written()).toContain('is finished already');
    for (const session of [plain, again]) expect(session.written()).not.toContain('\u001b');
  });
});
