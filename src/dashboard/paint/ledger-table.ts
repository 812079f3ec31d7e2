import { type LedgerMonth, millions } from '../../figures/ledger-month.ts';
import type { Theme } from '../theme.ts';
import { fitLines, fitText, type Line, type Size, span } from './line.ts';

const lineColumns = 15;
const sectorColumns = 15;

/** Sectors that stand side by side in so many columns, at least one. */
export function sectorsAcross(columns: number): number {
  return Math.max(1, Math.floor((columns - lineColumns) / sectorColumns));
}

/** The month's matrix from a sector on: tags of payments down, the largest first, and last the change of cash; what finds no room is counted. */
export function ledgerTable(
  { matrix, moving }: LedgerMonth,
  from: number,
  size: Size,
  theme: Theme,
): readonly Line[] {
  const across = sectorsAcross(size.columns);
  const first = Math.max(0, Math.min(from, moving.length - across));
  const shown = moving.slice(first, first + across);
  const cells = (texts: readonly string[]): string =>
    texts.map((text) => fitText(text, sectorColumns, theme.glyphs.ellipsis, 'right')).join('');
  const rows = matrix.rows
    .filter((row) => shown.some((at) => row.cents[at] !== 0))
    .sort((a, b) => b.paid - a.paid);
  const room = Math.max(0, size.rows - 2);
  const fits = rows.length <= room ? rows : rows.slice(0, Math.max(0, room - 1));
  const line = (name: string, cents: readonly number[]): string =>
    fitText(name, lineColumns, theme.glyphs.ellipsis) + cells(shown.map((at) => millions(cents[at])));
  return fitLines(
    [
      [span(fitText('', lineColumns) + cells(shown.map((at) => matrix.sectors[at])), 'dim')],
      ...fits.map((row) => [span(line(row.line, row.cents))]),
      ...(fits.length < rows.length
        ? [[span(`${rows.length - fits.length} smaller ones (z: zoom)`, 'dim')]]
        : []),
      [span(line('change of cash', matrix.change), 'strong')],
    ],
    size,
  );
}
