import { insideOf } from './framed.ts';
import type { Form } from './layout.ts';
import { cellsOf } from './paint/cells.ts';
import type { Line, Size } from './paint/line.ts';
import { type Cell, type Draw, focusedPanel, type Panel, type View } from './panel.ts';
import type { Theme } from './theme.ts';

/** A panel on the screen: which one, and where its rule or box begins. */
export interface PanelSpot {
  readonly panel: number;
  readonly column: number;
  readonly row: number;
  readonly outer: Size;
}

/** First of the characters that no font has, and so no name: one stands for each panel. */
const firstMarker = 0xe000;

/**
 * The panel under a cell of the view; undefined where none is drawn. The view is laid out once more with each panel filled by a character of
 * its own, so that it need not say a second time where its panels stand.
 */
export function panelAt(
  view: View,
  focus: { readonly panel: number; readonly isZoomed: boolean },
  form: Exclude<Form, 'tiny'>,
  size: Size,
  theme: Theme,
  at: Cell,
): PanelSpot | undefined {
  const focused = focusedPanel(focus.panel, view.panels.length);
  if (focus.isZoomed) return { panel: focused, column: 0, row: 0, outer: size };
  const outers = new Map<number, Size>();
  const draw: Draw = (panel, outer) => {
    outers.set(panel, outer);
    const text = String.fromCodePoint(firstMarker + panel).repeat(Math.max(0, outer.columns));
    return Array.from({ length: Math.max(0, outer.rows) }, (): Line => [{ text, style: 'plain' }]);
  };
  const lines = view.arrange(size, form, draw, theme);
  const panel = markAt(lines[at.row] ?? [], at.column);
  const outer = panel === undefined ? undefined : outers.get(panel);
  if (panel === undefined || outer === undefined) return undefined;
  const row = lines.findIndex((line) => startOf(line, panel) >= 0);
  return { panel, column: startOf(lines[row], panel), row, outer };
}

/** The row of the panel's list that is painted at a cell of the view; undefined where none is. */
export function rowUnder(
  { list }: Panel,
  spot: PanelSpot,
  form: Exclude<Form, 'tiny'>,
  at: Cell,
  theme: Theme,
): number | undefined {
  const inside = insideOf(form, spot.outer);
  const cell = { column: at.column - spot.column - inside.left, row: at.row - spot.row - 1 };
  return list?.rowAt?.(cell, inside, theme);
}

function markAt(line: Line, column: number): number | undefined {
  let left = column;
  for (const { text } of line) {
    left -= cellsOf(text);
    if (left < 0) return markOf(text);
  }
  return undefined;
}

function startOf(line: Line, panel: number): number {
  let column = 0;
  for (const { text } of line) {
    if (markOf(text) === panel) return column;
    column += cellsOf(text);
  }
  return -1;
}

function markOf(text: string): number | undefined {
  const code = text.codePointAt(0) ?? 0;
  return code >= firstMarker && code < firstMarker + 256 ? code - firstMarker : undefined;
}
