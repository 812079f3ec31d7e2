import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openShellLine, type PtySession } from '../fixtures/pty-session.ts';
import { untilQuiet } from './sessions.ts';

const entry = fileURLToPath(new URL('../fixtures/batch-entry.ts', import.meta.url));
const size = { columns: 120, rows: 40 };

/** The shell tells the exit code and how the line is set once the screen is gone; a Ctrl-C too many does not end it. */
function open(fault = '', environment: Readonly<Record<string, string>> = {}): PtySession {
  const line = `trap '' INT; stty -a | grep -o '.icanon'; echo before; ('${process.execPath}' '${entry}' ${fault}); echo "code $?"; stty -a | grep -o '.icanon'; echo after`;
  return openShellLine(line, size, environment);
}

async function expectGivenBack(session: PtySession, code: number): Promise<string> {
  const rows = await session.untilText('after');
  expect(rows).toContain('before');
  expect(rows.join('\n')).toContain(`code ${code}`);
  expect(rows.filter((row) => row.includes('icanon')).map((row) => row.trim())).toEqual(['icanon', 'icanon']);
  expect(session.isCursorHidden()).toBe(false);
  expect(session.isOtherScreen()).toBe(false);
  await session.exitCode;
  return rows.join('\n');
}

describe('check 7: the screen of a batch gives the terminal back', () => {
  it('after it is closed, with 0', async () => {
    await expectGivenBack(open('done'), 0);
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('after %s', async (signal, code) => {
    await expectGivenBack(open(signal), code);
  });

  it.each([
    ['a fault while drawing', 'broken', 'Error'],
    ['a fault in a timer', 'timer', 'a timer failed on purpose'],
    ['a rejection nobody caught', 'stray', 'a promise failed on purpose'],
  ])('after %s, with its message', async (_, fault, message) => {
    const text = await expectGivenBack(open(fault), 1);
    expect(text).toContain('The dashboard stopped: ');
    expect(text).toContain(message);
  });

  it('after two presses of Ctrl-C, of which the first is only a wish; one press delivered twice is one', async () => {
    const session = open();
    await session.untilText('RUNNING');
    expect(session.isOtherScreen()).toBe(true);
    session.send('\u0003\u0003');
    await session.untilText('FINISHING');
    // Only a press that comes later than that is another one. One is enough: once the line is cooked again, more would flush what it still holds.
    await new Promise((resolve) => setTimeout(resolve, 700));
    session.send('\u0003');
    await session.until(() => !session.isOtherScreen());
    await expectGivenBack(session, 130);
  });
});

describe('check 4: the screen of a batch that is held', () => {
  it('holds and goes on, without colour under NO_COLOR, and writes nothing at all while held', async () => {
    const session = open('', { NO_COLOR: '1' });
    await session.untilText('RUNNING');
    session.send(' ');
    await session.untilText('HELD');
    await untilQuiet(session);
    const before = session.written().length;
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect(session.written().length - before).toBe(0);
    session.send(' m');
    await session.untilText('income_local_usd (m: outcome 2 of 2)');
    await session.untilText('RUNNING');
    expect(session.written()).not.toMatch(/\u001b\[(?:\d+;)*(3[0-8]|4[0-8]|9[0-7])[;m]/);
    expect(session.written()).not.toContain('\u001b[3J');
    session.kill('SIGKILL');
    await session.exitCode;
  });
});
