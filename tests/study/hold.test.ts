import { describe, expect, it } from 'vitest';
import { createHold } from '../../src/study/hold.ts';

describe('a queue that can be held', () => {
  it('lets nothing begin until it is released', async () => {
    const hold = createHold(() => 0);
    const begun: string[] = [];
    const begin = (name: string) => hold.whenFree(new AbortController().signal).then(() => begun.push(name));
    await begin('first');
    hold.hold();
    const second = begin('second');
    await Promise.resolve();
    expect([begun, hold.isHeld()]).toEqual([['first'], true]);
    hold.release();
    await second;
    expect(begun).toEqual(['first', 'second']);
  });

  it('lets go when the work is stopped', async () => {
    const hold = createHold(() => 0);
    const stop = new AbortController();
    hold.hold();
    const waiting = hold.whenFree(stop.signal);
    stop.abort();
    await expect(waiting).resolves.toBeUndefined();
    await expect(hold.whenFree(stop.signal)).resolves.toBeUndefined();
  });

  it('counts the time that it is held, once', () => {
    let now = 10;
    const hold = createHold(() => now);
    hold.hold();
    now = 15;
    hold.hold();
    expect(hold.heldFor()).toBe(5);
    hold.release();
    now = 100;
    hold.release();
    expect(hold.heldFor()).toBe(5);
  });
});
