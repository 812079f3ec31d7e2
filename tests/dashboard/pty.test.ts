import { describe, expect, it } from 'vitest';
import { frameText } from '../../src/dashboard/frame.ts';
import type { Place } from '../../src/dashboard/place.ts';
import { pseudoExperiment, pseudoParameters, pseudoRecord } from '../fixtures/pseudo-run.ts';
import {
  childEnvironment,
  dashboardCommand,
  openShellLine,
  type PtySession,
} from '../fixtures/pty-session.ts';

const small = { columns: 80, rows: 24 };
const experiment = pseudoExperiment();
const record = pseudoRecord();

function open(size = small, environment: Readonly<Record<string, string>> = {}): PtySession {
  return openShellLine(dashboardCommand(), size, environment);
}

async function paused(session: PtySession): Promise<PtySession> {
  await session.untilText('mo/s');
  session.send('\u001b[H');
  await session.untilText('Jan 2014');
  await session.untilText('PAUSED');
  return session;
}

async function leave(session: PtySession): Promise<void> {
  session.send('q');
  await session.exitCode;
}

function frameRows(month: number, size = small, place: Partial<Place> = {}): readonly string[] {
  const { title, scenarioId } = experiment;
  const parameters = pseudoParameters();
  const frame = frameText({
    title,
    scenarioId,
    seed: 42,
    experiment,
    record,
    parameters,
    month,
    size,
    place,
  });
  return frame.split('\n').slice(0, -1);
}

describe('the dashboard in a terminal', () => {
  it('plays by itself, pauses and steps by keys, and shows what --frame prints', async () => {
    const session = await paused(open());
    session.send(']]]]l');
    await session.untilText('Feb 2018');
    expect(session.rows()).toEqual(frameRows(50));
    await leave(session);
  });

  it.each([
    ['4', { view: 'crossings' }],
    ['4j\r', { view: 'crossings', post: 1 }],
    ['5', { view: 'why' }],
    ['6\t', { view: 'params', panel: 1 }],
  ] as const)('shows after %j the view that --frame prints', async (keys, place) => {
    const session = await paused(open());
    session.send(`]]]]l${keys}`);
    const wanted = frameRows(50, small, place);
    expect(
      await session.until((shown) => shown.slice(0, -1).join() === wanted.slice(0, -1).join()),
    ).toHaveLength(24);
    await leave(session);
  });

  it('handles 20 keys sent in one write', async () => {
    const session = await paused(open());
    session.send('l'.repeat(20));
    await session.untilText('(m 21/156)');
    await leave(session);
  });

  it('writes nothing at all while paused', async () => {
    const session = await paused(open());
    session.send('?');
    await session.untilText('play or pause');
    session.send('?');
    // The whole frame, not its first rows: a slow machine writes it in parts.
    const wanted = frameRows(1).join('\n');
    await session.until((shown) => shown.join('\n') === wanted);
    const before = session.written().length;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(session.written().length - before).toBe(0);
    await leave(session);
  });

  it('looks after any row of resizes as if freshly started', async () => {
    const session = await paused(open());
    for (const [columns, rows] of [
      [120, 40],
      [80, 24],
      [200, 60],
      [59, 10],
      [100, 30],
      [120, 40],
    ] as const) {
      session.resize(columns, rows);
      const wanted =
        columns < 60 ? ['needs 60x16, now 59x10', ...Array(9).fill('')] : frameRows(1, { columns, rows });
      expect(await session.until((shown) => shown.join('\n') === wanted.join('\n'))).toEqual(wanted);
    }
    await leave(session);
  });

  it('survives thirty resizes in half a second', async () => {
    const session = await paused(open());
    for (let turn = 0; turn < 30; turn++) {
      session.resize(60 + ((turn * 37) % 120), 16 + ((turn * 11) % 40));
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    session.resize(120, 40);
    const wanted = frameRows(1, { columns: 120, rows: 40 });
    expect(await session.until((shown) => shown.join('\n') === wanted.join('\n'))).toEqual(wanted);
    await leave(session);
  });

  it('writes no colour under NO_COLOR, and never wipes the shell’s history', async () => {
    const session = await paused(open(small, { NO_COLOR: '1' }));
    session.resize(120, 40);
    await session.untilText('Events (');
    await leave(session);
    expect(session.written()).not.toMatch(/\u001b\[(?:\d+;)*(3[0-8]|4[0-8]|9[0-7])[;m]/);
    expect(session.written()).not.toContain('\u001b[3J');
  });

  it('draws where CI is set, even to nothing', async () => {
    const session = open(small, { CI: '' });
    await session.untilText('model output, not data');
    await leave(session);
    const other = open(small, { CI: 'true' });
    await other.untilText('model output, not data');
    await leave(other);
    expect(childEnvironment().CI).toBeUndefined();
  });
});

describe('the terminal is given back', () => {
  /** The shell tells the exit code and how the line is set once the dashboard is gone. */
  const line = (fault = ''): string =>
    `stty -a | grep -o '.icanon'; echo before; (${dashboardCommand(fault)}); echo "code $?"; stty -a | grep -o '.icanon'; echo after`;

  async function expectGivenBack(session: PtySession, code: number): Promise<readonly string[]> {
    const rows = await session.untilText('after');
    expect(rows).toContain('before');
    expect(rows.join('\n')).toContain(`code ${code}`);
    expect(rows.filter((row) => row.includes('icanon')).map((row) => row.trim())).toEqual([
      'icanon',
      'icanon',
    ]);
    expect(session.isCursorHidden()).toBe(false);
    expect(session.isOtherScreen()).toBe(false);
    await session.exitCode;
    return rows;
  }

  it.each([
    ['q', 'q', 0],
    ['Ctrl-C', '\u0003', 130],
  ])('after %s', async (_, keys, code) => {
    const session = openShellLine(line(), small);
    await session.untilText('mo/s');
    expect(session.isOtherScreen()).toBe(true);
    session.send(keys);
    await expectGivenBack(session, code);
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const)('after %s', async (signal, code) => {
    await expectGivenBack(openShellLine(line(signal), small), code);
  });

  it.each([
    ['a fault while drawing', 'broken', 'no table by_crossing_month'],
    ['a fault in a timer', 'timer', 'a timer failed on purpose'],
    ['a rejection nobody caught', 'stray', 'a promise failed on purpose'],
    ['a run that fails', 'rejected', 'the run failed on purpose'],
  ])('after %s, with its message', async (_, fault, message) => {
    const session = openShellLine(line(fault), { columns: 120, rows: 40 });
    const rows = await expectGivenBack(session, 1);
    expect(rows.join('\n')).toContain(`The dashboard stopped: Error: `);
    expect(rows.join('\n')).toContain(message);
  });
});
