import { framed } from './framed.ts';
import { hintRoom } from './hints.ts';
import type { Form } from './layout.ts';
import { cellsOf } from './paint/cells.ts';
import type { Line, Size } from './paint/line.ts';
import { proseLines } from './paint/prose.ts';
import { palettePanelOf } from './shock/palette-panel.ts';
import type { PanelOver } from './shock/panel-over.ts';
import type { Snapshot } from './snapshot.ts';
import type { Theme } from './theme.ts';

/** Part of the picture that something over it may cover. */
const mostCovered = 0.7;

/** A picture of exactly `size` with what lies over its lower part: a shock on its way, or a notice that is too long for the line of hints. */
export function withOverlay(
  lines: readonly Line[],
  snapshot: Snapshot,
  form: Exclude<Form, 'tiny'>,
  size: Size,
  theme: Theme,
): readonly Line[] {
  if (snapshot.state.overlay === 'help') return lines;
  const panel = palettePanelOf(snapshot) ?? noticePanel(snapshot, size);
  if (panel === undefined) return lines;
  const wanted = panel.rows + (form === 'boxed' ? 2 : 1);
  const rows = Math.min(wanted, Math.max(6, Math.floor(size.rows * mostCovered)), size.rows);
  return [...lines.slice(0, size.rows - rows), ...framed(panel, form, { ...size, rows }, theme, true)];
}

function noticePanel({ state: { notice, typing } }: Snapshot, size: Size): PanelOver | undefined {
  if (typing !== undefined || cellsOf(notice) <= hintRoom(size.columns)) return undefined;
  const prose = (columns: number): readonly Line[] =>
    notice.split('\n').flatMap((text) => proseLines(text, columns, 'warn'));
  return {
    titleFor: () => 'Note (the next key takes it away)',
    paint: (inside) => prose(inside.columns),
    rows: prose(size.columns - 4).length,
  };
}
