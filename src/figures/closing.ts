import { nameMonth } from '../engine/calendar.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { WorldSpec } from '../model/world-spec.ts';
import { cellAt } from './run-tables.ts';

/** A crossing's mean traffic before and after another closed. */
export interface Diverted {
  readonly index: number;
  readonly name: string;
  readonly beforeUsd: number;
  readonly afterUsd: number;
}

/** What passed elsewhere when a post closed. */
export interface Closing {
  readonly month: number;
  readonly date: string;
  /** How far it was open from then on: 0 for closed altogether. */
  readonly openAfter: number;
  /** Months that were compared on each side. */
  readonly monthsBefore: number;
  readonly monthsAfter: number;
  readonly own: Diverted;
  /** Every other post of its kind, the one that gained most first. */
  readonly others: readonly Diverted[];
}

const span = 6;

/**
 * The latest month up to `month` in which the post lost at least half of its openness, and mean traffic in up to six months before and after.
 * Undefined where it never closed. The difference is all that changed in these months, not the closing's effect alone.
 */
export function closingOf(
  record: RunRecord,
  world: WorldSpec,
  post: number,
  month: number,
): Closing | undefined {
  const open = (at: number): number => cellAt(record, 'by_crossing_month', 'open', at, post);
  let at = month;
  while (at > record.firstMonth && !(open(at) <= open(at - 1) / 2 && open(at - 1) > 0)) at--;
  if (at <= record.firstMonth) return undefined;
  const from = Math.max(record.firstMonth, at - span);
  let until = at;
  while (until < Math.min(month, at + span - 1) && open(until + 1) <= open(at)) until++;
  const gates = world.crossings.length;
  const [first, end] = post < gates ? [0, gates] : [gates, gates + world.posts.length];
  const names = [...world.crossings, ...world.posts].map(({ name }) => name);
  const diverted = (index: number): Diverted => ({
    index,
    name: names[index],
    beforeUsd: meanTraffic(record, index, from, at - 1),
    afterUsd: meanTraffic(record, index, at, until),
  });
  const others = Array.from({ length: end - first }, (_, n) => first + n)
    .filter((index) => index !== post)
    .map(diverted)
    .sort((a, b) => b.afterUsd - b.beforeUsd - (a.afterUsd - a.beforeUsd));
  return {
    month: at,
    date: nameMonth(at),
    openAfter: open(at),
    monthsBefore: at - from,
    monthsAfter: until - at + 1,
    own: diverted(post),
    others,
  };
}

function meanTraffic(record: RunRecord, post: number, from: number, until: number): number {
  let sum = 0;
  for (let at = from; at <= until; at++) sum += cellAt(record, 'by_crossing_month', 'traffic_usd', at, post);
  return sum / (until - from + 1);
}
