import { framed } from '../framed.ts';
import { tinyLine } from '../heading.ts';
import { formOf } from '../layout.ts';
import { fitLine, fitLines, type Line, type Size } from '../paint/line.ts';
import { safeLines } from '../paint/safe-lines.ts';
import type { Panel } from '../panel.ts';
import type { Theme } from '../theme.ts';
import { boxedBatch, type DrawPanel, ruledBatch } from './arrange.ts';
import { batchHeading, batchTabLine } from './heading.ts';
import { batchHelp } from './help.ts';
import { batchHints, messageLine } from './hints.ts';
import type { BatchSnapshot } from './snapshot.ts';
import { batchView } from './view.ts';

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
  const middle = { columns, rows: size.rows - head.length - foot.length };
  const view = batchView(snapshot, snapshot.state);
  const whole = (panel: Panel): readonly Line[] => framed(panel, form, middle, theme);
  const draw: DrawPanel = (name, across, rows) => framed(view[name], form, { columns: across, rows }, theme);
  const { overlay } = snapshot.state;
  if (overlay === 'help') return [...head, ...whole(helpPanel(snapshot)), ...foot];
  if (overlay === 'failures') return [...head, ...whole(view.failures), ...foot];
  const scenarios = snapshot.progress.scenarios.length;
  const inside =
    form === 'boxed' ? boxedBatch(scenarios, middle, draw) : ruledBatch(view, scenarios, middle, theme, draw);
  return [...head, ...inside, ...foot];
}

function helpPanel({ phase }: BatchSnapshot): Panel {
  return { titleFor: () => 'Help', paint: (size, theme) => batchHelp(phase, size, theme) };
}
