import { describe, expect, it } from 'vitest';
import { drawMultinomial } from '../../src/engine/draws.ts';
import { openStream } from '../../src/engine/streams.ts';
import { channels } from '../../src/model/channels.ts';
import { foundWorld } from '../../src/model/found-world.ts';
import { experimentOn, smallWorld } from '../fixtures/small-world.ts';

/** Consignments that one group of alike houses sends in a month, and the runs over which they are counted. */
const consignments = 40;
const runs = 3000;

/** What every house of the first group chooses from, and with what chance: each crossing and channel, and staying away. */
function optionsOf(): Float64Array {
  const world = foundWorld(experimentOn(smallWorld()), 'key');
  const options = world.network.crossings * channels.length;
  const weights = new Float64Array(options + 1);
  weights.set(world.state.habit.subarray(0, options));
  weights[options] = 1 - weights.reduce((sum, weight) => sum + weight, 0);
  return weights;
}

/** One house after another, each by a draw of its own. */
function chooseSingly(weights: Float64Array, run: number, out: Float64Array): void {
  const stream = openStream('singly', 'choice', run);
  out.fill(0);
  for (let house = 0; house < consignments; house++) {
    let left = stream.next();
    let option = 0;
    while (option < weights.length - 1 && left >= weights[option]) left -= weights[option++];
    out[option]++;
  }
}

function chooseTogether(weights: Float64Array, run: number, out: Float64Array): void {
  drawMultinomial(openStream('together', 'choice', run), consignments, weights, 0, weights.length, out);
}

/** How often each option drew each count, counts of `most` and above in one cell, at `option * (most + 1) + count`. */
function tally(choose: typeof chooseSingly, weights: Float64Array, most: number): Float64Array {
  const cells = new Float64Array(weights.length * (most + 1));
  const out = new Float64Array(weights.length);
  for (let run = 0; run < runs; run++) {
    choose(weights, run, out);
    out.forEach((count, option) => {
      cells[option * (most + 1) + Math.min(count, most)]++;
    });
  }
  return cells;
}

describe('houses that are alike, drawn together', () => {
  it('choose as they would one by one: counts of every option agree in distribution', () => {
    const weights = optionsOf();
    const most = 30;
    const [singly, together] = [tally(chooseSingly, weights, most), tally(chooseTogether, weights, most)];
    for (let option = 0; option < weights.length; option++) {
      let square = 0;
      let cells = 0;
      for (let at = option * (most + 1); at < (option + 1) * (most + 1); at++) {
        // Cells too rare for the test are left out.
        if (singly[at] + together[at] < 10) continue;
        square += (singly[at] - together[at]) ** 2 / (singly[at] + together[at]);
        cells++;
      }
      // Chi-square with `cells` degrees at most: its mean plus four deviations, passed by chance about once in 30,000.
      expect(square, `option ${option}`).toBeLessThan(cells + 4 * Math.sqrt(2 * cells) + 8);
    }
  });

  it('would be told apart if one option were a fifth likelier', () => {
    const weights = optionsOf();
    const skewed = weights.slice();
    skewed[1] *= 1.2;
    skewed[weights.length - 1] -= weights[1] * 0.2;
    const [singly, together] = [tally(chooseSingly, weights, 30), tally(chooseTogether, skewed, 30)];
    let square = 0;
    let cells = 0;
    for (let at = 31; at < 62; at++) {
      if (singly[at] + together[at] < 10) continue;
      square += (singly[at] - together[at]) ** 2 / (singly[at] + together[at]);
      cells++;
    }
    expect(square).toBeGreaterThan(cells + 4 * Math.sqrt(2 * cells) + 8);
  });
});
