import type { Interval } from '../study/interval.ts';

/** `($1.0m to $1.2m)`; where both bounds would read alike, how far they are off, or that they agree as shown; nothing without bounds. */
export function bracketed({ estimate, lo, hi }: Interval, format: (value: number) => string): string {
  if (lo === null || hi === null) return '';
  if (lo === hi) return '(in every run)';
  const [low, high] = [format(lo), format(hi)];
  if (low !== high) return `(${low} to ${high})`;
  const reach = format(hi - estimate).replace('+', '');
  return /[1-9]/.test(reach) ? `(give or take ${reach})` : '(exact as shown)';
}
