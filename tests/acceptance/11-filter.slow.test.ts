import { describe, expect, it } from 'vitest';
import { leave, openPaused } from './sessions.ts';

describe('check 11: what is typed into a filter stays there', () => {
  it.each(['1', '4', '5', '6'])('in view %s, q?/123 is text', async (view) => {
    const session = await openPaused();
    session.send(`${view}/`);
    await session.untilText('filter: /');
    session.send('q?/123');
    const rows = await session.untilText('filter: /q?/123_');
    expect(rows[1]).toContain(`[${view} `);
    session.send('\u001b');
    await session.until((shown) => !shown.some((row) => row.includes('filter: /')));
    await leave(session);
  });
});
