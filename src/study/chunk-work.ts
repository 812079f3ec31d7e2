import type { Experiment } from '../model/world-spec.ts';
import type { RunMeans } from './chunk-format.ts';
import { keepChunk } from './chunks.ts';
import { collectGarbage } from './collect-garbage.ts';
import { matrixOf } from './design/planned-design.ts';
import type { DesignMatrix } from './design/sample-points.ts';
import { setPoint } from './design/set-point.ts';
import { type KeptRun, keepRun } from './kept-run.ts';
import { attemptRun, failureOf, type Play, type RunOutcome } from './outcome.ts';
import { type Plan, planId } from './plan.ts';
import { keepsFlows } from './run.ts';
import { type Chunk, identityOf, placeOfRun, type RunPlace } from './run-order.ts';
import { limitTime } from './time-limit.ts';

/** All that a worker has to know, sent to it once. Plain data. */
export interface WorkOrder {
  readonly folder: string;
  readonly plan: Plan;
  /** In the plan's order, as they are before any point of the design. */
  readonly experiments: readonly Experiment[];
  /** Numbers of a design that is a table, row by row; null for any other. */
  readonly listed: Float64Array | null;
}

/** A place to work at: the order with what is made from it once. */
export interface Bench extends WorkOrder {
  readonly id: string;
  readonly matrix: DesignMatrix;
}

/** A chunk that is kept: how its runs ended, and what they amount to. */
export interface ChunkDone {
  readonly index: number;
  readonly runs: number;
  readonly failed: number;
  /** The first few that failed. */
  readonly failures: readonly ToldFailure[];
  /** Of the runs that ended well, scenario by scenario: run after run, means of the plan's outcomes over the window that judges. */
  readonly means: readonly Float64Array[];
  /** Of the rows on the disk. */
  readonly bytes: number;
}

/** A failure as it is told while a study runs. */
export interface ToldFailure {
  readonly runId: string;
  readonly code: string;
  readonly message: string;
}

/** Failures told of one chunk; the others stand in runs.csv. */
const mostTold = 3;

/** Sets up a place to work at. */
export function openBench(order: WorkOrder): Bench {
  const { plan, listed } = order;
  return { ...order, id: planId(plan), matrix: matrixOf(plan.design, plan.studySeed, listed) };
}

/** Plays a chunk's runs, one after the other, and keeps their rows. `attempt` is 2 after a worker was lost. */
export function workChunk(bench: Bench, chunk: Chunk, play: Play, attempt = 1): ChunkDone {
  const { plan } = bench;
  const runs: KeptRun[] = [];
  for (let at = 0; at < chunk.runs; at++) {
    const place = placeOfRun(plan, chunk.first + at);
    runs.push(playAt(bench, place, play));
  }
  const { bytes } = keepChunk(bench.folder, bench.id, chunk, runs, attempt);
  const told = tellChunk(plan, chunk, runs, bytes);
  collectGarbage();
  return told;
}

/** Plays one run of a plan and gives what is kept of it. */
export function playAt(bench: Bench, place: RunPlace, play: Play): KeptRun {
  return keepRun(bench.plan, place, attemptAt(bench, place, play));
}

/** A scenario as it is at a point of the design. Throws Unfit where the point does not fit together. */
export function experimentAt(
  { plan, experiments, matrix }: Bench,
  { point, scenario }: RunPlace,
): Experiment {
  return setPoint(experiments[scenario], scenario, plan.design.parameters, matrix.at(point));
}

function attemptAt(bench: Bench, place: RunPlace, play: Play): RunOutcome {
  const { studySeed: seed, tables, runSeconds } = bench.plan;
  const { replicate } = place;
  try {
    return attemptRun(play, experimentAt(bench, place), seed, replicate, {
      keepFlows: tables.includes('flows_month') && keepsFlows(replicate),
      ...(runSeconds === null ? {} : { onMonth: limitTime(runSeconds) }),
    });
  } catch (error) {
    const { scenarioId } = bench.experiments[place.scenario];
    return { status: 'failed', scenarioId, seed, replicate, ...failureOf(error) };
  }
}

/** How a chunk's runs ended, and what they amount to; `bytes` are those of its rows. */
export function tellChunk(plan: Plan, { index }: Chunk, runs: readonly RunMeans[], bytes: number): ChunkDone {
  const failed = runs.filter((run) => run.status === 'failed');
  const failures = failed
    .slice(0, mostTold)
    .map(({ place, code, message }) => ({ runId: identityOf(plan, place).runId, code, message }));
  const means = plan.scenarios.map((_, scenario) => meansOf(plan, runs, scenario));
  return { index, runs: runs.length, failed: failed.length, failures, means, bytes };
}

/** Of all windows the one that judges comes first. */
function meansOf({ outcomes }: Plan, runs: readonly RunMeans[], scenario: number): Float64Array {
  const width = outcomes.length;
  const ended = runs.filter((run) => run.status === 'ok').filter(({ place }) => place.scenario === scenario);
  const means = new Float64Array(ended.length * width);
  ended.forEach((run, at) => {
    means.set(run.means.subarray(0, width), at * width);
  });
  return means;
}
