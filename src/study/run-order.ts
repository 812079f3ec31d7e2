import type { Plan } from './plan.ts';
import { runId } from './run-key.ts';

/** One piece of work: whole replicates, each in every scenario, so that runs that are compared lie in one chunk. */
export interface Chunk {
  /** From 0; the chunk's number in file names. */
  readonly index: number;
  /** Number of the first run in the order of the plan, from 0. */
  readonly first: number;
  readonly runs: number;
}

/** Where a run stands in its plan. */
export interface RunPlace {
  /** Number in the order of the plan, from 0. */
  readonly index: number;
  /** Point of the design, from 0. */
  readonly point: number;
  readonly replicate: number;
  /** Place in the plan's list of scenarios. */
  readonly scenario: number;
}

/** A run by the names that open its rows. */
export interface RunIdentity {
  readonly runId: string;
  readonly scenarioId: string;
  readonly pointId: string;
  readonly replicate: number;
  readonly seed: number;
}

/** Number of replicates of each scenario at each point. */
export function replicatesOf(plan: Plan): number {
  return plan.replicates.to - plan.replicates.from + 1;
}

/** Number of runs that a plan attempts. */
export function countRuns(plan: Plan): number {
  return plan.design.points * replicatesOf(plan) * plan.scenarios.length;
}

/** Number of chunks that a plan is cut into. */
export function countChunks(plan: Plan): number {
  return Math.ceil((plan.design.points * replicatesOf(plan)) / plan.chunkReplicates);
}

/** A chunk by its number, from 0; the list of all is never held. */
export function chunkAt(plan: Plan, index: number): Chunk {
  const size = plan.chunkReplicates * plan.scenarios.length;
  const first = index * size;
  return { index, first, runs: Math.min(size, countRuns(plan) - first) };
}

/** The chunk that holds a run, by the run's number in the order of the plan. */
export function chunkOf(plan: Plan, run: number): Chunk {
  return chunkAt(plan, Math.floor(run / (plan.chunkReplicates * plan.scenarios.length)));
}

/** All chunks of a plan, one after the other. */
export function* chunksOf(plan: Plan): Generator<Chunk> {
  const count = countChunks(plan);
  for (let index = 0; index < count; index++) yield chunkAt(plan, index);
}

/**
 * A run by its number: point by point, in each replicate by replicate, in each scenario by scenario. The points of one block of a design for
 * sensitivity draw alike, those of the next anew, so that all of chance is in what is estimated from them.
 */
export function placeOfRun(plan: Plan, index: number): RunPlace {
  const scenarios = plan.scenarios.length;
  const cell = Math.floor(index / scenarios);
  const replicates = replicatesOf(plan);
  const point = Math.floor(cell / replicates);
  const { points, bases } = plan.design;
  const block = bases === undefined ? 0 : Math.floor(point / (points / bases));
  return {
    index,
    point,
    replicate: plan.replicates.from + block * replicates + (cell % replicates),
    scenario: index % scenarios,
  };
}

/** The names of a run. */
export function identityOf(plan: Plan, { point, replicate, scenario }: RunPlace): RunIdentity {
  const { scenarioId } = plan.scenarios[scenario];
  const seed = plan.studySeed;
  const pointId = pointIdOf(point);
  return { runId: runId(scenarioId, pointId, seed, replicate), scenarioId, pointId, replicate, seed };
}

/** The run of that name in a plan; undefined where it has none. Looks at every run: names are hashes. */
export function findRun(plan: Plan, id: string): RunPlace | undefined {
  const runs = countRuns(plan);
  for (let index = 0; index < runs; index++) {
    const place = placeOfRun(plan, index);
    if (identityOf(plan, place).runId === id) return place;
  }
  return undefined;
}

/** `p-0` for the first point of a design, and for the only one of a study without. */
export function pointIdOf(point: number): string {
  return `p-${point}`;
}
