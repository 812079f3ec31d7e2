import type { Difference } from '../study/compare.ts';
import { counted } from './progress.ts';

/**
 * What playing both scenarios on the same draws was worth, measured: how much smaller it made the variance of the differences, and how many
 * replicates would have been needed without. Empty where no difference varies.
 */
export function pairingWords(rows: readonly Difference[]): string {
  const gains = rows.flatMap(({ varianceReduction }) => varianceReduction ?? []).sort((a, b) => a - b);
  if (gains.length === 0) return '';
  const [least, most] = [gains[0], gains[gains.length - 1]];
  if (most < 1)
    return `Pairing did not help here: shared draws left the variance of these differences at ${range(1 / most, 1 / least)} that of unpaired runs.`;
  const { pairs } = rows[0];
  const middle = gains[Math.floor(gains.length / 2)];
  return `Pairing on the same draws made the variance of these differences ${range(least, most)} smaller (middle one ${times(middle)}): without it, intervals as narrow as the middle one would take about ${counted(Math.max(1, Math.round(pairs * middle)), 'replicate')} of each instead of ${pairs}.`;
}

function range(least: number, most: number): string {
  const [low, high] = [times(least), times(most)];
  return low === high ? low : `${low.replace(' times', '')} to ${high}`;
}

/** `0.8 times`, `12 times`, `1,200 times`. */
function times(factor: number): string {
  const digits = factor < 10 ? 1 : 0;
  return `${factor.toLocaleString('en', { maximumFractionDigits: digits })} times`;
}
