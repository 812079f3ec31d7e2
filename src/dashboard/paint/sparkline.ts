import type { Theme } from '../theme.ts';

/** How much of the largest value the foot of the bars stands at, at most: small moves are seen, yet noise is not made to look large. */
const highestFoot = 0.75;

/** Values as a row of small bars, newest at the right edge; the foot is the smallest value or three quarters of the largest, whichever is less. */
export function sparkline(values: readonly number[], columns: number, theme: Theme): string {
  const last = values.slice(Math.max(0, values.length - columns));
  const shown = last.map((value) => (Number.isFinite(value) ? Math.max(0, value) : 0));
  const most = Math.max(...shown, 0);
  const foot = Math.min(...shown, most * highestFoot);
  return shown
    .map((value) => (value > 0 ? barOf(Math.max((value - foot) / (most - foot), 0.001), theme) : ' '))
    .join('')
    .padStart(columns);
}

/** One small bar for a share of the full height; a space for nothing. */
export function barOf(share: number, theme: Theme): string {
  if (!(share > 0)) return ' ';
  const { heights } = theme.glyphs;
  return heights[Math.min(heights.length - 1, Math.max(0, Math.ceil(share * heights.length) - 1))];
}
