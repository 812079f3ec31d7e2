import { createHash } from 'node:crypto';
import type { Experiment } from '../model/world-spec.ts';
import { littleEndianBytes } from './little-endian.ts';

/** What decides the results of a study, and nothing else: no clock, no machine, no number of workers. */
export interface Plan {
  readonly schema: 'maabar-plan-1';
  /** The scenario or study that names the folder. */
  readonly name: string;
  readonly toolVersion: string;
  readonly modelVersion: number;
  readonly studySeed: number;
  /** Month number of the first month, and how many follow from it. */
  readonly firstMonth: number;
  readonly months: number;
  /** From and to, both included, counted from 1. */
  readonly replicates: { readonly from: number; readonly to: number };
  /** Most runs in a chunk. */
  readonly chunkSize: number;
  readonly scenarios: readonly PlannedScenario[];
  /** Pairs of indices into `scenarios`: what is compared with what. */
  readonly comparisons: readonly { readonly baseline: number; readonly scenario: number }[];
}

/** A scenario of a plan, by name and by content. */
export interface PlannedScenario {
  readonly scenarioId: string;
  /** sha256 of the resolved experiment: world, every parameter in every month, changes. */
  readonly experimentSha256: string;
}

/** One piece of work: some replicates of one scenario. */
export interface Chunk {
  /** From 0; the chunk's number in file names. */
  readonly index: number;
  /** Number of the first run in the order of the plan, from 0. */
  readonly first: number;
  readonly scenario: number;
  readonly from: number;
  readonly to: number;
}

/** Makes the plan of a study; `comparison`, where there is one, runs on the same draws and comes first. */
export function createPlan(study: {
  readonly name: string;
  readonly toolVersion: string;
  readonly modelVersion: number;
  readonly studySeed: number;
  readonly replicates: { readonly from: number; readonly to: number };
  readonly experiments: readonly Experiment[];
  readonly comparisons: Plan['comparisons'];
}): Plan {
  const { experiments, ...decided } = study;
  const { firstMonth, months } = experiments[0].timeline;
  const runs = experiments.length * (study.replicates.to - study.replicates.from + 1);
  return {
    schema: 'maabar-plan-1',
    ...decided,
    firstMonth,
    months,
    chunkSize: chunkSizeFor(runs),
    scenarios: experiments.map((experiment) => ({
      scenarioId: experiment.scenarioId,
      experimentSha256: hashExperiment(experiment),
    })),
  };
}

/** 1 to 64: about 32 chunks while a study is small, then chunks of some ten seconds. Workers play no part, so any number of them makes the same files. */
function chunkSizeFor(runs: number): number {
  return Math.min(64, Math.max(1, Math.ceil(runs / 32)));
}

/** sha256, hex, of everything that a run reads of an experiment. */
export function hashExperiment(experiment: Experiment): string {
  const { values, believed, ...timeline } = experiment.timeline;
  return createHash('sha256')
    .update(JSON.stringify({ ...experiment, timeline }))
    .update(littleEndianBytes(values))
    .update(littleEndianBytes(believed ?? new Float64Array()))
    .digest('hex');
}

/** The text of plan.json: the same bytes for the same plan. */
export function planText(plan: Plan): string {
  return `${JSON.stringify(plan, null, 2)}\n`;
}

/** The study's id: sha256 of the text of plan.json, hex. */
export function planId(plan: Plan): string {
  return createHash('sha256').update(planText(plan)).digest('hex');
}

/** Folder name of a study, `maximum-pressure-1f0c22ab`: the same name is the same work. */
export function folderName(plan: Plan): string {
  return `${plan.name}-${planId(plan).slice(0, 8)}`;
}

/** Number of runs that a plan attempts. */
export function countRuns(plan: Plan): number {
  return plan.scenarios.length * replicatesOf(plan);
}

/** Number of replicates of each scenario. */
export function replicatesOf(plan: Plan): number {
  return plan.replicates.to - plan.replicates.from + 1;
}

/** All work of a plan in the order of its tables: scenario by scenario, replicate by replicate. */
export function chunksOf(plan: Plan): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let first = 0;
  for (let scenario = 0; scenario < plan.scenarios.length; scenario++)
    for (let from = plan.replicates.from; from <= plan.replicates.to; from += plan.chunkSize) {
      const to = Math.min(from + plan.chunkSize - 1, plan.replicates.to);
      chunks.push({ index: chunks.length, first, scenario, from, to });
      first += to - from + 1;
    }
  return chunks;
}
