import { ln } from '../engine/maths.ts';
import { type EffortLineId, effortLines } from '../model/lines.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Experiment } from '../model/world-spec.ts';
import { valueInMonth, type WorldFile } from '../scenario/world-file.ts';
import { rowOf } from './change-timeline.ts';
import { postMeans, sumOf, tableOf } from './read-run.ts';

/** How a line's yield answers need, dlnR / dln(lambda), once effort has adjusted and with all else as it is. */
export interface LineElasticity {
  readonly line: EffortLineId;
  /** nu: returns to effort. */
  readonly returns: number;
  /** Share that is collected where the line is one of coverage; undefined on a power line. */
  readonly coverage: number | undefined;
  /** Infinity where effort has no inner optimum: a power line with returns of 1 and more. */
  readonly eta: number;
  /** eta at the lowest and the highest returns that the world file allows. */
  readonly low: number;
  readonly high: number;
}

/** eta of a power line R ~ effort^nu whose marginal yield equals its cost: nu / (1 - nu); no bound from 1 on. */
export function powerElasticity(returns: number): number {
  return returns >= 1 ? Number.POSITIVE_INFINITY : returns / (1 - returns);
}

/**
 * eta of a line collected by coverage c = 1 - e^-y, y ~ effort^nu: nu y (1-c)/c / (1 - nu + nu y). A gate nearly all of whose
 * fixing is done by the holders' men has little left to answer with. `coverage` between 0 and 1, both excluded.
 */
export function coverageElasticity(returns: number, coverage: number): number {
  const y = -ln(1 - coverage);
  const slope = 1 - returns + returns * y;
  return slope <= 0 ? Number.POSITIVE_INFINITY : (returns * y * (1 - coverage)) / coverage / slope;
}

/** eta of each line in a month of a run; coverage is what the holders' men collect of their own share, weighted by take. */
export function elasticitiesOf(
  experiment: Experiment,
  world: WorldFile,
  run: RunRecord,
  month: number,
): readonly LineElasticity[] {
  const from = run.firstMonth;
  return effortLines.map((line): LineElasticity => {
    const name = `lines.${line}.returns`;
    const returns = rowOf(experiment, name)[month - from];
    const coverage = line === 'customs' || line === 'inland' ? coverageIn(run, line, month) : undefined;
    const at = (nu: number): number =>
      coverage === undefined ? powerElasticity(nu) : coverageElasticity(nu, coverage);
    const graded = world.values.get(name)!;
    const scale = graded.range === 'factors' ? valueInMonth(graded, month) : 1;
    return {
      line,
      returns,
      coverage,
      eta: at(returns),
      low: at(graded.low * scale),
      high: at(graded.high * scale),
    };
  });
}

/** Coverage of the holders at gates or inland posts: kept a thousandth from 0 and 1, and .001 where nothing is taken. */
function coverageIn(run: RunRecord, line: 'customs' | 'inland', month: number): number {
  const window = { first: month, last: month };
  const inland = tableOf(run, 'by_crossing_month')
    .spec.columns.find(({ name }) => name === 'post_kind')!
    .labels!.indexOf('inland');
  const [kind, takes, covered, held] = ['post_kind', 'take_usd', 'coverage_share', 'held_share'].map(
    (column) => postMeans(run, column, window),
  );
  const asked = kind.map((each) => (each === inland) === (line === 'inland'));
  const weight = sumOf(takes.filter((_, at) => asked[at]));
  if (weight <= 0) return 0.001;
  const sum = sumOf(
    takes.map((take, at) => (asked[at] && held[at] > 0 ? (take * covered[at]) / held[at] : 0)),
  );
  return Math.min(0.999, Math.max(0.001, sum / weight));
}
