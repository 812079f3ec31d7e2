import { drawUniform } from '../engine/draws.ts';
import { openStream } from '../engine/streams.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Experiment } from '../model/world-spec.ts';
import type { Calibration } from '../scenario/read-calibration.ts';
import { changeRows, cutShort, rowOf } from './change-timeline.ts';
import { meanOf, varianceOf } from './interval.ts';
import type { Player } from './player.ts';
import { runKey } from './run-key.ts';
import type { Band, MeasuredRow } from './validation-row.ts';

/** One draw from the priors and what the model made of it. */
export interface Draw {
  readonly values: readonly number[];
  readonly found: readonly number[];
  /** 0 when every target lies in its band; else how far out, in half-widths of the bands. */
  readonly distance: number;
}

/** Middle, spread and middle nine tenths of numbers. */
export interface Spread {
  readonly mean: number;
  readonly sd: number;
  readonly low: number;
  readonly high: number;
}

/** What came of a calibration. */
export interface Posterior {
  readonly drawn: number;
  readonly failed: number;
  /** Draws that hit every band. */
  readonly hit: number;
  readonly kept: number;
  readonly parameters: readonly {
    readonly name: string;
    readonly prior: { readonly low: number; readonly high: number };
    /** The world file's value. */
    readonly now: number;
    readonly posterior: Spread;
    /** Standard deviation over that of the prior: 1 and the targets say nothing of it. */
    readonly narrowed: number;
  }[];
  readonly targets: readonly { readonly id: string; readonly band: Band; readonly found: Spread }[];
}

/**
 * Approximate Bayesian computation by rejection. Parameters are drawn from their priors by Latin hypercube (McKay et al. 1979) and kept
 * when every target lies in its band: a band is read as a uniform error of what was seen, for which rejection is exact (Wilkinson 2013).
 * Where fewer than `keep` draws hit, the nearest are kept. One replicate of the same draws each: chance moves targets far less than
 * bands are wide. A draw scales its parameter in all months, so that dated changes keep their proportion.
 */
export async function calibrate(
  plan: Calibration,
  experiment: Experiment,
  targets: readonly MeasuredRow[],
  player: Player,
  onDraws: (done: number) => void = () => {},
): Promise<Posterior> {
  const names = Object.keys(plan.priors);
  const draws: Draw[] = [];
  let failed = 0;
  const drawn = drawPriors(plan);
  for (let from = 0; from < drawn.length; from += batch) {
    const part = drawn.slice(from, from + batch);
    const played = await Promise.all(part.map((values) => playDraw(plan, names, values, targets, player)));
    for (const draw of played) {
      if (draw === undefined) failed++;
      else draws.push(draw);
    }
    onDraws(Math.min(from + batch, drawn.length));
  }
  return { drawn: drawn.length, failed, ...posteriorOf(plan, experiment, targets, draws) };
}

const batch = 20;

/** Latin hypercube of the priors; what breaks an order is left out. */
function drawPriors({ priors, draws, seed, order = [] }: Calibration): readonly (readonly number[])[] {
  const key = runKey(seed, 1);
  const columns = Object.entries(priors).map(([name, { low, high }]) => {
    const stream = openStream(key, 'prior', 0, name);
    const cells = Array.from({ length: draws }, (_, at) => (at + stream.next()) / draws);
    for (let at = draws - 1; at > 0; at--) {
      const other = Math.floor(drawUniform(stream, 0, at + 1));
      [cells[at], cells[other]] = [cells[other], cells[at]];
    }
    return cells.map((cell) => low + (high - low) * cell);
  });
  const names = Object.keys(priors);
  const rows = Array.from({ length: draws }, (_, at) => columns.map((column) => column[at]));
  return rows.filter((row) =>
    order.every(([less, more]) => row[names.indexOf(less)] <= row[names.indexOf(more)]),
  );
}

async function playDraw(
  plan: Calibration,
  names: readonly string[],
  values: readonly number[],
  targets: readonly MeasuredRow[],
  player: Player,
): Promise<Draw | undefined> {
  const experiments = [...new Set(targets.flatMap((target) => Object.values(target.runs)))];
  const outcomes = await player.play(
    experiments.map((each) => ({
      experiment: withDraw(cutShort(each, plan.months), names, values),
      studySeed: plan.seed,
      replicate: 1,
    })),
  );
  const records = new Map<Experiment, RunRecord>();
  for (const [at, outcome] of outcomes.entries()) {
    if (outcome.status === 'failed') return undefined;
    records.set(experiments[at], outcome.record);
  }
  const found = targets.map((target) => readTarget(target, records));
  return { values, found, distance: distanceOf(found, targets) };
}

/** An experiment whose parameters start at the drawn values; later months keep their proportion to the first. */
function withDraw(experiment: Experiment, names: readonly string[], values: readonly number[]): Experiment {
  const changes = names.map((name, at) => {
    const start = rowOf(experiment, name)[0];
    const change = (_: number, before: number): number =>
      start === 0 ? before + values[at] : (before * values[at]) / start;
    return [name, change] as const;
  });
  return changeRows(experiment, Object.fromEntries(changes));
}

function readTarget({ runs, measure }: MeasuredRow, records: ReadonlyMap<Experiment, RunRecord>): number {
  const measured = measure(
    Object.fromEntries(Object.entries(runs).map(([name, each]) => [name, records.get(each)!])),
  );
  return typeof measured === 'number' ? measured : measured.top / measured.bottom;
}

/** How far the targets lie out of their bands together, in half-widths; 0 when none does. */
export function distanceOf(found: readonly number[], targets: readonly { readonly band: Band }[]): number {
  const squares = targets.map(({ band }, at) => {
    const [lo, hi] = [band.lo ?? Number.NEGATIVE_INFINITY, band.hi ?? Number.POSITIVE_INFINITY];
    const half = Number.isFinite(hi - lo) && hi > lo ? (hi - lo) / 2 : 1;
    const out = Math.max(0, lo - found[at], found[at] - hi) / half;
    return out * out;
  });
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
}

function posteriorOf(
  plan: Calibration,
  experiment: Experiment,
  targets: readonly MeasuredRow[],
  draws: readonly Draw[],
): Omit<Posterior, 'drawn' | 'failed'> {
  const nearest = [...draws].sort((a, b) => a.distance - b.distance);
  const hit = nearest.filter(({ distance }) => distance === 0).length;
  const kept = nearest.slice(0, Math.max(hit, plan.keep));
  const parameters = Object.entries(plan.priors).map(([name, prior], at) => {
    const posterior = spreadOf(kept.map(({ values }) => values[at]));
    const narrowed = (posterior.sd * Math.sqrt(12)) / (prior.high - prior.low);
    return { name, prior, now: rowOf(experiment, name)[0], posterior, narrowed };
  });
  const read = targets.map(({ id, band }, at) => ({
    id,
    band,
    found: spreadOf(kept.map(({ found }) => found[at])),
  }));
  return { hit, kept: kept.length, parameters, targets: read };
}

/** Mean, standard deviation, and the 5th and 95th of a hundred parts. At least two numbers. */
export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.round(part * (sorted.length - 1))];
  return { mean: meanOf(numbers), sd: Math.sqrt(varianceOf(numbers)), low: at(0.05), high: at(0.95) };
}
