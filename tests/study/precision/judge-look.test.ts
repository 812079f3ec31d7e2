import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/study/plan.ts';
import { judgeLook, type LookResult } from '../../../src/study/precision/judge-look.ts';
import { cutToFirst } from '../../../src/study/precision/layers.ts';
import type { RunPlace } from '../../../src/study/run-order.ts';
import { studentT } from '../../../src/study/student-t.ts';
import { lookingPlan, madeUpKept } from './made-up-looks.ts';

const judge = (plan: Plan, number: (place: RunPlace) => number | undefined): LookResult =>
  judgeLook(plan, plan.precision!, madeUpKept(plan, number));
/** Four replicates; one after the other is 1 below, 1 above. */
const first = cutToFirst(lookingPlan());
const wobble = ({ replicate }: RunPlace): number => (replicate % 2 === 0 ? 1 : -1);

describe('a look', () => {
  it('measures half the interval of the paired difference by the difference, at the level of its looks', () => {
    const { outcomes, replicates } = judge(first, (place) =>
      place.scenario === 0 ? 100 : 150 + wobble(place),
    );
    const spread = Math.sqrt(4 / 3);
    expect(replicates).toBe(4);
    expect(outcomes).toMatchObject([
      {
        outcome: 'income_patron_usd',
        baselineId: 'baseline',
        scenarioId: 'cut',
        measuredBy: 'difference',
      },
    ]);
    expect(outcomes[0].halfWidth).toBeCloseTo((studentT(3, 1 - 0.05 / 4) * spread) / 2 / 50, 10);
  });

  it('is enough once half the interval is at most the precision of the difference', () => {
    const by = (difference: number): LookResult =>
      judge(first, (place) => (place.scenario === 0 ? 100 : 100 + difference + wobble(place)));
    const half = by(50).outcomes[0].halfWidth * 50;
    expect(by(half * 10.01)).toMatchObject({ isEnough: true, outcomes: [{ isReached: true }] });
    expect(by(half * 9.99)).toMatchObject({ isEnough: false, outcomes: [{ isReached: false }] });
  });

  it('does not take noise that scenario and baseline share for doubt', () => {
    const noise = ({ replicate }: RunPlace): number => replicate * 1000;
    expect(judge(first, (place) => noise(place) + place.scenario * 5 + 100).isEnough).toBe(true);
  });

  it('that detects no difference is enough where the interval is narrow beside the baseline', () => {
    const by = (baseline: number): LookResult =>
      judge(first, (place) => baseline + (place.scenario === 0 ? 0 : wobble(place)));
    expect(by(1000)).toMatchObject({ isEnough: true, outcomes: [{ measuredBy: 'baseline' }] });
    expect(by(10)).toMatchObject({ isEnough: false, outcomes: [{ measuredBy: 'baseline' }] });
  });

  it('is enough where runs are equal, even where all are zero', () => {
    expect(judge(first, () => 0)).toMatchObject({ isEnough: true, outcomes: [{ halfWidth: 0 }] });
  });

  it('tells the worst point, and goes on for it alone', () => {
    const design = { kind: 'factorial' as const, points: 3, parameters: [] };
    const plan = cutToFirst(lookingPlan({ design }));
    const { isEnough, outcomes } = judge(plan, (place) =>
      place.scenario === 0 ? 100 : 150 + wobble(place) * (place.point === 1 ? 20 : 0.1),
    );
    expect([isEnough, outcomes[0].pointId]).toEqual([false, 'p-1']);
  });

  it('judges every scenario by its mean where nothing is compared', () => {
    const plan = cutToFirst(lookingPlan({ comparisons: [] }));
    const by = (size: number): LookResult =>
      judge(plan, (place) => 100 + (place.scenario === 1 ? size * wobble(place) : 0));
    expect(by(0.1)).toMatchObject({ isEnough: true, outcomes: [{ measuredBy: 'mean', baselineId: null }] });
    expect(by(50)).toMatchObject({ isEnough: false, outcomes: [{ scenarioId: 'cut' }] });
  });

  it('judges all outcomes that are named', () => {
    const of = ['income_local_usd', 'income_patron_usd'];
    const plan = cutToFirst(lookingPlan({ precision: { target: 0.1, of, least: 4 } }));
    expect(judge(plan, () => 1).outcomes.map(({ outcome }) => outcome)).toEqual([
      'income_patron_usd',
      'income_local_usd',
    ]);
  });

  it('counts a pair only where both runs ended well, and asks for more where one is left', () => {
    const lone = judge(first, ({ replicate, scenario }) =>
      replicate > 1 && scenario === 1 ? undefined : 100 + scenario,
    );
    expect(lone).toMatchObject({ isEnough: false, outcomes: [{ halfWidth: Number.POSITIVE_INFINITY }] });
  });

  it('passes over a point whose runs all fail, since more would fail too', () => {
    const design = { kind: 'factorial' as const, points: 2, parameters: [] };
    const plan = cutToFirst(lookingPlan({ design }));
    const found = judge(plan, ({ point, scenario }) => (point === 0 ? undefined : 100 + scenario));
    expect(found).toMatchObject({ isEnough: true, outcomes: [{ pointId: 'p-1' }] });
    expect(judge(plan, () => undefined)).toMatchObject({ isEnough: true, outcomes: [] });
  });
});
