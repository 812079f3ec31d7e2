import type { KeptRun } from '../../../src/study/kept-run.ts';
import type { Plan, Planned } from '../../../src/study/plan.ts';
import type { RunPlace } from '../../../src/study/run-order.ts';
import { madeUpExperiment, madeUpPlan } from '../made-up-runs.ts';

/** A baseline and a cut. */
export const twoScenarios = [madeUpExperiment('baseline'), madeUpExperiment('cut')];

/** A plan that looks at 4, 8, 16 and 20 replicates of them, for 10% of the money from the patron. */
export function lookingPlan(asked: Partial<Planned> = {}): Plan {
  return madeUpPlan({
    experiments: twoScenarios,
    replicates: { from: 1, to: 20 },
    precision: { target: 0.1, of: ['income_patron_usd'], least: 4 },
    ...asked,
  });
}

/** All runs of a plan as it is cut, point by point, each of whose outcomes is `number(place)` over every window; failed where that is undefined. */
export function* madeUpKept(plan: Plan, number: (place: RunPlace) => number | undefined): Generator<KeptRun> {
  const { from, to } = plan.replicates;
  for (let point = 0; point < plan.design.points; point++)
    for (let replicate = from; replicate <= to; replicate++)
      for (let scenario = 0; scenario < plan.scenarios.length; scenario++) {
        const place = { index: 0, point, replicate, scenario };
        yield keptOf(plan, place, number(place));
      }
}

function keptOf(plan: Plan, place: RunPlace, value: number | undefined): KeptRun {
  if (value === undefined)
    return { status: 'failed', place, stage: 'model', code: 'E_MODEL', message: 'the map has a hole' };
  const width = plan.outcomes.length * plan.scenarios[place.scenario].windows.length;
  const means = new Float64Array(width).fill(value);
  return { status: 'ok', place, digest: '', means, outside: null, tables: [], events: [], flows: null };
}
