import type { Part } from '../../figures/figure.ts';
import { type Line, type Span, span } from './line.ts';

/** Parts below this share of their sum may be merged into `+`. */
const mergeBelow = 0.03;

/**
 * Parts as letters side by side, in their order: `IIICCCSS+`. Cells are shared by largest remainder, so that they add up to
 * `round(columns * total / full)`. With `merge`, parts too small for a cell of their own go together into `+`.
 */
export function stackedBar(parts: readonly Part[], fullUsd: number, columns: number, merge: boolean): Line {
  const positive = parts.filter((part) => part.usd > 0);
  const total = positive.reduce((sum, part) => sum + part.usd, 0);
  if (!(total > 0) || !(fullUsd > 0)) return [];
  const cells = Math.min(columns, Math.max(1, Math.round((columns * total) / fullUsd)));
  const shown = merge ? mergeSmall(positive, total) : positive;
  const counts = shareCells(
    shown.map((part) => part.usd / total),
    cells,
  );
  return shown.flatMap((part, index) => segment(part, counts[index]));
}

function mergeSmall(parts: readonly Part[], total: number): readonly Part[] {
  const small = parts.filter((part) => part.usd < total * mergeBelow);
  if (small.length < 2) return parts;
  const rest = { letter: '+', hue: -1, usd: small.reduce((sum, part) => sum + part.usd, 0) };
  return [...parts.filter((part) => part.usd >= total * mergeBelow), rest];
}

function segment(part: Part, count: number): readonly Span[] {
  if (count === 0) return [];
  if (part.hue < 0) return [span(part.letter.repeat(count), 'dim')];
  if (count <= 2) return [span(part.letter.repeat(count), `edge-${part.hue}`)];
  const edge = span(part.letter, `edge-${part.hue}`);
  return [edge, span(part.letter.repeat(count - 2), `fill-${part.hue}`), edge];
}

/** Whole cells for shares that sum to 1, by largest remainder; the counts sum to `cells`. */
export function shareCells(shares: readonly number[], cells: number): readonly number[] {
  const counts = shares.map((share) => Math.floor(share * cells + 1e-9));
  const order = shares
    .map((share, index) => ({ index, rest: share * cells - counts[index] }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  const left = cells - counts.reduce((sum, count) => sum + count, 0);
  for (let given = 0; given < left; given++) counts[order[given % order.length].index]++;
  return counts;
}
