import type { DatedChange } from '../model/world-spec.ts';
import type { Mark } from './figure.ts';

/** The scenario's changes as numbered marks in order of date; changes of one month share a mark. */
export function marksOf(changes: readonly DatedChange[]): readonly Mark[] {
  const months = [...new Set(changes.map((change) => change.month))].sort((a, b) => a - b);
  return months.map((month, index) => {
    const labels = changes.filter((change) => change.month === month).map((change) => change.label);
    return { number: index + 1, month, label: labels.join('; ') };
  });
}
