import { type Holdings, shareOf } from './holdings.ts';

/** A stake that changes hands. */
export interface Move {
  readonly place: number;
  readonly from: number;
  readonly to: number;
  /** Share of the post. */
  readonly share: number;
}

/** What there is to divide, and what each should have. USD a month. */
export interface Division {
  /** Factions' take at each post. */
  readonly take: Float64Array;
  /** What each faction should have of it. */
  readonly target: Float64Array;
  /** Where each may receive, `n * factions + i`. */
  readonly niches: Uint8Array;
  /** 1 where a post can change hands. */
  readonly movable: Uint8Array;
}

/** A berth or a shift: the least part of a post that changes hands. */
const berth = 0.25;
/** A move that mends less than this part of all is not worth its trouble. Assumption. */
const leastMended = 0.002;

/** What faction i has of the take, by its shares, USD a month. */
export function takesOf(holdings: Holdings, take: Float64Array): Float64Array {
  const out = new Float64Array(holdings.factions);
  for (let n = 0; n < take.length; n++) {
    if (holdings.held[n] <= 0) continue;
    for (let i = 0; i < out.length; i++) out[i] += (shareOf(holdings, n, i) / holdings.held[n]) * take[n];
  }
  return out;
}

/**
 * Moves stakes toward the target, the most mending move first: whole stakes while any mends, then berths. Writes `holdings.share`; sums held at posts
 * do not change. Crossings are lumpy, so part of the misfit stays.
 */
export function reshare(holdings: Holdings, division: Division): readonly Move[] {
  const now = takesOf(holdings, division.take);
  const least = leastMended * division.take.reduce((sum, usd) => sum + usd, 0);
  const moves: Move[] = [];
  for (const part of [1, berth]) {
    for (let best = bestMove(holdings, division, now, part); best !== null && best.mends > least; ) {
      const { move, value } = best;
      holdings.share[move.place * holdings.factions + move.from] -= move.share;
      holdings.share[move.place * holdings.factions + move.to] += move.share;
      now[move.from] -= value;
      now[move.to] += value;
      moves.push(move);
      best = bestMove(holdings, division, now, part);
    }
  }
  return moves;
}

interface Candidate {
  readonly move: Move;
  readonly value: number;
  readonly mends: number;
}

function bestMove(
  holdings: Holdings,
  { take, target, niches, movable }: Division,
  now: Float64Array,
  part: number,
): Candidate | null {
  const { factions, held } = holdings;
  let best: Candidate | null = null;
  for (let place = 0; place < take.length; place++) {
    if (movable[place] === 0 || held[place] <= 0) continue;
    for (let from = 0; from < factions; from++) {
      const share = Math.min(part, shareOf(holdings, place, from));
      if (share <= 0) continue;
      const value = (share / held[place]) * take[place];
      const over = now[from] - target[from];
      if (over <= 0) continue;
      for (let to = 0; to < factions; to++) {
        if (to === from || niches[place * factions + to] === 0) continue;
        const under = target[to] - now[to];
        const mends = over - Math.abs(over - value) + Math.abs(under) - Math.abs(under - value);
        if (best === null || mends > best.mends) best = { move: { place, from, to, share }, value, mends };
      }
    }
  }
  return best;
}
