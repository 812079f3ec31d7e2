import { beside, fitLines, type Line, type Size } from '../paint/line.ts';
import type { Theme } from '../theme.ts';
import type { BatchView } from './view.ts';

/** Draws a panel of the view with its rule or box, exactly so large. */
export type DrawPanel = (panel: keyof BatchView, columns: number, rows: number) => readonly Line[];

/** From so many rows on, progress has a third. */
const roomyRows = 19;

/** Progress without a rule, scenarios, then two pictures side by side, the mean and another. */
export function ruledBatch(
  view: BatchView,
  scenarios: number,
  size: Size,
  theme: Theme,
  draw: DrawPanel,
  other: 'spread' | 'failures' = 'spread',
): readonly Line[] {
  const { columns } = size;
  const progress = size.rows >= roomyRows ? 3 : 2;
  const free = size.rows - progress;
  const table = Math.min(scenarios + 2, Math.max(4, Math.floor(free * 0.45)));
  const left = Math.floor(columns * 0.56);
  const pictures = free - table;
  return [
    ...indented(view.progress.paint({ columns: columns - 2, rows: progress }, theme), columns),
    ...draw('scenarios', columns, table),
    ...beside(draw('mean', left - 1, pictures), left, draw(other, columns - left, pictures)),
  ];
}

/** The same in boxes, with the latest failures below. */
export function boxedBatch(scenarios: number, size: Size, draw: DrawPanel): readonly Line[] {
  const { columns } = size;
  const progress = 5;
  const failures = size.rows >= 44 ? 7 : 4;
  const free = size.rows - progress - failures;
  const table = Math.min(scenarios + 3, Math.floor(free * 0.45));
  const left = Math.floor(columns * 0.58);
  const pictures = free - table;
  return [
    ...draw('progress', columns, progress),
    ...draw('scenarios', columns, table),
    ...beside(draw('mean', left, pictures), left, draw('spread', columns - left, pictures)),
    ...draw('failures', columns, failures),
  ];
}

function indented(lines: readonly Line[], columns: number): readonly Line[] {
  return fitLines(
    lines.map((line) => [{ text: ' ', style: 'plain' } as const, ...line]),
    { columns, rows: lines.length },
  );
}
