import type { Window } from '../scenario/window.ts';
import { type MonthlyRun, meanIn } from './prediction-effects.ts';
import { yearBefore } from './prediction-window.ts';

/** What becomes of the pact. */
export type PactFate = 'holds' | 'weakens' | 'breaks';

/** Assumption: below this part of the cohesion of the year before, a pact is broken. */
const broken = 0.5;
/** Assumption: from this part of it on, a pact holds. */
const held = 0.9;
/** Assumption: a pact is broken too when its members are at war in more than this part of the months. */
const mostlyWar = 0.5;

/** The rule by which the pact is judged, in words. */
export const pactRules: Readonly<Record<PactFate, string>> = {
  holds: `mean cohesion at ${held * 100}% of the year before or more, and no larger part of the months with war`,
  weakens: 'neither of the two',
  breaks: `mean cohesion below ${broken * 100}% of the year before, or war in more than half of the months`,
};

/** The pact in the judged months, beside the year before. */
export interface PactCourse {
  /** Undefined where there was no pact to break: cohesion was 0 in the year before. */
  readonly fate: PactFate | undefined;
  readonly cohesionBefore: number;
  readonly cohesion: number;
  /** Part of the months at whose end any faction was at war, 0 to 1. */
  readonly warBefore: number;
  readonly war: number;
}

/** How the pact fared in a window; undefined where the run did not keep cohesion and wars. */
export function pactCourse(run: MonthlyRun, window: Window): PactCourse | undefined {
  const before = yearBefore(window, run.firstMonth);
  const cohesionBefore = meanIn(run, 'pact_cohesion_idx', before);
  const cohesion = meanIn(run, 'pact_cohesion_idx', window);
  const [warBefore, war] = [warShare(run, before), warShare(run, window)];
  if (Number.isNaN(cohesionBefore + cohesion + warBefore + war)) return undefined;
  const numbers = { cohesionBefore, cohesion, warBefore, war };
  return { ...numbers, fate: cohesionBefore > 0 ? fateOf(numbers) : undefined };
}

function fateOf({ cohesionBefore, cohesion, warBefore, war }: Omit<PactCourse, 'fate'>): PactFate {
  if (cohesion < broken * cohesionBefore || war > mostlyWar) return 'breaks';
  return cohesion >= held * cohesionBefore && war <= warBefore ? 'holds' : 'weakens';
}

function warShare({ firstMonth, series }: MonthlyRun, { first, last }: Window): number {
  const atWar = series('war_factions_n');
  if (atWar === undefined) return Number.NaN;
  let months = 0;
  for (let month = first; month <= last; month++) if (atWar[month - firstMonth] > 0) months++;
  return months / (last - first + 1);
}
