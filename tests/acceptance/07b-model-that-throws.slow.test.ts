import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { launcher } from '../cli/program.ts';
import { childEnvironment, openShellLine, type PtySession } from '../fixtures/pty-session.ts';

const shelf = mkdtempSync(join(tmpdir(), 'throws-'));
afterAll(() => rmSync(shelf, { recursive: true }));

/** Within its bounds, and more cents than the books of the model can count: they break in the tenth month. */
const tooMuch = '1e13';
const setTooMuch = `--set patron.transfer=${tooMuch}`;
const wide = { columns: 160, rows: 40 };

function open(words: string): PtySession {
  return openShellLine(`cd '${shelf}'; '${process.execPath}' '${launcher}' ${words}; echo "code $?"`, wide);
}

/** What the shell shows once the terminal is given back, and the command that it says repeats the run. */
async function toldBy(session: PtySession): Promise<{ readonly text: string; readonly command: string }> {
  const rows = await session.untilText('code ');
  expect(session.isOtherScreen()).toBe(false);
  expect(session.isCursorHidden()).toBe(false);
  await session.exitCode;
  const [command = ''] = rows.flatMap((row) => row.match(/(?<=^To repeat it: {2}node ).*$/)?.[0] ?? []);
  return { text: rows.join('\n'), command };
}

/** What the command prints on a pipe. */
function repeat(command: string) {
  const words = `cd '${shelf}'; '${process.execPath}' ${command}`;
  return spawnSync('sh', ['-c', words], { env: childEnvironment(), encoding: 'utf8' });
}

const broken = /failed on seed 1, replicate 1: 2014-10: .*households changed by/;

describe('check 7: a model that throws while it is watched', () => {
  it.each([
    ['run', `run two-gates ${setTooMuch} --out ran`],
    ['watch', `watch two-gates ${setTooMuch}`],
  ])('under %s leaves its message, the command that repeats it, and exit code 1', async (_, words) => {
    const { text, command } = await toldBy(open(words));
    expect(text).toMatch(broken);
    expect(text).toContain('code 1');
    expect(text).not.toContain('    at ');
    expect(command).toMatch(/run two-gates --seed 1 --set patron.transfer=1e13 --replicate 1$/);
    const again = repeat(command);
    expect(again.status).toBe(4);
    expect(again.stdout + again.stderr).toContain('households changed by');
  });

  it('with what was thrown in is refused, and told with a file that repeats it once the screen is left', async () => {
    const session = open('watch two-gates');
    await session.untilText('mo/s');
    session.send('6/patron.transfer\r');
    await session.untilText('>patron.transfer');
    session.send('c');
    await session.untilText('patron.transfer, now');
    session.send(`${'\u007f'.repeat(12)}${tooMuch}\r`);
    await session.untilText('The model cannot play that');
    session.send('q');
    const { text, command } = await toldBy(session);
    expect(text).toMatch(broken);
    expect(text).toContain('code 1');
    expect(command).toMatch(/run two-gates-shocked.yaml --seed 1 --months 60 --replicate 1$/);
    const again = repeat(command);
    expect(again.status).toBe(4);
    expect(again.stdout + again.stderr).toContain('households changed by');
  });
});
