import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnOf } from '../../src/engine/recorder.ts';
import { agreedShares, divisions, surplusOf, warPayoffs } from '../../src/model/bargain.ts';
import { foundWorld } from '../../src/model/found-world.ts';
import type { Holdings } from '../../src/model/holdings.ts';
import { playRun } from '../../src/model/play.ts';
import { reshare, takesOf } from '../../src/model/reshare.ts';
import { crossing, experimentOn, faction, post, type Setting, smallWorld } from '../fixtures/small-world.ts';

const terms = { contestExponent: 1, powerWeight: 1, warValue: 0.6, warCost: 0.18 };
const rules = divisions.filter((rule) => rule !== 'status-quo');

describe('the division of the take', () => {
  it('by Nash is what war would give plus a share of the surplus by power', () => {
    const sharp = { ...terms, contestExponent: 2 };
    // p = .9, .1; war = .54 - .135, .06 - .045; surplus = 1 - .42; alpha = .75, .25.
    expect([...warPayoffs([3, 1], sharp)]).toEqual([expect.closeTo(0.405, 12), expect.closeTo(0.015, 12)]);
    expect(surplusOf([3, 1], sharp)).toBeCloseTo(0.58, 12);
    expect(agreedShares('nash', [3, 1], sharp)[0]).toBeCloseTo(0.405 + 0.75 * 0.58, 12);
  });

  it('by Shapley is the mean of what each adds, over the orders of joining', () => {
    // Two members: alone 3 of 4 wins .6 * .75 - .18 * .75; joining last it adds 1 - (.6 * .25 - .18 * .25).
    const first = 0.42 * 0.75;
    const last = 1 - 0.42 * 0.25;
    expect(agreedShares('shapley', [3, 1], terms)[0]).toBeCloseTo((first + last) / 2, 12);
  });

  it.each(rules)('by %s sums to 1, treats equals alike and gives more to who can do more', (rule) => {
    const capacity = fc.double({ min: 0.01, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.array(capacity, { minLength: 2, maxLength: 8 }), capacity, (others, more) => {
        const shares = agreedShares(rule, others, terms);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        for (const share of shares) expect(share).toBeGreaterThanOrEqual(0);
        const stronger = agreedShares(rule, [others[0] + more, ...others.slice(1)], terms);
        expect(stronger[0]).toBeGreaterThan(shares[0]);
      }),
    );
    const alike = agreedShares(rule, [2, 2, 2, 2, 2], terms);
    for (const share of alike) expect(share).toBeCloseTo(0.2, 12);
  });

  it('leaves nothing to agree on where war costs nothing and destroys nothing', () => {
    expect(surplusOf([1, 2], { ...terms, warValue: 1, warCost: 0 })).toBeCloseTo(0, 12);
  });
});

describe('lumpy posts', () => {
  const holdings = (share: readonly number[]): Holdings => ({
    factions: 2,
    share: Float64Array.from(share),
    held: Float64Array.of(1, 1, 1),
  });
  const everywhere = { niches: new Uint8Array(6).fill(1), movable: new Uint8Array(3).fill(1) };

  it('go whole first, then by berths, and what is too small to split stays', () => {
    const held = holdings([1, 0, 1, 0, 1, 0]);
    const take = Float64Array.of(50, 30, 20);
    // Half of 100 is due: the post that brings 50 goes whole and nothing else mends.
    const moves = reshare(held, { take, target: Float64Array.of(50, 50), ...everywhere });
    expect(moves).toEqual([{ place: 0, from: 0, to: 1, share: 1 }]);
    const again = holdings([1, 0, 1, 0, 1, 0]);
    reshare(again, { take, target: Float64Array.of(88, 12), ...everywhere });
    // The post of 20 goes whole, then two of its berths go back: 10 is nearer than 15.
    expect(takesOf(again, take)[1]).toBeCloseTo(10, 9);
  });

  it('do not go where the receiver has no niche, nor while they are closed', () => {
    const take = Float64Array.of(50, 30, 20);
    const target = Float64Array.of(50, 50);
    const nowhere = { ...everywhere, niches: Uint8Array.of(1, 0, 1, 0, 1, 0) };
    expect(reshare(holdings([1, 0, 1, 0, 1, 0]), { take, target, ...nowhere })).toEqual([]);
    const closed = { ...everywhere, movable: new Uint8Array(3) };
    expect(reshare(holdings([1, 0, 1, 0, 1, 0]), { take, target, ...closed })).toEqual([]);
  });
});

