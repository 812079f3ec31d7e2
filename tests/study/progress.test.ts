import { describe, expect, it } from 'vitest';
import type { ChunkDone } from '../../src/study/chunk-work.ts';
import { startProgress } from '../../src/study/progress.ts';
import { madeUpExperiment, madeUpPlan } from './made-up-runs.ts';

const plan = madeUpPlan({ experiments: [madeUpExperiment('a')] });

function chunk(runs: number, means: readonly (readonly [number, number])[] = [], failed = 0): ChunkDone {
  const failures = Array.from({ length: failed }, (_, at) => ({
    runId: `r-${at}`,
    code: 'E_MODEL',
    message: '',
  }));
  return { index: 0, runs, failed, failures, means: [Float64Array.from(means.flat())], bytes: 100 };
}

describe('the progress of a study', () => {
  it('counts what earlier sittings did as done, and not into its pace', () => {
    const meter = startProgress(plan, 100, 0);
    meter.keep(chunk(40));
    expect(meter.read()).toMatchObject({ done: 40, total: 100, ratePerSecond: undefined });
    const progress = meter.add(chunk(10), 5000);
    expect(progress).toMatchObject({ done: 50, failed: 0, ratePerSecond: 2 });
    expect(progress.secondsLeft!.lo).toBeLessThan(25);
    expect(progress.secondsLeft!.hi).toBeGreaterThan(25);
  });

  it('has the means, failures and rows of earlier sittings as if they were of this one', () => {
    const chunks = [
      chunk(
        3,
        [
          [1, 2],
          [3, 5],
        ],
        1,
      ),
      chunk(2, [
        [4, 4],
        [9, 1],
      ]),
    ] as const;
    const [atOnce, resumed] = [startProgress(plan, 10, 0), startProgress(plan, 10, 0)];
    atOnce.add(chunks[0], 1000);
    resumed.keep(chunks[0]);
    resumed.begin(5000);
    const { scenarios, failed, failures, bytes, widest } = atOnce.add(chunks[1], 2000);
    expect(resumed.add(chunks[1], 6000)).toMatchObject({ scenarios, failed, failures, bytes, widest });
    expect(resumed.read()).toMatchObject({ ratePerSecond: 2, seconds: 1 });
  });

  it('takes runs of a grid for no sample of it before the last, and those of drawn points for one', () => {
    const headsOf = (kind: 'factorial' | 'table' | 'sobol' | 'none', points: number, runs: number) => {
      const meter = startProgress({ ...plan, design: { kind, points, parameters: [] } }, 4, 0);
      const progress = meter.add(chunk(runs, [[1, 2]]), 1000);
      return progress.scenarios[0].outcomes.map(({ isHead }) => isHead === true);
    };
    expect(headsOf('factorial', 2, 1)).toEqual([true, true]);
    expect(headsOf('table', 2, 1)).toEqual([true, true]);
    expect(headsOf('factorial', 2, 4)).toEqual([false, false]);
    expect(headsOf('sobol', 2, 1)).toEqual([false, false]);
    expect(headsOf('none', 1, 1)).toEqual([false, false]);
  });

  it('tells the time left by the slowest and the fastest pace seen', () => {
    const meter = startProgress(plan, 1000, 0);
    for (let at = 1; at <= 10; at++) meter.add(chunk(10), at * 1000);
    const slower = meter.add(chunk(10), 110_000);
    expect(slower.secondsLeft!.hi / slower.secondsLeft!.lo).toBeGreaterThan(1.3);
  });

  it('stands still under a clock that jumps back, and goes on when it comes forth', () => {
    const meter = startProgress(plan, 100, 10_000);
    meter.add(chunk(10), 20_000);
    const back = meter.add(chunk(10), 3000);
    expect(back).toMatchObject({ done: 20, ratePerSecond: 2 });
    expect(back.secondsLeft!.lo).toBeGreaterThan(0);
    expect(meter.add(chunk(10), 25_000).ratePerSecond).toBe(2);
  });

  it('names the outcome with the widest interval for its mean', () => {
    const meter = startProgress(plan, 100, 0);
    const { widest } = meter.add(
      chunk(2, [
        [100, 10],
        [102, 12],
      ]),
      1000,
    );
    // By hand: 10 and 12 have deviation 1.414, error 1, Student 12.706 with one degree of freedom: 12.706 / 11.
    expect(widest).toMatchObject({ scenarioId: 'a', outcome: 'income_local_usd' });
    expect(widest!.relativeHalfWidth).toBeCloseTo(1.1551, 4);
  });

  it('remembers the latest failures only', () => {
    const meter = startProgress(plan, 100, 0);
    for (let round = 0; round < 4; round++) meter.add(chunk(3, [], 3), 1000);
    expect(meter.read().failed).toBe(12);
    expect(meter.read().failures.length).toBe(12);
    for (let round = 0; round < 4; round++) meter.add(chunk(3, [], 3), 1000);
    expect(meter.read().failures.length).toBe(20);
  });

  it('tells each scenario apart: what is done, what failed, the mean and its interval', () => {
    const two = madeUpPlan({ experiments: [madeUpExperiment('a'), madeUpExperiment('b')] });
    const meter = startProgress(two, 12, 0);
    const means = [Float64Array.of(100, 10, 102, 12), Float64Array.of(5, 1)];
    const early = [Float64Array.of(), Float64Array.of()];
    meter.keep({ index: 0, runs: 4, failed: 4, failures: [], means: early, bytes: 60 });
    const { scenarios, bytes, seconds } = meter.add(
      { index: 1, runs: 4, failed: 1, failures: [], means, bytes: 640 },
      2500,
    );
    expect([bytes, seconds]).toEqual([700, 2.5]);
    expect(scenarios).toMatchObject([
      { scenarioId: 'a', done: 4, total: 6, failed: 2 },
      { scenarioId: 'b', done: 4, total: 6, failed: 3 },
    ]);
    expect(scenarios[0].outcomes[1]).toMatchObject({ runs: 2, mean: 11 });
    expect(scenarios[0].outcomes[1].halfWidth).toBeCloseTo(12.706, 3);
    expect(scenarios[1].outcomes[0]).toMatchObject({ runs: 1, mean: 5, halfWidth: null });
  });

  it('keeps the way of the mean and of the pace in memory that does not grow', () => {
    const meter = startProgress(plan, 1e6, 0);
    for (let at = 1; at <= 1000; at++) meter.add(chunk(1, [[at, at]]), at * 1000);
    const { paces, scenarios } = meter.read();
    expect(paces.length).toBeLessThanOrEqual(65);
    const { trace, mean } = scenarios[0].outcomes[0];
    expect(trace.length).toBeLessThanOrEqual(65);
    expect([trace[0].mean, trace.at(-1)!.runs, trace.at(-1)!.mean]).toEqual([1, 1000, mean]);
  });
});
