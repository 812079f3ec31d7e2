import { confidence } from '../interval.ts';

/** How narrow intervals must be before a study ends, and when they are looked at. Part of the plan; what is reached is a result. */
export interface PlannedPrecision {
  /** Most that half an interval may be of what it is measured by; above 0, below 1. */
  readonly target: number;
  /** Outcomes that are looked at, each among those that the plan keeps. */
  readonly of: readonly string[];
  /** At least one, rising; the last is taken whatever it shows. */
  readonly looks: readonly Look[];
}

/** A number of replicates at which all runs so far are judged. */
export interface Look {
  /** Replicates of each scenario at each point, those of earlier looks included. */
  readonly replicates: number;
  /** Most replicates in a chunk of those that this look adds. */
  readonly chunkReplicates: number;
}

/** Numbers of replicates that are looked at: `least`, then twice as many each time, and `most`. Both from 2, `least` at most `most`. */
export function lookAt(least: number, most: number): readonly number[] {
  const looks: number[] = [];
  for (let replicates = least; replicates < most; replicates *= 2) looks.push(replicates);
  return [...looks, most];
}

/**
 * Level of the interval at each look, so that with the usual confidence those of all looks hold at once, whichever ends the study: what may be
 * missed is shared out evenly (repeated confidence intervals, Jennison and Turnbull 1989, with Bonferroni's bound). The usual level where
 * nothing is looked at.
 */
export function levelOf({ precision }: { readonly precision?: PlannedPrecision }): number {
  return precision === undefined ? confidence : 1 - (1 - confidence) / precision.looks.length;
}