/** Four gates of one corridor, all held by the first of two factions alike in force but for a small one. */
const uneven = smallWorld({
  factions: [faction('north'), faction('south')],
  crossings: [
    crossing('a', 0.3, { holders: { north: 1 } }),
    crossing('b', 0.3, { holders: { north: 1 } }),
    crossing('c', 0.2, { holders: { north: 1 } }),
    crossing('d', 0.2, { holders: { north: 0.8, south: 0.2 } }),
  ],
  posts: [post('bridge', { crossingIds: ['a', 'b', 'c', 'd'], holders: { north: 0.5, south: 0.5 } })],
});
const play = (set: Readonly<Record<string, Setting>>, months = 24, key = 'key', world = uneven) =>
  playRun(experimentOn(world, set, { months }), key, { keepFlows: true });

describe('talks', () => {
  it('bring equals to equal shares but for what is left as misfit', () => {
    const { tables, events } = play({ 'pact.division': 0 });
    const opened = events.filter((event) => event.type === 'talks-open');
    expect(opened).toHaveLength(1);
    expect(opened[0].month).toBe(1);
    const moves = events.filter((event) => event.type === 'share-moves');
    expect(moves.length).toBeGreaterThan(0);
    for (const move of moves)
      expect([move.actorId, move.targetId, move.causeSeq]).toEqual(['north', 'south', opened[0].seq]);
    expect(columnOf(tables[0], 'misfit_idx')[0]).toBeLessThan(0.01);
    expect(columnOf(tables[1], 'posts_share', 1)[23]).toBeGreaterThan(0.35);
  });

  it('leave shares as they are where claims were fitted and nothing changed, and under the status quo', () => {
    const still = play({ 'pact.division': 0, 'pact.start_at_rest': 1 });
    expect(still.events.filter((event) => event.type === 'talks-open')).toEqual([]);
    expect(columnOf(still.tables[0], 'misfit_idx')[0]).toBeLessThan(1e-9);
    const quo = play({});
    expect(columnOf(quo.tables[2], 'held_share', 3)).toEqual(columnOf(still.tables[2], 'held_share', 3));
    expect(quo.tables[2].data).toEqual(still.tables[2].data);
  });

  it('settle to the cent what posts cannot: payers give what receivers get', () => {
    const { flows, events } = play({ 'pact.division': 2, 'pact.misfit_threshold': 0.001 });
    const agreed = events.filter((event) => event.type === 'side-payment');
    expect(agreed.length).toBeGreaterThan(0);
    const line = flows!.names.lines.indexOf('side-payment');
    const paid = Array.from(flows!.cents).filter((_, row) => flows!.line[row] === line);
    expect(paid.length).toBeGreaterThan(0);
    for (const cents of paid) expect(Number.isSafeInteger(cents)).toBe(true);
  });

  it('move no effort by themselves: a stake brings its cost with it', () => {
    const { tables } = play({ 'pact.division': 0, 'need.sensitivity': 0 }, 12);
    for (const i of [0, 1])
      expect(Math.abs(columnOf(tables[1], 'effort_customs_idx', i)[11] - 1)).toBeLessThan(0.05);
  });

  it('give the faction whose men grow a larger share of the take', () => {
    const grown = smallWorld({ ...uneven, factions: [faction('north'), faction('south', { capacity: 2 })] });
    const shareOf = (world: typeof uneven) =>
      columnOf(play({ 'pact.division': 0 }, 12, 'key', world).tables[1], 'posts_share', 1)[11];
    expect(shareOf(grown)).toBeGreaterThan(shareOf(uneven) + 0.05);
  });

  it('find a niche only in a corridor or on a road where the faction holds a stake', () => {
    const world = foundWorld(
      experimentOn(
        smallWorld({
          corridors: [
            { id: 'river', name: 'River' },
            { id: 'hills', name: 'Hills' },
          ],
          crossings: [
            crossing('upper', 0.6, { holders: { north: 1 } }),
            crossing('pass', 0.4, { corridorId: 'hills', holders: { south: 1 } }),
          ],
          posts: [post('bridge', { crossingIds: ['upper'], holders: { north: 0.5 } })],
        }),
      ),
      'key',
    );
    expect([...world.start.niches]).toEqual([1, 0, 0, 1, 1, 0]);
  });
});
