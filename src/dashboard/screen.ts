import type { RunRecord } from '../model/run-record.ts';
import { classLines } from './compare/class-view.ts';
import { drawView } from './draw-view.ts';
import { eventsPanel } from './events-panel.ts';
import { filledRows, framed } from './framed.ts';
import { headingLine, headRows, tabLine, tinyLine } from './heading.ts';
import { helpLines } from './help.ts';
import { hintLine } from './hints.ts';
import { type Form, formOf } from './layout.ts';
import { fitLines, type Line, type Size, span } from './paint/line.ts';
import { safeLines } from './paint/safe-lines.ts';
import type { Panel } from './panel.ts';
import { predictionPanel } from './predict/prediction-panel.ts';
import type { Snapshot } from './snapshot.ts';
import type { Theme } from './theme.ts';
import { viewOf } from './views.ts';
import { withOverlay } from './with-overlay.ts';

/** The room that a screen leaves to a view: all but the head and the line of hints. */
export function middleOf({ columns, rows }: Size): Size {
  return { columns, rows: rows - headRows - 1 };
}

/** The whole screen: exactly `size.rows` lines, each exactly `size.columns` cells wide, whatever the size and the names. */
export function screen(snapshot: Snapshot, size: Size, theme: Theme): readonly Line[] {
  const form = formOf(size);
  if (form === 'tiny') return fitLines([tinyLine(size.columns, size.rows)], size);
  return fitLines(safeLines(body(snapshot, form, size, theme), size.columns, theme), size);
}

type Drawn = Exclude<Form, 'tiny'>;

function body(snapshot: Snapshot, form: Drawn, size: Size, theme: Theme): readonly Line[] {
  const head = [headingLine(snapshot, size.columns, theme), tabLine(snapshot, size.columns, theme)];
  const middle = middleOf(size);
  const last = hintLine(size.columns, theme, snapshot);
  const lines = fitLines(content(snapshot, form, middle, theme), middle);
  return [...head, ...withOverlay(lines, snapshot, form, middle, theme), last];
}

function content(snapshot: Snapshot, form: Drawn, size: Size, theme: Theme): readonly Line[] {
  const { record, state } = snapshot;
  if (state.overlay === 'help') return framed(helpPanel(snapshot), form, size, theme);
  if (record === undefined) return waiting(snapshot);
  if (state.overlay === 'log') return framed(eventsPanel(snapshot, record, true), form, size, theme);
  const asked = predictionPanel(snapshot, record);
  if (asked !== undefined) return overView(asked, snapshot, record, form, size, theme);
  if (state.isPresenting) return classLines(snapshot, record, size, theme);
  return drawView(viewOf(snapshot, record), state, form, size, theme);
}

/** Rows that a prediction takes at most, and rows above it that show the view. */
const [askedRows, viewRows] = [20, 12];

/** A prediction below the view where there is room for both, else alone. */
function overView(
  asked: Panel,
  snapshot: Snapshot,
  record: RunRecord,
  form: Drawn,
  size: Size,
  theme: Theme,
): readonly Line[] {
  if (size.rows < askedRows + viewRows) return framed(asked, form, size, theme, true);
  const needed = filledRows(asked, form, { ...size, rows: askedRows }, theme);
  const above = { ...size, rows: size.rows - needed };
  const view = drawView(viewOf(snapshot, record), snapshot.state, 'ruled', above, theme);
  return [...fitLines(view, above), ...framed(asked, form, { ...size, rows: needed }, theme, true)];
}

function waiting(snapshot: Snapshot): readonly Line[] {
  const status =
    snapshot.status === '' ? 'The model plays its months; the picture follows.' : snapshot.status;
  return [[], [span(` ${status}`)]];
}

function helpPanel({ state }: Snapshot): Panel {
  return { titleFor: () => 'Help', paint: (size, theme) => helpLines(size, theme, state) };
}
