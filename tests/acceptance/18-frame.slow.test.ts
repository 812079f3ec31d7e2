import { describe, expect, it } from 'vitest';
import { frameRows, leave, openPaused, small, untilRows } from './sessions.ts';

const hints = (rows: readonly string[]): readonly string[] => rows.slice(0, -1);

describe('check 18: a printed frame is the paused screen', () => {
  it('character for character at a month', async () => {
    const session = await openPaused();
    session.send(']]]]l');
    await session.untilText('Feb 2018');
    expect(await untilRows(session, frameRows(50))).toEqual(frameRows(50));
    await leave(session);
  });

  it.each([
    ['4', { view: 'crossings' }],
    ['4j\r', { view: 'crossings', post: 1 }],
    ['5', { view: 'why' }],
    ['6\t', { view: 'params', panel: 1 }],
  ] as const)('after %j, but for the hints, which tell the way back', async (keys, place) => {
    const session = await openPaused();
    session.send(`]]]]l${keys}`);
    const wanted = hints(frameRows(50, small, place)).join('\n');
    const shown = await session.until((rows) => hints(rows).join('\n') === wanted);
    expect(shown).toHaveLength(24);
    await leave(session);
  });
});
