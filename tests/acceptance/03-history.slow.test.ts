import { describe, expect, it } from 'vitest';
import { dashboardCommand } from '../fixtures/pty-session.ts';
import { hasTmux, openTmux } from '../fixtures/tmux-server.ts';
import { leave, openPaused, small } from './sessions.ts';

describe('check 3: the shell’s history stays', () => {
  it('no byte of a session wipes it', async () => {
    const session = await openPaused();
    session.send('23456?');
    session.resize(120, 40);
    await session.untilText('? help');
    await leave(session);
    expect(session.written()).not.toContain('\u001b[3J');
  });

  it.skipIf(!hasTmux)(
    '60 lines of it are there in tmux after q, and the exit code is the shell’s to see',
    async () => {
      const pane = openTmux('history', small);
      await pane.until((shown) => shown[0] !== '');
      pane.tmux('send-keys', "clear; PS1='ready> '; seq -f 'history %g' 60", 'Enter');
      await pane.untilText('history 60');
      pane.tmux('send-keys', `(${dashboardCommand()}); echo code $?`, 'Enter');
      await pane.untilText('mo/s');
      pane.tmux('send-keys', 'Right', 'Right', 'Left', 'Right');
      await pane.untilText('PAUSED');
      pane.tmux('send-keys', 'q');
      await pane.untilText('code 0');
      const history = pane.tmux('capture-pane', '-p', '-S', '-').split('\n');
      const lines = history.map((row) => row.trim()).filter((row) => row.startsWith('history '));
      expect(lines).toEqual(Array.from({ length: 60 }, (_, index) => `history ${index + 1}`));
      pane.close();
    },
  );
});
