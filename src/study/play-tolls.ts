import { type Tolls, tollCurve } from '../model/toll-curve.ts';
import { worldInMonth } from '../model/world-in-month.ts';
import type { Job } from './player.ts';
import { runKey } from './run-key.ts';

/** A run, one of its months, and the crossing or inland post that is asked about, crossings first. Plain data. */
export interface TollJob extends Job {
  readonly month: number;
  readonly post: number;
}

/** Plays the run again up to its month and asks what other tolls would bring at the post. Throws where the model cannot play the run, and on a month outside it. */
export function playTolls({ experiment, studySeed, replicate, month, post }: TollJob): Tolls {
  return tollCurve(worldInMonth(experiment, runKey(studySeed, replicate), month), post);
}
