import { execFileSync, spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { childEnvironment, dashboardCommand } from '../fixtures/pty-session.ts';

const hasTmux = spawnSync('tmux', ['-V']).status === 0;
if (!hasTmux) console.warn('tmux is not on this machine: the dashboard is not tried in it');

/** A server of our own, so that nobody's sessions are touched. */
const server = `dashboard-test-${process.pid}`;

function tmux(...words: readonly string[]): string {
  return execFileSync('tmux', ['-L', server, '-f', '/dev/null', ...words], {
    encoding: 'utf8',
    env: childEnvironment(),
  });
}

function rows(): readonly string[] {
  return tmux('capture-pane', '-p')
    .replace(/\n$/, '')
    .split('\n')
    .map((row) => row.trimEnd());
}

async function until(question: (rows: readonly string[]) => boolean): Promise<readonly string[]> {
  const deadline = performance.now() + 20_000;
  while (!question(rows())) {
    if (performance.now() > deadline)
      throw new Error(`never came to pass; the screen is\n${rows().join('\n')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return rows();
}

const untilText = (text: string): Promise<readonly string[]> =>
  until((shown) => shown.some((row) => row.includes(text)));

describe.skipIf(!hasTmux)('the dashboard in tmux', () => {
  beforeAll(async () => {
    tmux('new-session', '-d', '-x', '80', '-y', '24', 'sh');
    await until((shown) => shown[0] !== '');
    tmux('send-keys', "clear; PS1='ready> '; seq -f 'history %g' 60", 'Enter');
    await untilText('history 60');
    tmux('send-keys', `(${dashboardCommand()}); echo code $?`, 'Enter');
    await untilText('mo/s');
  }, 60_000);

  afterAll(() => {
    tmux('kill-server');
  });

  it('pauses, and after resizes looks as at the start', async () => {
    tmux('send-keys', 'Home');
    await untilText('PAUSED');
    const before = await untilText('Jan 2014');
    for (const [columns, lines] of [
      [120, 40],
      [59, 10],
      [200, 60],
    ]) {
      tmux('resize-window', '-x', String(columns), '-y', String(lines));
      await until(
        (shown) =>
          shown.length === lines &&
          (columns < 60 ? shown[0].includes('needs 60x16') : shown.at(-1)!.endsWith('q quit')),
      );
    }
    tmux('resize-window', '-x', '80', '-y', '24');
    expect(await until((shown) => shown.join('\n') === before.join('\n'))).toEqual(before);
  });

  it('steps by arrow keys', async () => {
    tmux('send-keys', 'Right', 'Right', 'Left', 'Right');
    await untilText('Mar 2014');
  });

  it('leaves the shell and its history as they were', async () => {
    tmux('send-keys', 'q');
    await untilText('code 0');
    const history = tmux('capture-pane', '-p', '-S', '-')
      .split('\n')
      .map((row) => row.trim());
    const lines = history.filter((row) => row.startsWith('history '));
    expect(lines).toEqual(Array.from({ length: 60 }, (_, index) => `history ${index + 1}`));
  });
});
