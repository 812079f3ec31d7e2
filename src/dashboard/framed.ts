import type { Form } from './layout.ts';
import { box, rule } from './paint/box.ts';
import { fitLines, type Line, type Size } from './paint/line.ts';
import type { Panel } from './panel.ts';
import { plainLine, type Theme } from './theme.ts';

/** The room inside a panel's box or under its rule, and how far it stands from the left edge; it always begins one row down. */
export function insideOf(
  form: Exclude<Form, 'tiny'>,
  { columns, rows }: Size,
): Size & { readonly left: number } {
  if (form === 'ruled') return { columns, rows: Math.max(0, rows - 1), left: 0 };
  return { columns: Math.max(0, columns - 4), rows: Math.max(0, rows - 2), left: 2 };
}

/** A panel of exactly `size` with its title: in a box, or under a rule. The one in focus is told apart. */
export function framed(
  panel: Pick<Panel, 'titleFor' | 'paint'>,
  form: Exclude<Form, 'tiny'>,
  size: Size,
  theme: Theme,
  isFocused = false,
): readonly Line[] {
  const inside = insideOf(form, size);
  if (form === 'boxed')
    return box(panel.titleFor(inside), panel.paint(inside, theme), size, theme, isFocused);
  const title = rule(panel.titleFor(inside), size.columns, theme, isFocused);
  return fitLines([title, ...fitLines(panel.paint(inside, theme), inside)], size);
}

/** Rows that a panel takes with its rule or box, at most `size.rows`; blank lines at its end are not counted. */
export function filledRows(
  panel: Pick<Panel, 'paint'>,
  form: Exclude<Form, 'tiny'>,
  size: Size,
  theme: Theme,
): number {
  const edges = form === 'boxed' ? { columns: 4, rows: 2 } : { columns: 0, rows: 1 };
  const inside = { columns: size.columns - edges.columns, rows: size.rows - edges.rows };
  const lines = panel.paint(inside, theme);
  return lines.findLastIndex((line) => plainLine(line).trim() !== '') + 1 + edges.rows;
}
