import { firstFaction, purposeIndex } from '../model/accounts.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { WorldSpec } from '../model/world-spec.ts';
import { monthRows } from './month-flows.ts';
import { factionLetter } from './words.ts';

/** A faction at a crossing or inland post. */
export interface Taker {
  readonly letter: string;
  readonly name: string;
  readonly hue: number;
  /** What it held of the whole post at the start, 0 to 1, as the world file reports. */
  readonly heldAtStart: number;
  /** What it takes there in the month; NaN where the run keeps no payments. */
  readonly takeUsd: number;
  /** Its part of what factions take there, 0 to 1; breaches, wars and clashes move it away from what it holds. */
  readonly part: number;
}

const tolls: readonly number[] = [purposeIndex.customs, purposeIndex.inland];

/** Factions that held part of a post at the start or take a toll there in the month, the largest take first. */
export function takersAt(record: RunRecord, world: WorldSpec, post: number, month: number): readonly Taker[] {
  const { holders } = [...world.crossings, ...world.posts][post];
  const takes = takesAt(record, world, post, month);
  const all = takes.reduce((sum, take) => sum + take, 0);
  return world.factions
    .map(
      ({ id, name }, hue): Taker => ({
        letter: factionLetter(hue),
        name,
        hue,
        heldAtStart: holders[id] ?? 0,
        takeUsd: takes.length === 0 ? Number.NaN : takes[hue] / 100,
        part: all > 0 ? takes[hue] / all : Number.NaN,
      }),
    )
    .filter(({ heldAtStart, takeUsd }) => heldAtStart > 0 || takeUsd > 0)
    .sort((a, b) => (b.takeUsd || 0) - (a.takeUsd || 0) || b.heldAtStart - a.heldAtStart);
}

/** Cents that each faction takes in tolls at a post in a month; empty where payments are not kept. */
function takesAt({ flows }: RunRecord, world: WorldSpec, post: number, month: number): readonly number[] {
  if (flows === null) return [];
  const takes = world.factions.map(() => 0);
  const [from, until] = monthRows(flows, month);
  for (let row = from; row < until; row++)
    if (flows.place[row] === post && flows.to[row] >= firstFaction && tolls.includes(flows.line[row]))
      takes[flows.to[row] - firstFaction] += flows.cents[row];
  return takes;
}
