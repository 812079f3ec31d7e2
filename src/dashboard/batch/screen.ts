import { drawView } from '../draw-view.ts';
import { framed } from '../framed.ts';
import { headRows, tinyLine } from '../heading.ts';
import { formOf } from '../layout.ts';
import { fitLine, fitLines, type Line, type Size } from '../paint/line.ts';
import { safeLines } from '../paint/safe-lines.ts';
import type { Panel } from '../panel.ts';
import type { Theme } from '../theme.ts';
import { batchHeading, batchTabLine } from './heading.ts';
import { batchHelp } from './help.ts';
import { batchHints, messageLine } from './hints.ts';
import type { BatchSnapshot } from './snapshot.ts';
import { studyView } from './study-view.ts';

/** The whole screen: exactly `size.rows` lines, each exactly `size.columns` cells wide, whatever the size and the names. */
export function batchScreen(snapshot: BatchSnapshot, size: Size, theme: Theme): readonly Line[] {
  const form = formOf(size);
  if (form === 'tiny') return fitLines([tinyLine(size.columns, size.rows)], size);
  return fitLines(safeLines(body(snapshot, form, size, theme), size.columns, theme), size);
}

function body(snapshot: BatchSnapshot, form: 'ruled' | 'boxed', size: Size, theme: Theme): readonly Line[] {
  const { columns } = size;
  const head = [batchHeading(snapshot, columns, theme), batchTabLine(snapshot, columns)];
  const foot = [
    fitLine(messageLine(snapshot, columns, theme), columns),
    batchHints(snapshot, columns, theme),
  ];
  const middle = batchMiddle(size);
  const { state } = snapshot;
  const inside =
    state.overlay === 'help'
      ? framed(helpPanel(snapshot), form, middle, theme)
      : drawView(studyView(snapshot, state), state, form, middle, theme);
  return [...head, ...inside, ...foot];
}

/** The room that the screen leaves to its panels: all but the head, what it has to say, and the line of hints. */
export function batchMiddle({ columns, rows }: Size): Size {
  return { columns, rows: rows - headRows - 2 };
}

function helpPanel({ phase }: BatchSnapshot): Panel {
  return { titleFor: () => 'Help', paint: (size, theme) => batchHelp(phase, size, theme) };
}
