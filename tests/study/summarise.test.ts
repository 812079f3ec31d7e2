import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../src/model/world-spec.ts';
import { formatWindow } from '../../src/scenario/window.ts';
import { keepRun } from '../../src/study/kept-run.ts';
import { mainWindow } from '../../src/study/main-window.ts';
import { summariseMonths } from '../../src/study/month-moments.ts';
import type { RunOutcome } from '../../src/study/outcome.ts';
import { placeOfRun } from '../../src/study/run-order.ts';
import { type Summary, summarise } from '../../src/study/summarise.ts';
import { madeUpExperiment, madeUpPlan, madeUpRecord } from './made-up-runs.ts';

const cut = { month: 3, label: 'cut', why: '' };
const experiments = [madeUpExperiment('baseline'), madeUpExperiment('cut', 4, [cut])];

/** Patron pays 100 in the baseline and, from month 3, 40 in the cut; locals earn 10 and `gains[replicate]` more. */
function summaryOf(gains: readonly number[], failing?: number): Summary {
  const plan = madeUpPlan({ experiments, studySeed: 1, replicates: { from: 1, to: gains.length } });
  const summariser = summarise(plan);
  gains.forEach((gain, at) => {
    for (const [scenario, experiment] of experiments.entries()) {
      const replicate = at + 1;
      const isCut = experiment.scenarioId === 'cut';
      const after = (month: number, then: number, before: number): number =>
        isCut && month >= 3 ? then : before;
      const cell = (month: number, column: number): number =>
        column === 0 ? after(month, 40, 100) : 10 * replicate + after(month, gain, 0);
      const outcome: RunOutcome =
        isCut && replicate === failing
          ? failedRun(experiment, replicate)
          : { status: 'ok', record: madeUpRecord(experiment, 1, replicate, cell) };
      summariser.add(keepRun(plan, placeOfRun(plan, at * 2 + scenario), outcome));
    }
  });
  return summariser.finish();
}

function failedRun(experiment: Experiment, replicate: number) {
  const { scenarioId } = experiment;
  return {
    status: 'failed',
    scenarioId,
    seed: 1,
    replicate,
    stage: 'model',
    code: 'E_MODEL',
    message: '',
  } as const;
}

function find(summary: Summary, outcome: string, window: string) {
  return summary.comparisons[0].differences.find((row) => row.outcome === outcome && row.window === window)!;
}

describe('the comparison of a scenario with its baseline', () => {
  it('measures the months from the first change and the whole run', () => {
    const summary = summaryOf([20, 24, 28]);
    expect(find(summary, 'income_patron_usd', '2014-03..2014-04').difference.estimate).toBe(-60);
    expect(find(summary, 'income_patron_usd', '2014-01..2014-04').difference.estimate).toBe(-30);
  });

  it('pairs runs on the same draws, so that what they share drops out', () => {
    const row = find(summaryOf([20, 24, 28]), 'income_local_usd', '2014-03..2014-04');
    expect(row.pairs).toBe(3);
    expect(row.difference.estimate).toBe(24);
    expect(row.difference.hi).toBeCloseTo(24 + 4.30265 * (4 / Math.sqrt(3)), 4);
    // Baselines 10, 20, 30 vary by 100, the cut's 30, 44, 58 by 196, their differences by 16.
    expect(row.varianceReduction).toBeCloseTo((100 + 196) / 16, 10);
    expect(row.percent!.estimate).toBeCloseTo(120, 10);
    expect(row.verdict).toBe('higher');
  });

  it('says that it sees nothing where the interval includes 0', () => {
    const row = find(summaryOf([20, -24, 5]), 'income_local_usd', '2014-03..2014-04');
    expect(row.verdict).toBe('no detectable difference');
  });

  it('says lower, and equal where every pair is', () => {
    const summary = summaryOf([0, 0, 0]);
    expect(find(summary, 'income_patron_usd', '2014-03..2014-04').verdict).toBe('lower');
    expect(find(summary, 'income_local_usd', '2014-03..2014-04').verdict).toBe('equal');
  });

  it('has no interval for one pair', () => {
    const row = find(summaryOf([20]), 'income_local_usd', '2014-03..2014-04');
    expect([row.difference.lo, row.difference.hi, row.verdict]).toEqual([
      null,
      null,
      'one pair, no interval',
    ]);
  });

  it('leaves out the pair of a run that failed', () => {
    const summary = summaryOf([20, 24, 28], 2);
    expect([summary.attempted, summary.failed]).toEqual([6, 1]);
    const row = find(summary, 'income_local_usd', '2014-03..2014-04');
    expect([row.pairs, row.difference.estimate]).toEqual([2, 24]);
  });

  it('finds how much of what the patron no longer pays is made up', () => {
    const [main] = summaryOf([20, 24, 28]).comparisons[0].replacements;
    expect([main.lost.estimate, main.gained.estimate]).toEqual([60, 24]);
    expect(main.share!.estimate).toBeCloseTo(0.4, 12);
    expect(main.share!.hi).toBeCloseTo(0.4 + (4.30265 * (4 / Math.sqrt(3))) / 60, 5);
  });
});

describe('the months of a scenario', () => {
  it('have the mean over replicates and its interval', () => {
    const cells = [...summariseMonths(summaryOf([20, 24, 28]).moments[0]!)];
    const cell = cells.find(({ month, outcome }) => month === 2 && outcome === 'income_local_usd')!;
    expect(cell).toMatchObject({ date: '2014-02-01', n: 3 });
    expect(cell.estimate).toBeCloseTo(20, 12);
    expect(cell.hi).toBeCloseTo(20 + 4.30265 * (10 / Math.sqrt(3)), 4);
  });
});

describe('the months that judge a scenario', () => {
  const change = (month: number, label: string) => ({ month, label, why: '' });

  it('are two years from its first change that the baseline lacks', () => {
    const baseline = madeUpExperiment('baseline', 156, [change(10, 'war')]);
    const scenario = madeUpExperiment('cut', 156, [change(53, 'cut'), change(10, 'war')]);
    expect(formatWindow(mainWindow(scenario, baseline))).toBe('2018-05..2020-04');
  });

  it('end with the run, and are all of it where nothing is dated', () => {
    expect(mainWindow(madeUpExperiment('cut', 12, [change(5, 'cut')]))).toEqual({ first: 5, last: 12 });
    expect(mainWindow(madeUpExperiment('cut', 12))).toEqual({ first: 1, last: 12 });
    expect(mainWindow(madeUpExperiment('cut', 12, [change(40, 'cut')]))).toEqual({ first: 1, last: 12 });
  });
});
