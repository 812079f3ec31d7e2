import { exp, ln } from '../engine/maths.ts';

/** Ways past a gate, in the order of every array that has a channel. */
export const channels = ['declare', 'fixer', 'smuggle'] as const;
/** Declared in full: all of the duty, the legal days. */
export const declareChannel = 0;
/** Under-declared or mis-classed by a fixer: part of the duty, few days, a price. */
export const fixerChannel = 1;
/** Smuggled around the gate: no duty, a fee. */
export const smuggleChannel = 2;

/** Least saving by the fixer: keeps a price of zero from meaning nothing. Assumption, see docs/model.md. */
const leastSaving = 0.002;

/** What a gate asks by law of one class of goods, and what a fixer changes. Shares of cargo value. */
export interface GateTerms {
  readonly duty: number;
  /** Cost of a day's delay, share of cargo value. */
  readonly delayCost: number;
  readonly legalDays: number;
  readonly fixerDays: number;
  /** Share of duty paid through the fixer. */
  readonly fixerDutyShare: number;
  readonly penalty: number;
}

/** What the trader saves by the fixer instead of declaring, before the fixer's price: S of section "trade", share of cargo value, at least 0.002. */
export function savingByFixer(terms: GateTerms): number {
  const saving =
    (1 - terms.fixerDutyShare) * terms.duty +
    terms.delayCost * (terms.legalDays - terms.fixerDays) -
    terms.penalty;
  return Math.max(leastSaving, saving);
}

/** Cost of the declared channel, share of cargo value: duty and legal delay. */
export function costOfDeclaring(terms: GateTerms): number {
  return terms.duty + terms.delayCost * terms.legalDays;
}

/** Cost of the fixer channel at gate price `price` (share of the saving that the fixer takes). */
export function costOfFixer(terms: GateTerms, price: number): number {
  return (
    terms.fixerDutyShare * terms.duty +
    terms.delayCost * terms.fixerDays +
    terms.penalty +
    price * savingByFixer(terms)
  );
}

/** Cost of smuggling around the gate: `base` for goods that hide well, `visible` more for goods that cannot. */
export function costOfSmuggling(base: number, visible: number, concealability: number): number {
  return base + visible * (1 - concealability);
}

/** No traffic drives around a post at this cost or above: the rule without a bypass. */
const noBypass = 0.5;

/**
 * What a truck expects to lose at an inland post that asks `charge`, when it can drive around at cost `bypass` with spread
 * `spread`: -s ln(e^(-t/s) + e^(-delta/s)).
 */
export function inlandCost(charge: number, bypass: number, spread: number): number {
  if (bypass >= noBypass) return charge;
  const least = Math.min(charge, bypass);
  return least - spread * ln(exp((least - charge) / spread) + exp((least - bypass) / spread));
}

/** Share of trucks that pay rather than drive around: 1 / (1 + e^((t - delta)/s)), the derivative of `inlandCost`. */
export function payingShare(charge: number, bypass: number, spread: number): number {
  return bypass >= noBypass ? 1 : 1 / (1 + exp((charge - bypass) / spread));
}

/** How fast the paying share falls as the charge rises. */
export function payingSlope(charge: number, bypass: number, spread: number): number {
  if (bypass >= noBypass) return 0;
  const paying = payingShare(charge, bypass, spread);
  return (-paying * (1 - paying)) / spread;
}
