import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startAskingTolls } from '../../src/dashboard/ask-tolls.ts';
import type { Snapshot } from '../../src/dashboard/snapshot.ts';
import { InvalidInput } from '../../src/engine/problem.ts';
import type { Tolls } from '../../src/model/toll-curve.ts';
import { snapshotAt } from '../fixtures/pseudo-places.ts';
import { pseudoTolls } from '../fixtures/pseudo-tolls.ts';

const at = (month: number): Snapshot => snapshotAt(month, { view: 'crossings', post: 2 });

const playing = (snapshot: Snapshot, isPlaying: boolean): Snapshot => ({
  ...snapshot,
  state: { ...snapshot.state, player: { ...snapshot.state.player, isPlaying } },
});

/** An asking whose laboratory takes ten milliseconds for an answer. */
function open() {
  const asked: string[] = [];
  const told: (Tolls | undefined)[] = [];
  const faults: unknown[] = [];
  let snapshot = snapshotAt(1);
  let fail: unknown;
  const tolls = async (shocks: readonly unknown[], month: number, post: number): Promise<Tolls> => {
    asked.push(`${post} in ${month}, ${shocks.length} shocks`);
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (fail !== undefined) throw fail;
    return pseudoTolls(month, post);
  };
  const asking = startAskingTolls(
    { tolls },
    { now: () => snapshot, onTolls: (answer) => told.push(answer), onFault: (error) => faults.push(error) },
  );
  return {
    ...{ asked, told, faults, close: asking.close },
    show(next: Snapshot) {
      snapshot = next;
      asking.follow();
    },
    /** The snapshot changes without a key, as months do. */
    drift(next: Snapshot) {
      snapshot = next;
    },
    failWith(error: unknown) {
      fail = error;
    },
  };
}

const monthsOf = (told: readonly (Tolls | undefined)[]) => told.map((answer) => answer?.month);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('asking for tolls', () => {
  it('asks for the post and month that are shown, and tells the answer', async () => {
    const { show, asked, told } = open();
    show(at(80));
    await vi.runAllTimersAsync();
    expect(asked).toEqual(['2 in 80, 0 shocks']);
    expect(monthsOf(told)).toEqual([undefined, 80]);
  });

  it('asks nothing elsewhere, before the run is known, and while months pass', async () => {
    const { show, asked, close } = open();
    show(snapshotAt(80));
    show(snapshotAt(80, { view: 'crossings' }));
    show({ ...at(80), record: undefined });
    show(playing(at(80), true));
    await vi.advanceTimersByTimeAsync(2000);
    close();
    expect(asked).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('skips the months that are stepped over while an answer is awaited, and shows only the last', async () => {
    const { show, asked, told } = open();
    for (const month of [80, 81, 82, 83]) show(at(month));
    await vi.runAllTimersAsync();
    expect(asked).toEqual(['2 in 80, 0 shocks', '2 in 83, 0 shocks']);
    expect(monthsOf(told).filter((month) => month !== undefined)).toEqual([83]);
  });

  it('remembers answers, and tells them at once', async () => {
    const { show, asked, told } = open();
    show(at(80));
    await vi.runAllTimersAsync();
    show(at(81));
    await vi.runAllTimersAsync();
    show(at(80));
    expect(asked).toHaveLength(2);
    expect(monthsOf(told).at(-1)).toBe(80);
  });

  it('forgets the oldest of more than 64', async () => {
    const { show, asked } = open();
    for (let month = 1; month <= 65; month++) {
      show(at(month));
      await vi.runAllTimersAsync();
    }
    show(at(2));
    expect(asked).toHaveLength(65);
    show(at(1));
    expect(asked).toHaveLength(66);
    await vi.runAllTimersAsync();
  });

  it('asks again once shocks were thrown in', async () => {
    const { show, asked } = open();
    show(at(80));
    await vi.runAllTimersAsync();
    const shock = { label: 'close it', at: 10, until: undefined, set: { 'crossings.*.open': '0' } };
    const { state, ...rest } = at(80);
    show({ ...rest, state: { ...state, thrown: { shocks: [shock], undone: [] } } });
    await vi.runAllTimersAsync();
    expect(asked).toEqual(['2 in 80, 0 shocks', '2 in 80, 1 shocks']);
  });

  it('asks without a key once playing has come to its end', async () => {
    const { show, drift, asked } = open();
    show(playing(at(155), true));
    drift(at(156));
    await vi.runAllTimersAsync();
    expect(asked).toEqual(['2 in 156, 0 shocks']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is silent about shocks that make no scenario, and reports every other fault', async () => {
    const { show, failWith, faults, told, asked } = open();
    failWith(new InvalidInput([{ message: 'no such name' }]));
    show(at(80));
    await vi.runAllTimersAsync();
    expect([faults, monthsOf(told)]).toEqual([[], [undefined]]);
    failWith(new Error('the thread ended'));
    show(at(81));
    await vi.runAllTimersAsync();
    expect(faults).toHaveLength(1);
    expect(asked).toHaveLength(2);
  });
});
