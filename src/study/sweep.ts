import { parseMonth } from '../engine/calendar.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Experiment } from '../model/world-spec.ts';
import type { GradedValue, WorldFile } from '../scenario/world-file.ts';
import { cutShort } from './change-timeline.ts';
import type { Player } from './player.ts';
import { monthMean } from './read-run.ts';
import { rangeFactors, varyNumber } from './vary.ts';

/** What a sweep looks at, in its order. */
export const sweptOutcomes = ['income', 'customs', 'treasury', 'replaced'] as const;
/** One of them. */
export type SweptOutcome = (typeof sweptOutcomes)[number];
/** Each outcome's value. */
export type Outcomes = Readonly<Record<SweptOutcome, number>>;

/** How far outcomes move when one assumption goes from low to high with all others as they are. */
export interface Swept {
  readonly value: GradedValue;
  readonly low: Outcomes;
  readonly high: Outcomes;
  /** Largest move of any outcome over what it is: what the list is sorted by. */
  readonly worst: number;
}

/** A world before and after a cut, and the months they are read in. */
export interface SweepDesign {
  readonly world: WorldFile;
  readonly baseline: Experiment;
  readonly cut: Experiment;
  readonly studySeed: number;
}

/** Levels are those of 2018; what is replaced, of the twelve months from May 2018 on. */
const levels = '2018-01..2018-12';
const after = '2018-05..2019-04';

/** Outcomes as the world file has its numbers. */
export interface SweepResult {
  readonly base: Outcomes;
  /** Worst first. */
  readonly swept: readonly Swept[];
  /** Assumptions without a range, or whose runs failed. */
  readonly leftOut: readonly GradedValue[];
}

/** One assumption at a time from low to high on replicate 1 of the same draws. Interactions are not seen. */
export async function sweepAssumptions(
  { world, baseline, cut, studySeed }: SweepDesign,
  player: Player,
  onDone: (done: number, all: number) => void = () => {},
): Promise<SweepResult> {
  const months = parseMonth('2019-04')! - baseline.timeline.firstMonth + 1;
  const pair = [cutShort(baseline, months), cutShort(cut, months)] as const;
  const read = async (name: string, factor: number): Promise<Outcomes | undefined> => {
    const varied = pair.map((each) => varyNumber(each, name, factor));
    if (varied.some((each) => each === undefined)) return undefined;
    const runs = await player.play(
      varied.map((experiment) => ({ experiment: experiment!, studySeed, replicate: 1 })),
    );
    const [before, changed] = runs.map((run) => (run.status === 'ok' ? run.record : undefined));
    return before === undefined || changed === undefined ? undefined : outcomesOf(before, changed);
  };
  const assumed = assumptionsOf(world);
  const base = (await read(assumed[0].name, 1))!;
  const swept: Swept[] = [];
  const leftOut: GradedValue[] = [];
  let done = 0;
  const sweepOne = async (value: GradedValue): Promise<void> => {
    const factors = rangeFactors(value);
    const [low, high] =
      factors === undefined ? [] : await Promise.all(factors.map((factor) => read(value.name, factor)));
    if (low === undefined || high === undefined) leftOut.push(value);
    else swept.push({ value, low, high, worst: worstMove(base, low, high) });
    onDone(++done, assumed.length);
  };
  await Promise.all(assumed.map(sweepOne));
  const byName = (a: GradedValue, b: GradedValue): number => (a.name < b.name ? -1 : 1);
  swept.sort((a, b) => b.worst - a.worst || byName(a.value, b.value));
  return { base, swept, leftOut: leftOut.sort(byName) };
}

/** Every value of a world that no source supports. */
export function assumptionsOf(world: WorldFile): readonly GradedValue[] {
  return [...world.values.values(), ...world.facts.values()].filter(
    ({ confidence }) => confidence === 'assumption',
  );
}

function outcomesOf(before: RunRecord, changed: RunRecord): Outcomes {
  const gain = (column: string): number =>
    monthMean(changed, column, after) - monthMean(before, column, after);
  const lost = -gain('income_patron_usd');
  return {
    income: monthMean(before, 'income_total_usd', levels),
    customs: monthMean(before, 'income_customs_usd', levels),
    treasury: monthMean(before, 'duty_paid_share', levels),
    replaced: lost > 0 ? gain('income_local_usd') / lost : 0,
  };
}

function worstMove(base: Outcomes, low: Outcomes, high: Outcomes): number {
  const moves = sweptOutcomes.map((outcome) => {
    const values = [low[outcome], base[outcome], high[outcome]];
    return (Math.max(...values) - Math.min(...values)) / Math.max(1e-9, Math.abs(base[outcome]));
  });
  return Math.max(...moves);
}
