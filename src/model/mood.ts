import { exp } from '../engine/maths.ts';
import { households, purposeIndex, treasury } from './accounts.ts';
import type { World } from './world.ts';

/** What is taken by force or by threat of delay, and in the end paid by households. */
const taken: ReadonlySet<number> = new Set([
  purposeIndex.customs,
  purposeIndex.inland,
  purposeIndex.extortion,
  purposeIndex.ransom,
]);

/**
 * What gates, inland posts, extortion and ransom took this month, in all hands, over what reached households from the state and from trade.
 * What factions spend is left out of it: else the patron's money would reach protest without anyone's decision. 0 to 1.
 */
export function burdenOf({ ledger }: World): number {
  const rows = ledger.month;
  let paid = 0;
  let income = 0;
  for (let row = 0; row < rows.length; row++) {
    if (taken.has(rows.line[row])) paid += rows.cents[row];
    const fromOutside = rows.from[row] === treasury || rows.line[row] === purposeIndex.haulage;
    if (rows.to[row] === households && fromOutside) income += rows.cents[row];
  }
  return income > 0 ? Math.min(1, paid / income) : 0;
}

/** Hardship, 0 to 1: without work, or with work and burdened. */
export function hardshipOf(unemployment: number, burden: number, weight: number): number {
  return 1 - (1 - unemployment) * (1 - Math.min(1, weight * burden));
}

/** People below this share of a crowd still meet the police alone. */
const least = 0.01;

/** Chance of arrest: 1 - exp(-2.3 * police / crowd), Epstein (2002) with his constant; it falls as the crowd grows. */
export function riskOf(policing: number, crowd: number): number {
  return 1 - exp((-2.3 * policing) / Math.max(least, crowd));
}

/**
 * Share of people whose net grievance passes the threshold (Epstein 2002, mean field): grievance is spread evenly over
 * [mean - spread, mean + spread].
 */
export function protestOf(grievance: number, risk: number, threshold: number, spread: number): number {
  return Math.min(1, Math.max(0, (grievance + spread - risk - threshold) / (2 * spread)));
}
