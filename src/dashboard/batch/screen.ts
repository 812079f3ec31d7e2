import { framed } from '../framed.ts';
import { tinyLine } from '../heading.ts';
import { formOf } from '../layout.ts';
import { beside, fitLine, fitLines, type Line, type Size } from '../paint/line.ts';
import { safeLines } from '../paint/safe-lines.ts';
import type { Theme } from '../theme.ts';
import { batchHeading, folderLine } from './heading.ts';
import { batchHelp, batchHints, messageLine } from './hints.ts';
import type { BatchSnapshot } from './snapshot.ts';
import { type BatchPanel, type BatchView, batchView } from './view.ts';

type Framed = (panel: BatchPanel, columns: number, rows: number) => readonly Line[];

/** The whole screen: exactly `size.rows` lines, each exactly `size.columns` cells wide, whatever the size and the names. */
export function batchScreen(snapshot: BatchSnapshot, size: Size, theme: Theme): readonly Line[] {
  const form = formOf(size);
  if (form === 'tiny') return fitLines([tinyLine(size.columns, size.rows)], size);
  return fitLines(safeLines(body(snapshot, form, size, theme), size.columns, theme), size);
}

function body(snapshot: BatchSnapshot, form: 'ruled' | 'boxed', size: Size, theme: Theme): readonly Line[] {
  const { columns } = size;
  const head = [batchHeading(snapshot, columns, theme), folderLine(snapshot, columns, theme)];
  const foot = [
    fitLine(messageLine(snapshot, columns, theme), columns),
    batchHints(snapshot, columns, theme),
  ];
  const middle = { columns, rows: size.rows - head.length - foot.length };
  const frame: Framed = ({ title, paint }, across, rows) =>
    framed({ titleFor: () => title, paint }, form, { columns: across, rows }, theme);
  const view = batchView(snapshot);
  const { overlay } = snapshot.state;
  if (overlay === 'help')
    return [...head, ...frame({ title: 'Help', paint: batchHelp }, columns, middle.rows), ...foot];
  if (overlay === 'failures') return [...head, ...frame(view.failures, columns, middle.rows), ...foot];
  const scenarios = snapshot.progress.scenarios.length;
  const inside =
    form === 'boxed' ? boxed(view, scenarios, middle, frame) : ruled(view, scenarios, middle, frame, theme);
  return [...head, ...inside, ...foot];
}

/** Two lines of progress without a rule, scenarios, then the two pictures side by side. */
function ruled(view: BatchView, scenarios: number, size: Size, frame: Framed, theme: Theme): readonly Line[] {
  const { columns } = size;
  const free = size.rows - 2;
  const table = Math.min(scenarios + 2, Math.max(4, Math.floor(free * 0.45)));
  const left = Math.floor(columns * 0.56);
  const pictures = free - table;
  return [
    ...view.progress
      .paint({ columns: columns - 2, rows: 2 }, theme)
      .map((line) => [{ text: ' ', style: 'plain' } as const, ...line]),
    ...frame(view.scenarios, columns, table),
    ...beside(frame(view.mean, left - 1, pictures), left, frame(view.spread, columns - left, pictures)),
  ];
}

/** The same in boxes, with the latest failures below. */
function boxed(view: BatchView, scenarios: number, size: Size, frame: Framed): readonly Line[] {
  const { columns } = size;
  const progress = 5;
  const failures = size.rows >= 44 ? 7 : 4;
  const free = size.rows - progress - failures;
  const table = Math.min(scenarios + 3, Math.floor(free * 0.45));
  const left = Math.floor(columns * 0.58);
  const pictures = free - table;
  return [
    ...frame(view.progress, columns, progress),
    ...frame(view.scenarios, columns, table),
    ...beside(frame(view.mean, left, pictures), left, frame(view.spread, columns - left, pictures)),
    ...frame(view.failures, columns, failures),
  ];
}
