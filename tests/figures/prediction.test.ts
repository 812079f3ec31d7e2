import { describe, expect, it } from 'vitest';
import { answerOf, judgedWords } from '../../src/figures/prediction-answers.ts';
import { shownRun } from '../../src/figures/prediction-effects.ts';
import { pactCourse } from '../../src/figures/prediction-pact.ts';
import { predictedColumns, questionOf } from '../../src/figures/prediction-questions.ts';
import { predictedChange } from '../../src/figures/prediction-window.ts';
import { type MadeMonth, madePairs, madeRecord } from '../fixtures/made-months.ts';
import { pseudoExperiment } from '../fixtures/pseudo-run.ts';

const window = { first: 25, last: 48 };
const isIn = (month: number): boolean => month >= window.first;

/** Customs 10, fuel 5, duty 20 a month; from month 25 on, by `moved`, in dollars. */
const months =
  (
    moved: { customs?: number; fuel?: number; duty?: number; cohesion?: number; war?: number } = {},
  ): MadeMonth =>
  (month) => {
    const add = (usd = 0): number => (isIn(month) ? usd : 0);
    const [customs, fuel] = [10 + add(moved.customs), 5 + add(moved.fuel)];
    return {
      income_customs_usd: customs,
      income_fuel_usd: fuel,
      income_total_usd: customs + fuel,
      treasury_customs_usd: 20 + add(moved.duty),
      pact_cohesion_idx: isIn(month) ? (moved.cohesion ?? 0.8) : 0.8,
      war_factions_n: isIn(month) && month < window.first + (moved.war ?? 0) ? 2 : 0,
    };
  };
const run = (moved = {}) => madeRecord(60, months(moved));
const against = { scenarioId: 'made-baseline', record: run() };
const evidence = (moved = {}) => ({ record: run(moved), comparison: against, pairs: undefined, window });

describe('what is predicted', () => {
  it('is the first change of the scenario itself after the first month, judged for two years', () => {
    const experiment = pseudoExperiment();
    expect(predictedChange(experiment)).toEqual({
      window: { first: 53, last: 76 },
      label: 'transfer cut by 60%',
    });
    const baseline = { ...experiment, changes: experiment.changes.slice(0, 1) };
    expect(predictedChange(experiment, baseline)?.label).toBe('border closed for a while');
    expect(predictedChange(experiment, experiment)).toBeUndefined();
    const atOnce = { ...experiment, changes: [{ month: 1, label: 'at once', why: '' }] };
    expect(predictedChange(atOnce)).toBeUndefined();
  });

  it('has at most ten answers, and always one for none', () => {
    const record = run();
    const { choices } = questionOf('gains', record, window);
    expect(choices.map(({ id }) => id)).toEqual(['income_customs_usd', 'income_fuel_usd', 'nobody']);
    expect(choices[0].detail).toBe('$10.0 a month in the year before');
    const lines = [
      'patron',
      'payroll',
      'customs',
      'inland',
      'goods',
      'fuel',
      'contracts',
      'dollars',
      'extortion',
      'ransom',
    ];
    const many = madeRecord(60, () =>
      Object.fromEntries(lines.map((line, at) => [`income_${line}_usd`, 10 - at])),
    );
    const ids = questionOf('gains', many, window).choices.map(({ id }) => id);
    expect(ids).toHaveLength(10);
    expect(ids.slice(-2)).toEqual(['another', 'nobody']);
    expect(ids).not.toContain('income_ransom_usd');
  });

  it('says against what it is judged', () => {
    expect(judgedWords(window, 'base')).toBe(
      'mean a month of Jan 2016 to Dec 2017, against base on the same draws',
    );
    expect(judgedWords(window, undefined)).toContain('against the twelve months before');
  });
});

describe('who gains most', () => {
  it('is the source with the largest rise against the other run', () => {
    const answer = answerOf('gains', 'income_fuel_usd', evidence({ customs: 2, fuel: 3 }));
    expect(answer).toMatchObject({ said: 'F fuel +$3.00', happened: 'F fuel +$3.00', isRight: true });
    expect(answerOf('gains', 'income_customs_usd', evidence({ customs: 2, fuel: 3 }))).toMatchObject({
      said: 'C customs +$2.00',
      isRight: false,
    });
  });

  it('is nobody where no source rises', () => {
    expect(answerOf('gains', 'nobody', evidence({ customs: -1 }))).toMatchObject({
      happened: 'none of them',
      isRight: true,
    });
  });

  it('is judged by the year before where there is no other run', () => {
    const alone = { ...evidence({ customs: 4 }), comparison: undefined };
    expect(answerOf('gains', '', alone)).toMatchObject({
      said: undefined,
      isRight: undefined,
      happened: 'C customs +$4.00',
    });
  });
});

