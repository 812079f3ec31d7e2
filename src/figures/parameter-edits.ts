import { nameMonth } from '../engine/calendar.ts';
import type { Timeline } from '../model/world-spec.ts';
import type { Shock } from '../scenario/shock.ts';
import type { ParameterFacts } from './parameter-facts.ts';
import { type ParameterRow, parameterRows, touchWords } from './parameter-rows.ts';

/** A parameter in a month, beside what it was before anything was thrown in. */
export interface EditedRow extends ParameterRow {
  /** Value in the month without what was thrown in; NaN where that changes it in no month. */
  readonly before: number;
}

/** The rows of a month, and which of them `shocks` moved: `before` is then the value in `original`, and what changed it says so. */
export function editedRows(
  book: readonly ParameterFacts[],
  timeline: Timeline,
  original: Timeline,
  shocks: readonly Shock[],
  month: number,
): readonly EditedRow[] {
  const rows = parameterRows(book, timeline, month);
  if (timeline === original) return rows.map((row) => ({ ...row, before: Number.NaN }));
  const places = new Map(original.names.map((name, at) => [name, at]));
  const now = new Map(timeline.names.map((name, at) => [name, at]));
  const labels = new Set(shocks.map(({ label }) => label));
  return rows.map((row) => {
    const [here, there] = [now.get(row.facts.name)!, places.get(row.facts.name)];
    if (there === undefined || !isMoved(timeline, here, original, there))
      return { ...row, before: Number.NaN };
    const before = original.values[there * original.months + month - original.firstMonth];
    return { ...row, before, changedBy: changeWords(row, labels) };
  });
}

function isMoved(timeline: Timeline, here: number, original: Timeline, there: number): boolean {
  const { months } = timeline;
  for (let at = 0; at < months; at++)
    if (timeline.values[here * months + at] !== original.values[there * original.months + at]) return true;
  return false;
}

/** Whose changes these are, the latest of the user first: `you, Jan 2014: baseline * 0.5; transfer cut, May 2018`. */
function changeWords({ facts: { touches } }: ParameterRow, labels: ReadonlySet<string>): string {
  const byYou = touches.filter(({ label }) => labels.has(label));
  const others = touches.filter(({ label }) => !labels.has(label));
  const yours = byYou.map(({ from, formula }) => `you, ${nameMonth(from)}: ${formula}`).reverse();
  return [...(yours.length === 0 ? ['you'] : yours), ...others.map(touchWords)].join('; ');
}
