import type { Experiment } from '../model/world-spec.ts';
import type { Window } from '../scenario/window.ts';
import { cutShort } from './change-timeline.ts';
import { type Driver, driversBetween, pairWith } from './drivers.ts';
import { type Interval, meanInterval, ratioInterval } from './interval.ts';
import type { Player } from './player.ts';
import { monthMean } from './read-run.ts';

/** What is attributed, between which worlds, in which months. */
export interface Question {
  readonly experiment: Experiment;
  /** The same world without what is asked about. */
  readonly neutral: Experiment;
  readonly window: Window;
  /** Columns of by_month. */
  readonly outcomes: readonly string[];
  readonly studySeed: number;
  readonly replicates: number;
}

/** One outcome's change and what each driver has of it. Dollars a month; the parts and the rest add up to the whole, replicate by replicate. */
export interface Attribution {
  readonly outcome: string;
  readonly whole: Interval;
  readonly parts: readonly {
    readonly driver: Driver;
    readonly part: Interval;
    readonly share: Interval | undefined;
  }[];
}

/**
 * Shapley shares (Shapley 1953) of the change of an outcome between two worlds over the drivers in which they differ: a driver's part is
 * what it adds, averaged over all orders in which drivers can be let in. Exact: 2^k pairs of runs a replicate, on the same draws.
 * Throws when a run fails.
 */
export async function attribute(
  question: Question,
  player: Player,
  onReplicate: (done: number) => void = () => {},
): Promise<readonly Attribution[]> {
  const [experiment, neutral] = playedPart(question);
  const drivers = driversBetween(experiment, neutral);
  const pairs = subsets(drivers.length).map((isIn) =>
    pairWith(
      experiment,
      neutral,
      drivers.filter((_, at) => !isIn(at)),
    ),
  );
  const values: number[][][] = question.outcomes.map(() => []);
  for (let replicate = 1; replicate <= question.replicates; replicate++) {
    const changes = await playPairs(pairs, question, player, replicate);
    for (const [at, ofOutcome] of changes.entries()) values[at].push(ofOutcome);
    onReplicate(replicate);
  }
  return question.outcomes.map((outcome, at) => attributionOf(outcome, drivers, values[at]));
}

/** The two worlds as far as they are looked at: what is dated later has no part. */
export function playedPart({ experiment, neutral, window }: Question): readonly [Experiment, Experiment] {
  const months = window.last - experiment.timeline.firstMonth + 1;
  return [cutShort(experiment, months), cutShort(neutral, months)];
}

/** Subsets of `count` things, numbered by their bits: a reader of whether a thing is in. */
function subsets(count: number): readonly ((at: number) => boolean)[] {
  return Array.from({ length: 1 << count }, (_, set) => (at: number) => ((set >> at) & 1) === 1);
}

/** The change of each outcome in each subset, one replicate. Runs that are the same world are played once. */
async function playPairs(
  pairs: readonly { readonly experiment: Experiment; readonly neutral: Experiment }[],
  { window, outcomes, studySeed }: Question,
  player: Player,
  replicate: number,
): Promise<number[][]> {
  const known = new Map<string, number>();
  const experiments: Experiment[] = [];
  const indexOf = (experiment: Experiment): number => {
    const key = contentOf(experiment);
    if (!known.has(key)) known.set(key, experiments.push(experiment) - 1);
    return known.get(key)!;
  };
  const indices = pairs.map((pair) => [indexOf(pair.experiment), indexOf(pair.neutral)]);
  const runs = await player.play(experiments.map((experiment) => ({ experiment, studySeed, replicate })));
  const means = runs.map((run) => {
    if (run.status === 'failed') throw new Error(`a run of ${run.scenarioId} failed: ${run.message}`);
    return outcomes.map((outcome) => monthMean(run.record, outcome, window));
  });
  return outcomes.map((_, at) => indices.map(([with_, without]) => means[with_][at] - means[without][at]));
}

function contentOf({ timeline }: Experiment): string {
  return Buffer.from(timeline.values.buffer).toString('latin1');
}

/** `values[replicate][subset]` to parts. */
function attributionOf(
  outcome: string,
  drivers: readonly Driver[],
  values: readonly (readonly number[])[],
): Attribution {
  const whole = values.map((sets) => sets.at(-1)!);
  const parts = drivers.map((driver, at) => {
    const part = values.map((sets) => shapley(sets, at, drivers.length));
    return { driver, part: meanInterval(part), share: ratioInterval(part, whole) };
  });
  return { outcome, whole: meanInterval(whole), parts };
}

/** What thing `at` of `count` adds, averaged over all orders; `worth[set]` is the worth of the subset with these bits. */
export function shapley(worth: readonly number[], at: number, count: number): number {
  let sum = 0;
  for (let set = 0; set < worth.length; set++) {
    if (((set >> at) & 1) === 1) continue;
    const size = bitsOf(set);
    sum += weight(size, count) * (worth[set | (1 << at)] - worth[set]);
  }
  return sum;
}

/** size! (count - size - 1)! / count! */
function weight(size: number, count: number): number {
  return (factorial(size) * factorial(count - size - 1)) / factorial(count);
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

function bitsOf(set: number): number {
  return set === 0 ? 0 : (set & 1) + bitsOf(set >> 1);
}
