import type { RunRecord } from '../model/run-record.ts';
import type { Experiment } from '../model/world-spec.ts';
import { type Interval, meanInterval, ratioInterval } from './interval.ts';
import type { Player } from './player.ts';
import type { Band, Measured, MeasuredRow, RowText, ValidationRow } from './validation-row.ts';

/** What the table says of a row. */
export interface ValidationResult {
  readonly row: RowText;
  /** Undefined where the model cannot answer. */
  readonly value: Interval | undefined;
  readonly verdict: 'holds' | 'fails' | 'undecided';
  /** Why it is undecided; empty otherwise. */
  readonly reason: string;
}

/** How many replicates, on which draws. */
export interface ValidationDesign {
  readonly studySeed: number;
  /** Of rows that need a whole world's runs: the patterns. */
  readonly replicates: number;
  /** Of all others, whose small maps cost next to nothing. */
  readonly mapReplicates: number;
}

/**
 * Plays what the rows ask for, each distinct experiment once a replicate, and judges every row. Replicates are played one after
 * the other and forgotten once read, so memory does not grow with their number. Throws when a run fails.
 */
export async function validate(
  rows: readonly ValidationRow[],
  player: Player,
  design: ValidationDesign,
  onReplicate: (done: number) => void = () => {},
): Promise<readonly ValidationResult[]> {
  const measured = rows.filter((row): row is MeasuredRow => 'measure' in row);
  const found = new Map<MeasuredRow, Measured[]>(measured.map((row) => [row, []]));
  for (let replicate = 1; replicate <= Math.max(design.replicates, design.mapReplicates); replicate++) {
    const asked = measured.filter((row) => replicate <= replicatesOf(row, design));
    const experiments = [...new Set(asked.flatMap((row) => Object.values(row.runs)))];
    const records = await playAll(experiments, player, design.studySeed, replicate);
    for (const row of asked) found.get(row)!.push(row.measure(recordsOf(row, records)));
    onReplicate(replicate);
  }
  return rows.map((row) => ('measure' in row ? judged(row, found.get(row)!) : unanswered(row)));
}

function replicatesOf(row: MeasuredRow, design: ValidationDesign): number {
  return row.kind === 'pattern' ? design.replicates : design.mapReplicates;
}

async function playAll(
  experiments: readonly Experiment[],
  player: Player,
  studySeed: number,
  replicate: number,
): Promise<ReadonlyMap<Experiment, RunRecord>> {
  const outcomes = await player.play(experiments.map((experiment) => ({ experiment, studySeed, replicate })));
  return new Map(
    outcomes.map((outcome, at) => {
      if (outcome.status === 'ok') return [experiments[at], outcome.record];
      throw new Error(`the run of ${outcome.scenarioId}, replicate ${replicate}, failed: ${outcome.message}`);
    }),
  );
}

function recordsOf(
  row: MeasuredRow,
  records: ReadonlyMap<Experiment, RunRecord>,
): Readonly<Record<string, RunRecord>> {
  return Object.fromEntries(Object.entries(row.runs).map(([name, each]) => [name, records.get(each)!]));
}

function judged(row: MeasuredRow, values: readonly Measured[]): ValidationResult {
  const value = intervalOf(values);
  if (value === undefined || !Number.isFinite(value.estimate))
    return { row, value: undefined, verdict: 'undecided', reason: 'there is nothing to divide by' };
  const verdict = verdictOn(value, row.band);
  return { row, value, verdict, reason: verdict === 'undecided' ? whyUndecided(value) : '' };
}

function unanswered(row: ValidationRow): ValidationResult {
  const reason = 'reason' in row ? row.reason : '';
  return { row, value: undefined, verdict: 'undecided', reason };
}

function intervalOf(values: readonly Measured[]): Interval | undefined {
  const pairs = values.map((value) => (typeof value === 'number' ? { top: value, bottom: 1 } : value));
  const top = pairs.map((pair) => pair.top);
  if (values.every((value) => typeof value === 'number')) return meanInterval(top);
  return ratioInterval(
    top,
    pairs.map((pair) => pair.bottom),
  );
}

/**
 * Holds when the whole interval lies in the band, fails when the whole interval lies outside; else chance decides, and the row is undecided.
 * A bound of 0 alone asks for a sign, so that no difference at all does not hold.
 */
export function verdictOn({ lo, hi }: Interval, band: Band): ValidationResult['verdict'] {
  if (lo === null || hi === null) return 'undecided';
  if (band.hi === undefined && band.lo === 0) return lo > 0 ? 'holds' : hi <= 0 ? 'fails' : 'undecided';
  if (band.lo === undefined && band.hi === 0) return hi < 0 ? 'holds' : lo >= 0 ? 'fails' : 'undecided';
  const [least, most] = [band.lo ?? Number.NEGATIVE_INFINITY, band.hi ?? Number.POSITIVE_INFINITY];
  if (lo >= least && hi <= most) return 'holds';
  return hi < least || lo > most ? 'fails' : 'undecided';
}

function whyUndecided({ n }: Interval): string {
  return n < 2 ? 'one run gives no interval' : `the interval at n = ${n} reaches across the edge`;
}