describe('who pays most', () => {
  it('is who loses most dollars, shown as what they lose', () => {
    // Duty falls by 3; traders pay 2 more at the gates; factions gain 2.
    const answer = answerOf('pays', 'traders', evidence({ customs: 2, duty: -3 }));
    expect(answer).toMatchObject({
      said: 'traders and their buyers -$2.00',
      happened: 'the state -$3.00',
      isRight: false,
    });
    expect(answerOf('pays', 'factions', evidence({ fuel: -1 }))).toMatchObject({
      said: 'the factions -$1.00',
      isRight: true,
    });
  });
});

describe('the pact', () => {
  const fateOf = (moved: Parameters<typeof months>[0]) => pactCourse(shownRun(run(moved)), window)?.fate;

  it('holds from 90% of the cohesion of the year before on, without more war', () => {
    expect(fateOf({ cohesion: 0.73 })).toBe('holds');
    expect(fateOf({ cohesion: 0.71 })).toBe('weakens');
    expect(fateOf({ war: 1 })).toBe('weakens');
  });

  it('breaks below half of it, or with war in more than half of the months', () => {
    expect(fateOf({ cohesion: 0.39 })).toBe('breaks');
    expect(fateOf({ cohesion: 0.41 })).toBe('weakens');
    expect(fateOf({ war: 12 })).toBe('weakens');
    expect(fateOf({ war: 13 })).toBe('breaks');
  });

  it('cannot break where there was none', () => {
    const none = madeRecord(60, () => ({ pact_cohesion_idx: 0 }));
    expect(pactCourse(shownRun(none), window)?.fate).toBeUndefined();
    const answer = answerOf('pact', 'holds', { ...evidence(), record: none });
    expect(answer.isRight).toBeUndefined();
    expect(answer.happened).toContain('there was no pact to break');
  });
});

describe('pairs of runs', () => {
  const pairsOf = (moves: readonly Parameters<typeof months>[0][], columns = predictedColumns) =>
    madePairs(
      columns,
      60,
      moves.map((moved) => [months(), months(moved)]),
      20,
    );

  it('give the middle 90% of the differences, and say where it includes zero', () => {
    const rises = Array.from({ length: 11 }, (_, at) => ({ customs: 1 + at }));
    const clear = answerOf('gains', '', { ...evidence({ customs: 6 }), pairs: pairsOf(rises) });
    // The 5th and 95th percentile of 1, 2, ... 11 (type 7) are 1.5 and 10.5.
    expect(clear.happened).toBe('C customs +$6.00 (90%: +$1.50 to +$10.5)');
    expect(clear.pairs).toEqual(['the same answer in 11 of 11']);
    const both = rises.map(({ customs }) => ({ customs: customs - 3 }));
    const unclear = answerOf('gains', '', { ...evidence({ customs: 3 }), pairs: pairsOf(both) });
    expect(unclear.happened).toContain('-$1.50 to +$7.50, undecided: the range includes zero');
    expect(unclear.pairs).toEqual(['the same answer in 8 of 11']);
  });

  it('say what they answer most often where that is another', () => {
    const moves = Array.from({ length: 10 }, (_, at) => (at < 3 ? { customs: 1 } : { fuel: 1 }));
    const { pairs } = answerOf('gains', '', { ...evidence({ customs: 1 }), pairs: pairsOf(moves) });
    expect(pairs).toEqual(['the same answer in 3 of 10', 'most often: F fuel, in 7']);
  });

  it('are awaited below ten', () => {
    const nine = pairsOf(Array.from({ length: 9 }, () => ({ customs: 1 })));
    const answer = answerOf('gains', '', { ...evidence({ customs: 1 }), pairs: nine });
    expect(answer.happened).toBe('C customs +$1.00');
    expect(answer.pairs).toEqual(['9 of 20 are played; a range comes with 10']);
  });

  it('that kept no wars still tell the change of cohesion', () => {
    const moves = Array.from({ length: 10 }, () => ({ cohesion: 0.2 }));
    const some = pairsOf(moves, ['pact_cohesion_idx']);
    const { pairs } = answerOf('pact', 'breaks', { ...evidence({ cohesion: 0.2 }), pairs: some });
    expect(pairs).toEqual(['change of cohesion 90%: -0.60 to -0.60']);
    const all = answerOf('pact', 'breaks', { ...evidence({ cohesion: 0.2 }), pairs: pairsOf(moves) });
    expect(all).toMatchObject({ isRight: true, said: 'it breaks' });
    expect(all.pairs.at(-1)).toBe('the same answer in 10 of 10');
  });
});
