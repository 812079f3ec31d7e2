import { revenueLines } from '../model/lines.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { WorldSpec } from '../model/world-spec.ts';
import type { Part } from './figure.ts';
import { type MoneyScale, moneyScale } from './numbers.ts';
import { cellAt, seriesOf } from './run-tables.ts';
import { factionLetter } from './words.ts';

/** Months that the small curve beside a faction looks back on, the shown month included. */
export const trendMonths = 10;

/** One faction in one month. */
export interface FactionRow {
  readonly letter: string;
  /** Place in the world file, and so in the palette of factions. */
  readonly hue: number;
  readonly name: string;
  /** Income of the month by line, in the lines' order. */
  readonly parts: readonly Part[];
  readonly totalUsd: number;
  /** Share of all factions' income, 0 to 1. */
  readonly share: number;
  /** Totals of the last `trendMonths` months, oldest first; fewer at the start of a run. */
  readonly trend: readonly number[];
}

/** `file`: as in the world file; `total`: largest income of the month first. */
export type FactionOrder = 'file' | 'total';

/** All factions in one month, with what their bars are measured against. */
export interface FactionsFigure {
  readonly title: string;
  readonly order: FactionOrder;
  readonly scale: MoneyScale;
  readonly rows: readonly FactionRow[];
  /** Largest total of any faction in any month: the full length of a bar, so that bars of two months compare. */
  readonly largestUsd: number;
  readonly totalUsd: number;
  /** Lines that earn anything in the run, for the legend. */
  readonly lines: readonly { readonly letter: string; readonly name: string; readonly hue: number }[];
}

/** Who earns what from where in one month. */
export function factionsFigure(
  record: RunRecord,
  world: WorldSpec,
  month: number,
  order: FactionOrder,
): FactionsFigure {
  const totalUsd = cellAt(record, 'by_month', 'income_total_usd', month);
  const rows = world.factions.map((faction, index) =>
    factionRow(record, faction.name, index, month, totalUsd),
  );
  const largestUsd = largestTotal(record, world.factions.length);
  return {
    title: 'Income of factions',
    order,
    scale: moneyScale(largestUsd),
    rows: order === 'file' ? rows : [...rows].sort((a, b) => b.totalUsd - a.totalUsd || a.hue - b.hue),
    largestUsd,
    totalUsd,
    lines: revenueLines
      .map((line, hue) => ({ letter: line.letter, name: line.name, hue, id: line.id }))
      .filter(({ id }) => seriesOf(record, 'by_month', `income_${id}_usd`).some((usd) => usd !== 0))
      .map(({ letter, name, hue }) => ({ letter, name, hue })),
  };
}

function factionRow(
  record: RunRecord,
  name: string,
  index: number,
  month: number,
  allUsd: number,
): FactionRow {
  const totals = seriesOf(record, 'by_faction_month', 'income_total_usd', index);
  const at = month - record.firstMonth;
  return {
    letter: factionLetter(index),
    hue: index,
    name,
    parts: revenueLines.map((line, hue) => ({
      letter: line.letter,
      hue,
      usd: cellAt(record, 'by_faction_month', `income_${line.id}_usd`, month, index),
    })),
    totalUsd: totals[at] ?? Number.NaN,
    share: allUsd > 0 ? totals[at] / allUsd : 0,
    trend: Array.from(totals.slice(Math.max(0, at - trendMonths + 1), at + 1)),
  };
}

function largestTotal(record: RunRecord, factions: number): number {
  let largest = 0;
  for (let faction = 0; faction < factions; faction++)
    for (const usd of seriesOf(record, 'by_faction_month', 'income_total_usd', faction))
      if (usd > largest) largest = usd;
  return largest;
}
