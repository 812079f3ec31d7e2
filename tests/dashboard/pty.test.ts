import { describe, expect, it } from 'vitest';
import { frameRows, openPaused, untilRows } from '../acceptance/sessions.ts';
import { childEnvironment } from '../fixtures/pty-session.ts';

/** The smallest whole path through a terminal; tests/acceptance/ has the rest. */
describe('the dashboard in a terminal', () => {
  it('plays by itself, steps by keys, shows what --frame prints, and gives the terminal back', async () => {
    expect(childEnvironment().CI).toBeUndefined();
    const session = await openPaused();
    session.send(']]]]l');
    expect(await untilRows(session, frameRows(50))).toEqual(frameRows(50));
    session.send('q');
    expect(await session.exitCode).toBe(0);
    expect(session.isCursorHidden()).toBe(false);
    expect(session.isOtherScreen()).toBe(false);
  });
});
