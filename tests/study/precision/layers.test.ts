import { describe, expect, it } from 'vitest';
import { planId, planText } from '../../../src/study/plan.ts';
import { cutToFirst, cutToHand, cutToNext, layersOf, whole } from '../../../src/study/precision/layers.ts';
import { levelOf, lookAt } from '../../../src/study/precision/looks.ts';
import { chunkAt, chunksOf, countChunks, countRuns, placeOfRun } from '../../../src/study/run-order.ts';
import { lookingPlan } from './made-up-looks.ts';

const design = { kind: 'factorial' as const, points: 3, parameters: [] };
const plan = lookingPlan({ design, replicates: { from: 5, to: 24 } });

describe('looks', () => {
  it('double from the least to the most, which is always one of them', () => {
    expect(lookAt(8, 100)).toEqual([8, 16, 32, 64, 100]);
    expect(lookAt(8, 64)).toEqual([8, 16, 32, 64]);
    expect(lookAt(8, 8)).toEqual([8]);
  });

  it('share out what an interval may miss, so that more of them make it wider', () => {
    expect(levelOf(plan)).toBeCloseTo(1 - 0.05 / 4, 12);
    expect(levelOf({})).toBe(0.95);
  });
});

describe('a plan cut to a look', () => {
  it('has the id and the text of the whole, and of no plan with another precision', () => {
    const first = cutToFirst(plan);
    expect(first.replicates).toEqual({ from: 5, to: 8 });
    expect(planText(first)).toBe(planText(plan));
    const other = { target: 0.2, of: ['income_patron_usd'], least: 4 };
    expect(planId(lookingPlan({ design, replicates: { from: 5, to: 24 }, precision: other }))).not.toBe(
      planId(plan),
    );
  });

  it('goes from look to look to the whole', () => {
    const counts = [];
    for (let cut = cutToFirst(plan) as typeof plan | undefined; cut !== undefined; cut = cutToNext(cut))
      counts.push(cut.replicates.to - 4);
    expect(counts).toEqual([4, 8, 16, 20]);
    expect(whole(cutToFirst(plan))).toEqual(plan);
  });

  it('to the look at hand is cut to the first that is not whole, or the last that has begun', () => {
    const handWith = (chunks: number) => cutToHand(plan, (chunk) => chunk < chunks).replicates.to - 4;
    const [first, second] = layersOf(plan);
    expect([handWith(0), handWith(first.chunks - 1), handWith(first.chunks)]).toEqual([4, 4, 4]);
    expect([handWith(first.chunks + 1), handWith(first.chunks + second.chunks)]).toEqual([8, 8]);
    expect(handWith(countChunks(plan))).toBe(20);
    expect(cutToHand(plan, (chunk) => chunk > 0).replicates.to - 4).toBe(4);
  });

  it('has the first chunks and runs of the whole, number for number', () => {
    for (let cut = cutToFirst(plan) as typeof plan | undefined; cut !== undefined; cut = cutToNext(cut)) {
      const at = cut;
      expect([...chunksOf(at)]).toEqual([...chunksOf(plan)].slice(0, countChunks(at)));
      const places = Array.from({ length: countRuns(at) }, (_, index) => placeOfRun(at, index));
      expect(places).toEqual(places.map(({ index }) => placeOfRun(plan, index)));
    }
  });
});

describe('the chunks of all looks', () => {
  it('hold every replicate of every scenario at every point once, a look in none with the next', () => {
    const chunks = [...chunksOf(plan)];
    const runs = chunks.flatMap(({ first, runs: count }) =>
      Array.from({ length: count }, (_, at) => first + at),
    );
    expect(runs).toEqual(Array.from({ length: 3 * 20 * 2 }, (_, index) => index));
    const names = runs.map((index) => {
      const { point, replicate, scenario } = placeOfRun(plan, index);
      return `${point} ${replicate} ${scenario}`;
    });
    expect(new Set(names).size).toBe(120);
    for (const { firstChunk, firstCell } of layersOf(plan))
      expect(chunkAt(plan, firstChunk).first).toBe(firstCell * 2);
  });

  it('add replicates that no look before has played', () => {
    const replicates = layersOf(plan).map(({ firstCell, cells }) => [
      placeOfRun(plan, firstCell * 2).replicate,
      placeOfRun(plan, (firstCell + cells) * 2 - 1).replicate,
    ]);
    expect(replicates).toEqual([
      [5, 8],
      [9, 12],
      [13, 20],
      [21, 24],
    ]);
  });
});
