import type { AboutShown } from './about-shown.ts';
import type { DataTable } from './data-table.ts';

/** A shown table as JSON: what it is, its columns with units, its rows as objects; a missing number is null. Ends with a line feed. */
export function shownJson(about: AboutShown, { name, columns, rows }: DataTable): string {
  const objects = rows.map((cells) =>
    Object.fromEntries(columns.map((column, at) => [column.name, cells[at]])),
  );
  return `${JSON.stringify({ about, table: { name, columns, rows: objects } }, null, 2)}\n`;
}
