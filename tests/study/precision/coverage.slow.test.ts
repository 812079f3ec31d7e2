import { describe, expect, it } from 'vitest';
import { drawLognormal, drawNormal } from '../../../src/engine/draws.ts';
import { openStream, type Stream } from '../../../src/engine/streams.ts';
import { momentsInterval } from '../../../src/study/interval.ts';
import { addTo, createMoments } from '../../../src/study/moments.ts';
import type { Plan } from '../../../src/study/plan.ts';
import { judgeLook, type LookResult } from '../../../src/study/precision/judge-look.ts';
import { cutToFirst, cutToNext } from '../../../src/study/precision/layers.ts';
import { levelOf } from '../../../src/study/precision/looks.ts';
import { lookingPlan, madeUpKept } from './made-up-looks.ts';

const studies = 2000;
const baseline = 100;
const plan = lookingPlan({
  replicates: { from: 1, to: 512 },
  precision: { target: 0.1, of: ['income_patron_usd'], least: 8 },
});

/** Plays one study to its end on made-up differences from the baseline. */
function end(differences: readonly number[]): { readonly cut: Plan; readonly look: LookResult } {
  for (let cut = cutToFirst(plan); ; ) {
    const runs = madeUpKept(cut, ({ replicate, scenario }) =>
      scenario === 0 ? baseline : baseline + differences[replicate - 1],
    );
    const look = judgeLook(cut, plan.precision!, runs);
    const next = look.isEnough ? undefined : cutToNext(cut);
    if (next === undefined) return { cut, look };
    cut = next;
  }
}

/** Share of studies whose last interval holds the true difference: as it is printed, and as it would be without being widened. */
function coverage(name: string, truth: number, draw: (stream: Stream) => number) {
  let [held, naive] = [0, 0];
  for (let study = 1; study <= studies; study++) {
    const stream = openStream(name, 'differences', study);
    const differences = Array.from({ length: 512 }, () => draw(stream));
    const { replicates: n } = end(differences).look;
    const moments = createMoments(1);
    for (const difference of differences.slice(0, n)) addTo(moments, [difference]);
    const holds = (level: number): boolean => {
      const { lo, hi } = momentsInterval(n, moments.mean[0], moments.squares[0], level);
      return lo! <= truth && truth <= hi!;
    };
    if (holds(levelOf(plan))) held++;
    if (holds(0.95)) naive++;
  }
  return { held: held / studies, naive: naive / studies };
}

describe('the interval that ends a study', () => {
  it.each([
    ['little', 0.1],
    ['somewhat', 0.3],
    ['as much as it is large', 1],
    ['so much that it is not detected at first', 3],
  ])('holds the truth in at least 19 of 20 studies whose difference varies %s', (name, spread) => {
    const { held } = coverage(name, 10, (stream) => drawNormal(stream, 10, 10 * spread));
    expect(held).toBeGreaterThanOrEqual(0.95);
  });

  it('would hold it too seldom without being widened for the looks', () => {
    const { held, naive } = coverage('naive', 10, (stream) => drawNormal(stream, 10, 2.5));
    expect(held - naive).toBeGreaterThan(0.01);
    expect(naive).toBeLessThan(0.95);
  });

  it('holds it as often where differences are skewed', () => {
    const truth = Math.exp(1 / 8);
    const { held } = coverage('skewed', truth, (stream) => drawLognormal(stream, 0, 0.5));
    expect(held).toBeGreaterThanOrEqual(0.95);
  });
});

describe('a study without a difference', () => {
  it('ends long before its most, and says that none was detected', () => {
    const stream = openStream('none', 'differences', 1);
    const { cut, look } = end(Array.from({ length: 512 }, () => drawNormal(stream, 0, 20)));
    expect(look).toMatchObject({ isEnough: true, outcomes: [{ measuredBy: 'baseline' }] });
    expect(cut.replicates.to).toBeLessThan(512);
  });
});
