import { isoDate } from '../../engine/calendar.ts';
import { revenueLines } from '../../model/lines.ts';
import type { WorldSpec } from '../../model/world-spec.ts';
import { type DataTable, dataTable, numbers, words } from '../data-table.ts';
import type { FactionRow } from '../factions.ts';

/** Factions in a month: a column for each revenue line, total and share of all factions' income. */
export function factionsTable(
  rows: readonly FactionRow[],
  { factions }: WorldSpec,
  month: number,
): DataTable {
  return dataTable('factions', rows, [
    words('date', () => isoDate(month)),
    words('letter', ({ letter }) => letter),
    words('faction_id', ({ hue }) => factions[hue].id),
    words('faction', ({ name }) => name),
    ...revenueLines.map(({ id }, line) =>
      numbers<FactionRow>(`income_${id}_usd`, 'usd', ({ parts }) => parts[line].usd),
    ),
    numbers('income_total_usd', 'usd', ({ totalUsd }) => totalUsd),
    numbers('income_share', 'share', ({ share }) => share),
  ]);
}
