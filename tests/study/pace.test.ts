import { describe, expect, it } from 'vitest';
import { startPace } from '../../src/study/pace.ts';

/** Middle of the time left that was told once `share` of 100 chunks of 10 runs were kept, over the truth; chunk `at` is kept at `clock(at)` ms. */
function toldOverTrue(share: number, clock: (at: number) => number): number {
  const pace = startPace(0, 0);
  const chunks = share * 100;
  for (let at = 1; at <= chunks; at++) pace.add(at * 10, clock(at));
  const { lo, hi } = pace.read(1000).secondsLeft!;
  return (lo + hi) / 2 / ((clock(100) - clock(chunks)) / 1000);
}

describe('the time left', () => {
  it.each([0.25, 0.5, 0.75])(
    'is told within 25%% of the truth at %d of a sweep that starts slowly',
    (share) => {
      // Threads start and code is cold for 4 s, then a chunk takes 100 ms, give or take.
      const clock = (at: number): number => 4000 + at * 100 + (at % 3) * 60;
      const ratio = toldOverTrue(share, clock);
      expect(ratio).toBeGreaterThan(0.8);
      expect(ratio).toBeLessThan(1.25);
    },
  );

  it('is judged by all chunks, the first included, while there are few', () => {
    const pace = startPace(0, 0);
    pace.add(10, 5000);
    const { lo, hi } = pace.read(100).secondsLeft!;
    expect((lo + hi) / 2).toBeCloseTo(45 * ((1.15 + 1 / 1.15) / 2), 9);
  });

  it('is not known before anything was kept in the sitting', () => {
    const pace = startPace(40, 0);
    expect(pace.read(100)).toEqual({
      seconds: 0,
      ratePerSecond: undefined,
      paces: [],
      secondsLeft: undefined,
    });
  });

  it('follows a pace that has changed, with a range that holds both', () => {
    const pace = startPace(0, 0);
    for (let at = 1; at <= 20; at++) pace.add(at * 10, at * 1000);
    for (let at = 1; at <= 10; at++) pace.add(200 + at * 10, 20_000 + at * 3000);
    const { lo, hi } = pace.read(1000).secondsLeft!;
    expect(lo).toBeLessThan(70 * 2.2);
    expect(hi).toBeGreaterThan(70 * 3);
  });
});
