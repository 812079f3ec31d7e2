import { describe, expect, it } from 'vitest';
import { runMonths } from '../../src/engine/run-months.ts';
import { restoreSnapshot, takeSnapshot } from '../../src/engine/snapshot.ts';
import { openStream } from '../../src/engine/streams.ts';

/** A world of one account that chance moves. */
interface Purse {
  cash: Float64Array;
  history: number[];
}
const emptyPurse = (): Purse => ({ cash: new Float64Array(1), history: [] });
const play = (purse: Purse, month: number): void => {
  purse.cash[0] += openStream('run', 'earn', month).next();
  purse.history.push(purse.cash[0]);
};

describe('runMonths', () => {
  it('plays every month from the first to the last once, in order, and tells of each when it is over', () => {
    const seen: string[] = [];
    runMonths(
      seen,
      53,
      55,
      (world, month) => world.push(`play ${month}`),
      (month, world) => world.push(`told ${month}`),
    );
    expect(seen).toEqual(['play 53', 'told 53', 'play 54', 'told 54', 'play 55', 'told 55']);
  });

  it('plays nothing when the first month is past the last', () => {
    const seen: number[] = [];
    runMonths(seen, 2, 1, (world, month) => world.push(month));
    expect(seen).toEqual([]);
  });

  it('names the month that failed and keeps the error', () => {
    const fault = new Error('cash is NaN');
    const fail = () =>
      runMonths({}, 1, 60, (_, month) => {
        if (month === 53) throw fault;
      });
    expect(fail).toThrow('2018-05: cash is NaN');
    expect(fail).toThrow(expect.objectContaining({ cause: fault }));
  });
});

describe('a snapshot', () => {
  it('taken half way and restored gives the months that an unbroken run gives', () => {
    const whole = emptyPurse();
    runMonths(whole, 1, 24, play);
    const first = emptyPurse();
    runMonths(first, 1, 12, play);
    const snapshot = takeSnapshot(first);
    runMonths(first, 13, 20, play);
    const second = restoreSnapshot(snapshot);
    runMonths(second, 13, 24, play);
    expect(second).toEqual(whole);
  });

  it('is not moved by the state it was taken from, nor by a state restored from it', () => {
    const state = emptyPurse();
    const snapshot = takeSnapshot(state);
    state.cash[0] = 5;
    restoreSnapshot(snapshot).cash[0] = 7;
    expect(snapshot.cash[0]).toBe(0);
  });

  it('refuses a state that holds a function', () => {
    expect(() => takeSnapshot({ rule: () => 1 })).toThrow();
  });
});
