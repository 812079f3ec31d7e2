import { describe, expect, it } from 'vitest';
import { frameRows, leave, openPaused, untilQuiet, untilRows } from './sessions.ts';

/** Its other half, the cost of a redraw, is in bench/. */
describe('check 4: paused, the screen costs nothing', () => {
  it.each(['1', '2', '3', '4', '5', '6'])('no byte in two seconds in view %s', async (view) => {
    const session = await openPaused();
    session.send(`?`);
    await session.untilText('Help');
    session.send('?');
    await untilRows(session, frameRows(1));
    session.send(view);
    await session.until((rows) => rows[1].includes(`[${view} `));
    await untilQuiet(session);
    const before = session.written().length;
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(session.written().length - before).toBe(0);
    await leave(session);
  });
});
