import type { Plan } from '../study/plan.ts';
import type { LookResult, ReachedPrecision } from '../study/precision/judge-look.ts';
import { levelOf, type PlannedPrecision } from '../study/precision/looks.ts';
import type { LookAtHand } from '../study/progress.ts';
import { plainTable, wrapWords } from './plain-table.ts';

/** Where a study stands on the way to its precision: `look at 16 of at most 2,000 replicates, imports_usd known to 12% of the difference, 5% wanted`. */
export function lookWords({ replicates, most, target, before }: LookAtHand): string {
  const look = `look at ${replicates.toLocaleString('en')} of at most ${most.toLocaleString('en')} replicates`;
  const [worst] = [...(before?.outcomes ?? [])].sort((left, right) => right.halfWidth - left.halfWidth);
  const known = worst === undefined ? '' : `${worst.outcome} known to ${reachWords(worst)}, `;
  return `${look}, ${known}${percent(target)} wanted`;
}

/** When a plan's runs are looked at, and for what, in one sentence. */
export function looksWords({ target, of, looks }: PlannedPrecision): string {
  const counts = looks.map(({ replicates }) => replicates.toLocaleString('en')).join('; ');
  return `Looked at after ${counts} replicates at every point, until ${of.join(', ')} ${of.length === 1 ? 'is' : 'are'} known to ${percent(target)}`;
}

/** How precise a study is at its end and why it ended, in lines of 80 columns: each outcome where it is known worst. */
export function precisionLines(
  plan: Plan,
  { replicates, isEnough, outcomes }: LookResult,
): readonly string[] {
  const { target, looks } = plan.precision!;
  const count = replicates.toLocaleString('en');
  const why = isEnough
    ? `${count} replicates were enough for ${percent(target)}`
    : `${percent(target)} was not reached with ${count} replicates, the most allowed`;
  const heading = `Precision: ${why}. Half the interval, where it is widest; each interval at ${(levelOf(plan) * 100).toFixed(2)}%, so that those of ${looks.length} looks hold at once in 95% of studies`;
  if (outcomes.length === 0) return wrapWords('Precision: no pair of runs ended well, so there is none.');
  return [...wrapWords(heading), ...plainTable(outcomes.map(row), [0, 2], 78).map((line) => `  ${line}`)];
}

function row(reached: ReachedPrecision): readonly string[] {
  const { outcome, halfWidth, measuredBy, isReached } = reached;
  const remarks = [
    `of the ${measures[measuredBy]}`,
    ...(measuredBy === 'baseline' ? ['no detectable difference'] : []),
    ...(isReached ? [] : ['not reached']),
  ];
  return [outcome, percent(halfWidth), remarks.join('; ')];
}

function reachWords({ halfWidth, measuredBy }: ReachedPrecision): string {
  return `${percent(halfWidth)} of the ${measures[measuredBy]}`;
}

const measures = { difference: 'difference', baseline: "baseline's mean", mean: 'mean' } as const;

/** `5%`, `0.31%`; above all measure where there is no interval. */
function percent(share: number): string {
  if (!Number.isFinite(share)) return 'unknown';
  return `${Number((share * 100).toPrecision(2)).toLocaleString('en')}%`;
}
