import { createHash } from 'node:crypto';
import { monthColumns } from '../model/observables.ts';
import type { Experiment } from '../model/world-spec.ts';
import { type KeptTable, keptTables } from '../scenario/study-schema.ts';
import type { Window } from '../scenario/window.ts';
import type { PlannedDesign } from './design/planned-design.ts';
import { littleEndianBytes } from './little-endian.ts';
import { judgedWindows, windowsOfPair } from './main-window.ts';
import { whole } from './precision/layers.ts';
import { lookAt, type PlannedPrecision } from './precision/looks.ts';

/** What decides the results of a study, and nothing else: no clock, no machine, no number of workers. */
export interface Plan {
  readonly schema: typeof planSchema;
  /** The scenario or study that names the folder. */
  readonly name: string;
  readonly toolVersion: string;
  readonly modelVersion: number;
  /** What the model makes of the first months of the first scenario, sha256: another machine or model that computes otherwise is found out. */
  readonly modelSha256: string;
  readonly studySeed: number;
  /** Month number of the first month, and how many follow from it. */
  readonly firstMonth: number;
  readonly months: number;
  /** From and to, both included, counted from 1; with a precision, the most. */
  readonly replicates: { readonly from: number; readonly to: number };
  /** Absent where the number of replicates is given: the runs then decide it, look by look. */
  readonly precision?: PlannedPrecision;
  readonly design: PlannedDesign;
  /** Most replicates in a chunk; each is played in every scenario. */
  readonly chunkReplicates: number;
  readonly scenarios: readonly PlannedScenario[];
  /** What is compared with what, and over which months. */
  readonly comparisons: readonly PlannedComparison[];
  /** Columns of by_month that are kept, in the order of that table. */
  readonly outcomes: readonly string[];
  /** Tables that are kept month by month; window means always are. */
  readonly tables: readonly KeptTable[];
  /** A run that takes longer fails; null for no limit. */
  readonly runSeconds: number | null;
}

/** Form of plan.json; a folder with another one is of another version. */
export const planSchema = 'maabar-plan-2';

/** A scenario of a plan, by name and by content. */
export interface PlannedScenario {
  readonly scenarioId: string;
  /** sha256 of the resolved experiment: world, every parameter in every month, changes. */
  readonly experimentSha256: string;
  /** Months over which the means of each run are kept; those that judge the scenario come first. */
  readonly windows: readonly Window[];
}

/** Two scenarios by their places in the plan. */
export interface PlannedComparison {
  readonly baseline: number;
  readonly scenario: number;
  /** The months that judge the scenario and, where it is longer, the whole run. */
  readonly windows: readonly Window[];
}

/** What a plan is made from; what is left out is as a single run of scenarios has it. */
export interface Planned {
  readonly name: string;
  readonly toolVersion: string;
  readonly modelVersion: number;
  readonly modelSha256?: string;
  readonly studySeed: number;
  /** With a precision, from the first to the most. */
  readonly replicates: Plan['replicates'];
  readonly precision?: AskedPrecision;
  /** All of one world and the same months. */
  readonly experiments: readonly Experiment[];
  readonly comparisons: readonly { readonly baseline: number; readonly scenario: number }[];
  readonly design?: PlannedDesign;
  readonly outcomes?: readonly string[];
  readonly window?: Window;
  readonly tables?: readonly KeptTable[];
  readonly runSeconds?: number;
}

/** A precision to reach, and the replicates that are played at least. */
export interface AskedPrecision extends Pick<PlannedPrecision, 'target' | 'of'> {
  readonly least: number;
}

/** A study without a design: one point, nothing varied. */
export const noDesign: PlannedDesign = { kind: 'none', points: 1, parameters: [] };

/** Makes the plan of a study. */
export function createPlan(study: Planned): Plan {
  const { name, toolVersion, modelVersion, modelSha256 = '', studySeed, replicates, experiments } = study;
  const { design = noDesign, window, tables = keptTables, runSeconds = null } = study;
  const { firstMonth, months } = experiments[0].timeline;
  const comparisons = study.comparisons.map((pair) => ({
    ...pair,
    windows: windowsOfPair(experiments[pair.scenario], experiments[pair.baseline], window),
  }));
  const most = replicates.to - replicates.from + 1;
  const chunkSize = (count: number): number =>
    chunkReplicatesFor(design.points * count, experiments.length, tables.length > 0);
  const precision = study.precision && planPrecision(study.precision, most, chunkSize);
  return {
    schema: planSchema,
    name,
    toolVersion,
    modelVersion,
    modelSha256,
    studySeed,
    firstMonth,
    months,
    replicates,
    ...(precision === undefined ? {} : { precision }),
    design,
    chunkReplicates: Math.max(...(precision?.looks.map((look) => look.chunkReplicates) ?? [chunkSize(most)])),
    scenarios: experiments.map((experiment, scenario) => ({
      scenarioId: experiment.scenarioId,
      experimentSha256: hashExperiment(experiment),
      windows: judgedWindows(experiment, scenario, comparisons, window),
    })),
    comparisons,
    outcomes: inTableOrder(study.outcomes),
    tables,
    runSeconds,
  };
}

function planPrecision(
  { target, of, least }: AskedPrecision,
  most: number,
  chunkSize: (replicates: number) => number,
): PlannedPrecision {
  const counts = lookAt(least, most);
  const looks = counts.map((replicates, at) => ({
    replicates,
    chunkReplicates: chunkSize(replicates - (counts[at - 1] ?? 0)),
  }));
  return { target, of: inTableOrder(of), looks };
}

function inTableOrder(asked: readonly string[] | undefined): readonly string[] {
  const all = monthColumns.map((column) => column.name);
  return asked === undefined ? all : all.filter((name) => asked.includes(name));
}

/**
 * About 32 chunks while a study is small, then chunks of some ten seconds: 64 runs, or 256 where only means are kept. Workers play no part, so
 * any number of them makes the same files.
 */
function chunkReplicatesFor(cells: number, scenarios: number, keepsTables: boolean): number {
  const most = Math.max(1, Math.floor((keepsTables ? 64 : 256) / scenarios));
  return Math.min(most, Math.max(1, Math.ceil(cells / 32)));
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

/** The text of plan.json: the same bytes for the same plan, also where it is cut to a look. */
export function planText(plan: Plan): string {
  return `${JSON.stringify(whole(plan), null, 2)}\n`;
}

/** The study's id: sha256 of the text of plan.json, hex. */
export function planId(plan: Plan): string {
  return createHash('sha256').update(planText(plan)).digest('hex');
}

/** Folder name of a study, `maximum-pressure-1f0c22ab`: the same name is the same work. */
export function folderName(plan: Plan): string {
  return `${plan.name}-${planId(plan).slice(0, 8)}`;
}
