import { frameText } from '../../src/dashboard/frame.ts';
import type { Place } from '../../src/dashboard/place.ts';
import { pseudoExperiment, pseudoParameters, pseudoRecord } from '../fixtures/pseudo-run.ts';
import { dashboardCommand, openShellLine, type PtySession } from '../fixtures/pty-session.ts';

/** The size that most checks are made at. */
export const small = { columns: 80, rows: 24 };

/** The dashboard on the made-up run, as a process of its own in a pseudo-terminal. */
export function open(size = small, environment: Readonly<Record<string, string>> = {}): PtySession {
  return openShellLine(dashboardCommand(), size, environment);
}

/** The same, paused at the first month. */
export async function openPaused(
  size = small,
  environment: Readonly<Record<string, string>> = {},
): Promise<PtySession> {
  const session = open(size, environment);
  await session.untilText('mo/s');
  session.send('\u001b[H');
  await session.untilText('Jan 2014');
  await session.untilText('PAUSED');
  return session;
}

/** Leaves by q. */
export async function leave(session: PtySession): Promise<void> {
  session.send('q');
  await session.exitCode;
}

/** What `--frame` prints of the made-up run, row by row. */
export function frameRows(month: number, size = small, place: Partial<Place> = {}): readonly string[] {
  const { title, scenarioId } = experiment;
  const parameters = pseudoParameters();
  const text = frameText({ title, scenarioId, seed: 42, experiment, record, parameters, month, size, place });
  return text.split('\n').slice(0, -1);
}

/** The screen once it is exactly these rows. */
export function untilRows(session: PtySession, wanted: readonly string[]): Promise<readonly string[]> {
  return session.until((shown) => shown.join('\n') === wanted.join('\n'));
}

/** Waits until the last frame has come whole: its first rows are on the screen before the rest. */
export async function untilQuiet({ written }: PtySession): Promise<void> {
  for (let before = -1; before !== written().length; ) {
    before = written().length;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

const experiment = pseudoExperiment();
const record = pseudoRecord();
