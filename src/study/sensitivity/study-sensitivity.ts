import type { Window } from '../../scenario/window.ts';
import { type KeptRun, meansOver } from '../kept-run.ts';
import type { Plan } from '../plan.ts';
import { replicatesOf } from '../run-order.ts';
import type { RowOutcomes } from './block-design.ts';
import { morris } from './morris.ts';
import { morrisDesign } from './morris-design.ts';
import { saltelliDesign } from './saltelli-design.ts';
import type { SensitivityRow } from './sensitivity-row.ts';
import { sobolIndices } from './sobol-indices.ts';

/** What is sensitive to a study's parameters: a scenario's outcome or, where it is compared, its difference from the baseline on the same draws. */
export interface Measured {
  readonly scenarioId: string;
  /** Null where the outcome itself is measured. */
  readonly baselineId: string | null;
  /** Months of the mean. */
  readonly window: Window;
  /** Rows of each outcome of the plan, in its order. */
  readonly outcomes: readonly { readonly outcome: string; readonly rows: readonly SensitivityRow[] }[];
}

/** Takes the runs of a plan in any order; one number of each outcome of each run stays in memory. */
export interface SensitivityCollector {
  readonly add: (run: KeptRun) => void;
  readonly finish: () => readonly Measured[];
}

/** Starts estimating sensitivity from the runs of a plan; it comes to nothing where the plan's design is none for it. */
export function startSensitivity(plan: Plan): SensitivityCollector {
  const tallies = isForSensitivity(plan) ? tallied(plan) : [];
  return {
    add: (run) => {
      for (const tally of tallies) addRun(plan, tally, run);
    },
    finish: () => tallies.map((tally) => measure(plan, tally)),
  };
}

/** Whether a plan's design has blocks of rows that sensitivity is estimated from. */
export function isForSensitivity({ design: { kind } }: Plan): boolean {
  return kind === 'morris' || kind === 'saltelli';
}

/** Numbers of one scenario, or of one less its baseline: `values[outcome][point * replicates + replicate]`. */
interface Tally {
  readonly scenario: number;
  readonly baseline: number | null;
  readonly window: Window;
  readonly values: readonly Float64Array[];
}

/** Differences where anything is compared, else the scenarios themselves. */
function tallied(plan: Plan): readonly Tally[] {
  const cells = plan.design.points * replicatesOf(plan);
  const blank = () => plan.outcomes.map(() => new Float64Array(cells));
  if (plan.comparisons.length > 0)
    return plan.comparisons.map(({ baseline, scenario, windows: [window] }) => ({
      scenario,
      baseline,
      window,
      values: blank(),
    }));
  return plan.scenarios.map(({ windows: [window] }, scenario) => ({
    scenario,
    baseline: null,
    window,
    values: blank(),
  }));
}

/** A failed run makes its cell NaN, whichever of the two it is. */
function addRun(plan: Plan, { scenario, baseline, window, values }: Tally, run: KeptRun): void {
  const sign = run.place.scenario === scenario ? 1 : run.place.scenario === baseline ? -1 : 0;
  if (sign === 0) return;
  const cell = Math.floor(run.place.index / plan.scenarios.length);
  const means = run.status === 'ok' ? meansOver(plan, run, window) : undefined;
  for (let at = 0; at < values.length; at++) values[at][cell] += sign * (means?.[at] ?? Number.NaN);
}

function measure(plan: Plan, { scenario, baseline, window, values }: Tally): Measured {
  return {
    scenarioId: plan.scenarios[scenario].scenarioId,
    baselineId: baseline === null ? null : plan.scenarios[baseline].scenarioId,
    window,
    outcomes: plan.outcomes.map((outcome, at) => ({
      outcome,
      rows: estimate(plan, { name: outcome, replicates: replicatesOf(plan), values: values[at] }),
    })),
  };
}

/** The study's seed keys the resampling too: the same study has the same intervals. */
function estimate({ design, studySeed: seed }: Plan, outcomes: RowOutcomes): readonly SensitivityRow[] {
  const axes = design.parameters.map(({ axis }) => axis);
  const bases = design.bases!;
  return design.kind === 'morris'
    ? morris(morrisDesign(axes, bases, seed), outcomes, seed)
    : sobolIndices(saltelliDesign(axes, bases, seed), outcomes, seed);
}
