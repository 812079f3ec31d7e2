import type { AboutShown } from '../figures/about-shown.ts';
import type { DataTable } from '../figures/data-table.ts';
import { type Cell, csvLine } from './csv.ts';

/**
 * A shown table as CSV with a header. A file that is handed on alone must still say what it is, and comment lines break readers, so each row
 * opens with scenario, seed and replicate, and ends with the month shown, shocks, the model's version and the disclaimer.
 */
export function shownCsv(about: AboutShown, { columns, rows }: DataTable): string {
  const before = { scenario_id: about.scenario_id, seed: about.seed, replicate: about.replicate };
  const after = {
    shown_date: about.shown_date,
    shocks: about.shocks.join('; '),
    model_version: about.model_version,
    note: about.note,
  };
  const header = [...Object.keys(before), ...columns.map(({ name }) => name), ...Object.keys(after)];
  const lines = rows.map((row) =>
    csvLine([...Object.values(before), ...row.map(cellOf), ...Object.values(after)]),
  );
  return csvLine(header) + lines.join('');
}

function cellOf(cell: string | number): Cell {
  return typeof cell === 'number' && !Number.isFinite(cell) ? null : cell;
}
