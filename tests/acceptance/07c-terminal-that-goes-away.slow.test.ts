import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { launcher } from '../cli/program.ts';
import { openShellLine } from '../fixtures/pty-session.ts';

const shelf = mkdtempSync(join(tmpdir(), 'gone-'));
afterAll(() => rmSync(shelf, { recursive: true }));

/** Longer than the runs take that `run` is working, which it keeps before it ends. */
const soonMs = 30_000;

/** A program that was started by a shell that became it, and whether it still runs. */
function open(words: string) {
  const pidFile = join(shelf, 'pid');
  const line = `cd '${shelf}'; echo $$ > '${pidFile}'; exec '${process.execPath}' '${launcher}' ${words}`;
  const session = openShellLine(line, { columns: 120, rows: 40 });
  const isThere = (): boolean => {
    try {
      process.kill(Number(readFileSync(pidFile, 'utf8')), 0);
      return true;
    } catch {
      return false;
    }
  };
  return { session, isThere };
}

/** Ends the terminal under a program. Gives its exit code, `still there` where it does not end. */
async function hangUp({ session }: ReturnType<typeof open>): Promise<number | 'still there'> {
  session.kill('SIGHUP');
  const late = new Promise<'still there'>((resolve) => setTimeout(resolve, soonMs, 'still there').unref());
  return Promise.race([session.exitCode, late]);
}

describe('check 7: a terminal that goes away leaves no process behind', () => {
  it.each([
    ['watch', 'watch gate-closed'],
    ['run', 'run gate-closed --out worked'],
  ])('while %s plays pairs', async (_, words) => {
    const program = open(words);
    await program.session.untilText('mo/s');
    program.session.send('2');
    await program.session.untilText('of 20 pairs');
    expect(program.isThere()).toBe(true);
    expect(await hangUp(program)).toBe(129);
    expect(program.isThere()).toBe(false);
  });

  it('while a shock is played', async () => {
    const program = open('watch gate-closed');
    await program.session.untilText('mo/s');
    program.session.send('s\r');
    await program.session.untilText('ARMED');
    program.session.send('\r');
    await program.session.untilText('PLAYING SHOCKS');
    expect(await hangUp(program)).toBe(129);
    expect(program.isThere()).toBe(false);
  });
});
