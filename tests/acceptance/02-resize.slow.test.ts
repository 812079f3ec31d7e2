import { describe, expect, it } from 'vitest';
import { dashboardCommand } from '../fixtures/pty-session.ts';
import { hasTmux, openTmux } from '../fixtures/tmux-server.ts';
import { frameRows, leave, openPaused, small, untilRows } from './sessions.ts';

const sizes = [
  [120, 40],
  [80, 24],
  [200, 60],
  [59, 10],
  [100, 30],
  [120, 40],
] as const;

function freshRows(columns: number, rows: number): readonly string[] {
  const isTiny = columns < 60 || rows < 16;
  if (isTiny) return [`needs 60x16, now ${columns}x${rows}`, ...Array(rows - 1).fill('')];
  return frameRows(1, { columns, rows });
}

describe('check 2: after resizes the screen is that of a fresh start', () => {
  it('in a pseudo-terminal, size by size', async () => {
    const session = await openPaused();
    for (const [columns, rows] of sizes) {
      session.resize(columns, rows);
      const wanted = freshRows(columns, rows);
      expect(await untilRows(session, wanted)).toEqual(wanted);
    }
    await leave(session);
  });

  it('after thirty resizes in half a second', async () => {
    const session = await openPaused();
    for (let turn = 0; turn < 30; turn++) {
      session.resize(60 + ((turn * 37) % 120), 16 + ((turn * 11) % 40));
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    session.resize(120, 40);
    expect(await untilRows(session, freshRows(120, 40))).toHaveLength(40);
    await leave(session);
  });

  it.skipIf(!hasTmux)('in tmux, size by size', async () => {
    const pane = openTmux('resize', small);
    pane.tmux('send-keys', dashboardCommand(), 'Enter');
    await pane.untilText('mo/s');
    pane.tmux('send-keys', 'Home');
    await pane.untilText('PAUSED');
    await pane.untilText('Jan 2014');
    for (const [columns, rows] of sizes) {
      pane.tmux('resize-window', '-x', String(columns), '-y', String(rows));
      const wanted = freshRows(columns, rows).join('\n').trimEnd();
      const shown = await pane.until((lines) => lines.join('\n').trimEnd() === wanted);
      expect(shown.length).toBeLessThanOrEqual(rows);
    }
    pane.close();
  });
});
