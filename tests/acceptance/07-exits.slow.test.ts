import { describe, expect, it } from 'vitest';
import { dashboardCommand, openShellLine, type PtySession } from '../fixtures/pty-session.ts';
import { small } from './sessions.ts';

/** The shell tells the exit code and how the line is set once the dashboard is gone. */
function line(fault = ''): string {
  const settings = "stty -a | grep -oE '[-]?(icanon|echo)\\b' | tr '\\n' ' '; echo";
  return `${settings}; echo before; (${dashboardCommand(fault)}); echo "code $?"; ${settings}; echo after`;
}

async function givenBack(session: PtySession, code: number): Promise<string> {
  const rows = await session.untilText('after');
  expect(rows).toContain('before');
  expect(rows.join('\n')).toContain(`code ${code}`);
  const settings = rows.filter((row) => row.includes('icanon')).map((row) => row.trim());
  expect(settings).toHaveLength(2);
  for (const each of settings) expect(each).toMatch(/^(?=.*(^|\s)icanon)(?=.*(^|\s)echo).*$/);
  expect(session.isCursorHidden()).toBe(false);
  expect(session.isOtherScreen()).toBe(false);
  await session.exitCode;
  return rows.join('\n');
}

describe('check 7: the terminal is given back', () => {
  it.each([
    ['q', 'q', 0],
    ['Ctrl-C', '\u0003', 130],
  ])('after %s', async (_, keys, code) => {
    const session = openShellLine(line(), small);
    await session.untilText('mo/s');
    expect(session.isOtherScreen()).toBe(true);
    session.send(keys);
    await givenBack(session, code);
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const)('after %s', async (signal, code) => {
    await givenBack(openShellLine(line(signal), small), code);
  });

  it.each([
    ['a fault while drawing', 'broken', 'no table by_crossing_month'],
    ['a throw in a component', 'component', 'a component failed on purpose'],
    ['a throw in a timer', 'timer', 'a timer failed on purpose'],
    ['a rejection nobody caught', 'stray', 'a promise failed on purpose'],
    ['a run that fails', 'rejected', 'the run failed on purpose'],
    ['a worker that crashes', 'worker', 'a worker failed on purpose'],
  ])('after %s, with its message and exit code 1', async (_, fault, message) => {
    const text = await givenBack(openShellLine(line(fault), { columns: 120, rows: 40 }), 1);
    expect(text).toContain('The dashboard stopped: ');
    expect(text).toContain(message);
  });
});
