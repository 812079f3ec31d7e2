import { describe, it } from 'vitest';
import { leave, openPaused } from './sessions.ts';

describe('check 6: every key counts', () => {
  it('20 keys in one write are 20 months', async () => {
    const session = await openPaused();
    session.send('l'.repeat(20));
    await session.untilText('(m 21/156)');
    await leave(session);
  });

  it('20 arrow keys sent 20 ms apart are 20 months', async () => {
    const session = await openPaused();
    for (let key = 0; key < 20; key++) {
      session.send('\u001b[C');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await session.untilText('(m 21/156)');
    await leave(session);
  });
});
