import type { Unit } from '../engine/units.ts';
import { revenueLines } from '../model/lines.ts';
import type { RuleName } from '../model/rules.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Comparison } from './comparison.ts';
import { factionRules, lineRules, postRules } from './line-rules.ts';
import { cellAt } from './run-tables.ts';

/** One recorded number in a month, beside itself a month before and in the run it is compared with. */
export interface Mover {
  /** The revenue line's letter; empty for what is no line. */
  readonly letter: string;
  readonly hue: number;
  /** Its column in the tables of a study. */
  readonly outcome: string;
  readonly label: string;
  readonly unit: Unit;
  readonly value: number;
  /** A month before; NaN in the first. */
  readonly before: number;
  /** In the other run in the same month; NaN where there is none. */
  readonly compared: number;
  readonly rules: readonly RuleName[];
}

/** Who is asked about: all factions, one of them, or a crossing or inland post, by place in the world file. */
export type MoverOf =
  | { readonly kind: 'all' }
  | { readonly kind: 'faction' | 'post'; readonly index: number };

/** Income by line, the one that moved most since last month first; of one faction then also cash, men, need and posts. Lines that earn nothing in both months nor in the other run are left out. */
export function incomeMovers(
  of: MoverOf,
  record: RunRecord,
  month: number,
  comparison: Comparison | undefined,
): readonly Mover[] {
  const [table, entity] = of.kind === 'faction' ? ['by_faction_month', of.index] : ['by_month', 0];
  const read = reader(String(table), Number(entity), record, month, comparison);
  const lines = revenueLines.map(({ id, letter, name }, hue): Mover => {
    const outcome = `income_${id}_usd`;
    const numbers = read(outcome);
    return { letter, hue, outcome, label: name, unit: 'usd', ...numbers, rules: lineRules[id] };
  });
  const moving = lines
    .filter(({ value, before, compared }) => value !== 0 || before > 0 || compared > 0)
    .sort((a, b) => moved(b) - moved(a));
  const total = plainMover('income_total_usd', 'all income', 'usd', read, []);
  if (of.kind !== 'faction') return [...moving, total];
  const others = factionColumns.map(([column, label, unit]) =>
    plainMover(column, label, unit, read, factionRules[column]),
  );
  return [...moving, total, ...others];
}

/** What is recorded of a crossing or inland post, in a fixed order. */
export function postMovers(
  index: number,
  isInland: boolean,
  record: RunRecord,
  month: number,
  comparison: Comparison | undefined,
): readonly Mover[] {
  const read = reader('by_crossing_month', index, record, month, comparison);
  return postColumns
    .filter(([, , , gateOnly]) => !isInland || !gateOnly)
    .map(([column, label, unit]) => plainMover(column, label, unit, read, postRules[column]));
}

const factionColumns: readonly (readonly [string, string, Unit])[] = [
  ['cash_usd', 'cash', 'usd'],
  ['fighters_n', 'fighters', 'persons'],
  ['need_idx', 'need for local money', 'index'],
  ['posts_share', 'share of all posts', 'share'],
];

const postColumns: readonly (readonly [string, string, Unit, boolean])[] = [
  ['traffic_usd', 'goods that pass', 'usd', false],
  ['price_share', 'price of passing', 'share', false],
  ['take_usd', 'factions take', 'usd', false],
  ['held_share', 'held by factions', 'share', false],
  ['coverage_share', 'their men collect', 'share', false],
  ['open', 'open', 'share', false],
  ['clearance_days', 'days to clear', 'days', true],
  ['fixer_usd', 'passed by a fixer', 'usd', true],
  ['smuggled_usd', 'smuggled around', 'usd', true],
  ['duty_paid_usd', 'duty to treasury', 'usd', true],
  ['patrol_idx', 'patrols', 'index', true],
  ['captured_share', 'officials captured', 'share', true],
  ['seized_usd', 'seized', 'usd', true],
];

type Numbers = Pick<Mover, 'value' | 'before' | 'compared'>;

/** A number that is no revenue line. */
function plainMover(
  outcome: string,
  label: string,
  unit: Unit,
  read: (column: string) => Numbers,
  rules: readonly RuleName[],
): Mover {
  return { letter: '', hue: -1, outcome, label, unit, ...read(outcome), rules };
}

function moved({ value, before }: Mover): number {
  return Math.abs(Number.isFinite(before) ? value - before : value);
}

function reader(
  table: string,
  entity: number,
  record: RunRecord,
  month: number,
  comparison: Comparison | undefined,
): (column: string) => Numbers {
  return (column) => ({
    value: cellAt(record, table, column, month, entity),
    before: cellAt(record, table, column, month - 1, entity),
    compared: comparison === undefined ? Number.NaN : cellAt(comparison.record, table, column, month, entity),
  });
}
