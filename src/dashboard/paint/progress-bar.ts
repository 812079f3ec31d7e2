import type { Theme } from '../theme.ts';
import { type Line, span } from './line.ts';

/** A bar filled to a share of its `columns`; empty and full only where the share is. */
export function progressBar(share: number, columns: number, theme: Theme): Line {
  const cells = Math.max(0, columns);
  const whole = Math.round(Math.max(0, Math.min(1, share)) * cells);
  const filled = share > 0 && share < 1 ? Math.max(Math.min(1, cells), Math.min(cells - 1, whole)) : whole;
  const { heights, track } = theme.glyphs;
  return [
    span((heights.at(-1) ?? '').repeat(filled), 'strong'),
    span(track.repeat(Math.max(0, cells - filled)), 'dim'),
  ];
}
