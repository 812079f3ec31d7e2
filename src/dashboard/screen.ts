import { framed } from './framed.ts';
import { headingLine, tinyLine, titleLine } from './heading.ts';
import { helpLines, hintLine } from './hints.ts';
import { boxedRows, formOf, type PanelRows, ruledRows } from './layout.ts';
import { beside, fitLines, type Line, type Size, span } from './paint/line.ts';
import { safeLines } from './paint/safe-lines.ts';
import { type Panel, type RunView, runView } from './run-view.ts';
import type { Snapshot } from './snapshot.ts';
import type { Theme } from './theme.ts';

/** The whole screen: exactly `size.rows` lines, each exactly `size.columns` cells wide, whatever the size and the names. */
export function screen(snapshot: Snapshot, size: Size, theme: Theme): readonly Line[] {
  const form = formOf(size);
  if (form === 'tiny') return fitLines([tinyLine(size.columns, size.rows)], size);
  return fitLines(safeLines(body(snapshot, form, size, theme), size.columns, theme), size);
}

function body(snapshot: Snapshot, form: 'ruled' | 'boxed', size: Size, theme: Theme): readonly Line[] {
  const head = [headingLine(snapshot, size.columns, theme), titleLine(snapshot, size.columns, theme)];
  const overlay = snapshot.state.overlay;
  const last = hintLine(size.columns, theme, overlay);
  const middle = { columns: size.columns, rows: size.rows - head.length - 1 };
  if (overlay === 'help') return [...head, ...framed('Help', helpLines, form, middle, theme), last];
  if (snapshot.record === undefined) return [...head, ...fitLines(waiting(snapshot), middle), last];
  const view = runView(snapshot, snapshot.record);
  if (overlay === 'log')
    return [...head, ...framed(view.events.title, view.events.paint, form, middle, theme), last];
  return [...head, ...(form === 'boxed' ? boxed(view, size, theme) : ruled(view, size, theme)), last];
}

function waiting(snapshot: Snapshot): readonly Line[] {
  const status =
    snapshot.status === '' ? 'The model plays its months; the picture follows.' : snapshot.status;
  return [[], [span(` ${status}`)]];
}

function ruled(view: RunView, size: Size, theme: Theme): readonly Line[] {
  const rows = ruledRows(size, {
    factions: view.factionCount,
    holders: (most) => view.holderRows(size.columns, 7, most),
  });
  const panel = (one: Panel, inside: number): readonly Line[] =>
    framed(one.titleFor(inside), one.paint, 'ruled', { columns: size.columns, rows: inside + 1 }, theme);
  return [
    ...panel(view.factions(false), rows.factions),
    ...panel(view.chart(size.columns), rows.chart),
    ...panel(view.holders, rows.holders),
    view.sentence(size.columns),
  ];
}

function boxed(view: RunView, size: Size, theme: Theme): readonly Line[] {
  const rows: PanelRows = boxedRows(size, {
    factions: view.factionCount,
    holders: (most) => view.holderRows(size.columns - 4, 29, most),
  });
  const eventColumns = Math.min(60, Math.floor(size.columns * 0.36));
  const chartColumns = size.columns - eventColumns;
  const panel = (one: Panel, columns: number, inside: number): readonly Line[] =>
    framed(one.titleFor(inside), one.paint, 'boxed', { columns, rows: inside + 2 }, theme);
  return [
    ...panel(view.factions(true), size.columns, rows.factions),
    ...beside(
      panel(view.chart(chartColumns - 4), chartColumns, rows.chart),
      chartColumns,
      panel(view.events, eventColumns, rows.events),
    ),
    ...panel(view.holders, size.columns, rows.holders),
    view.sentence(size.columns),
    ...view.timeline({ columns: size.columns, rows: 2 }, theme),
  ];
}
