import { describe, expect, it } from 'vitest';
import { dashboardCommand, openShellLine } from '../fixtures/pty-session.ts';
import { leave, openPaused, small } from './sessions.ts';

const [on, off] = ['\u001b[?1000h', '\u001b[?1000l'];

describe('check 7, of the mouse: it is given back too', () => {
  it('is not asked for at all unless wanted', async () => {
    const session = await openPaused();
    await leave(session);
    expect(session.written()).not.toContain('\u001b[?1000');
  });

  it('chooses by click and wheel once % has turned it on, and is off after q', async () => {
    const session = await openPaused();
    session.send('%');
    await session.untilText('mouse on');
    session.send('\u001b[<0;4;7M\u001b[<0;4;7m');
    await session.until((rows) => rows.some((row) => row.startsWith('>C Cedar Office')));
    session.send('\u001b[<65;4;7M');
    await session.until((rows) => rows.some((row) => row.startsWith('>D Date Palm')));
    const column = session.rows()[1].indexOf('6 Params') + 1;
    session.send(`\u001b[<0;${column};2M`);
    await session.untilText('[6 Params]');
    await leave(session);
    const written = session.written();
    expect(written.lastIndexOf(off)).toBeGreaterThan(written.lastIndexOf(on));
  });

  it.each(['SIGTERM', 'SIGHUP', 'timer', 'component'])('is off after %s', async (fault) => {
    const session = openShellLine(`${dashboardCommand(fault)} --mouse`, small);
    await session.exitCode;
    const written = session.written();
    expect(written).toContain(on);
    expect(written.lastIndexOf(off)).toBeGreaterThan(written.lastIndexOf(on));
  });
});
