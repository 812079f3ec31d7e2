import { exp, ln } from '../engine/maths.ts';
import { type ParameterValues, valueAt } from './parameter-values.ts';

/** What patrols, officials and traders carry from month to month, by crossing. */
export interface EnforcementState {
  /** a: where seizures were, 1 at a crossing with the mean number. */
  readonly attention: Float64Array;
  /** Detected and evading consignments of the past, a month's weight falling to 11/12 of itself in a month. */
  readonly caught: Float64Array;
  readonly tried: Float64Array;
  /** Patrols of the month. */
  readonly patrol: Float64Array;
  /** capt: how captured officials are, 0 to 1. */
  readonly captured: Float64Array;
}

/** What founding fixes of enforcement, by crossing. */
export interface EnforcementStart {
  /** iota, fitted. */
  readonly reach: Float64Array;
  readonly detection: Float64Array;
  readonly bribe: Float64Array;
  readonly threat: Float64Array;
  /** p*f of the start over its detection: what a detected cargo costs its owner, share of cargo value. */
  loss: number;
  /** What protection left of that harm at the start, 0 to 1. */
  unprotected: number;
}

/** State before anything is known. */
export function blankEnforcement(crossings: number): EnforcementState {
  const blank = () => new Float64Array(crossings);
  return { attention: blank().fill(1), caught: blank(), tried: blank(), patrol: blank(), captured: blank() };
}

/** Start before it is fitted. */
export function blankEnforcementStart(crossings: number): EnforcementStart {
  const blank = () => new Float64Array(crossings);
  return { reach: blank(), detection: blank(), bribe: blank(), threat: blank(), loss: 0, unprotected: 1 };
}

/** What the memory of traders keeps of a month in the next: months weigh 12 in sum. Assumption. */
export const memory = 11 / 12;

/** Whether patrols detect in a month. */
export function isEnforced(parameters: ParameterValues, month: number): boolean {
  return valueAt(parameters, 'enforcement.enabled', month) !== 0;
}

/** patrol_n = C X exp(xi a_n)/sum over the C open crossings; none stands at a closed one. */
export function spreadPatrols(
  attention: Float64Array,
  open: Float64Array,
  chase: number,
  perCrossing: number,
  out: Float64Array,
): void {
  let most = 0;
  let standing = 0;
  for (let c = 0; c < out.length; c++) {
    if (open[c] <= 0) continue;
    most = Math.max(most, attention[c]);
    standing++;
  }
  let sum = 0;
  for (let c = 0; c < out.length; c++) {
    out[c] = open[c] > 0 ? exp(chase * (attention[c] - most)) : 0;
    sum += out[c];
  }
  for (let c = 0; c < out.length; c++) out[c] = sum > 0 ? (out[c] / sum) * standing * perCrossing : 0;
}

/** p = 1 - exp(-iota patrol (1 - capt)) (Becker 1968 for the offender's side; the form is the chance that one of a Poisson number of looks finds it). */
export function detectionBy(reach: number, patrol: number, captured: number): number {
  return 1 - exp(-reach * patrol * (1 - captured));
}

/** iota at which patrols detect `detection`; 0 where nobody patrols. */
export function fitReach(detection: number, patrol: number, captured: number): number {
  const seen = patrol * (1 - captured);
  return seen > 0 ? -ln(1 - detection) / seen : 0;
}

/** capt = logistic(logit(c0) + pull): capture of officials, c0 where nothing pulls. */
export function captureAt(start: number, pull: number): number {
  return 1 / (1 + exp(-(ln(start / (1 - start)) + pull)));
}

/** Beta mean of detection: a prior of `weight` consignments at the start's rate, and what has been seen. */
export function believedDetection(prior: number, caught: number, tried: number): number {
  const weight = 1;
  return (weight * prior + caught) / (weight + tried);
}
