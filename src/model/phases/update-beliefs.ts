import { unprotectedHarm } from '../elite.ts';
import { believedDetection, isEnforced } from '../enforcement.ts';
import { valueAt } from '../parameter-values.ts';
import type { World } from '../world.ts';

/**
 * Phase 3: what traders fear at each crossing. Belief is the weighted Beta mean of a year's detections; what a detected cargo
 * loses is the world's p*f over its detection at the start, so that the start is as the world says (Becker 1968).
 */
export function updateBeliefs(world: World, month: number): void {
  const { parameters, network, start, terms } = world;
  if (!isEnforced(parameters, month)) return;
  const loss = lossWhenDetected(world, month);
  for (let c = 0; c < network.crossings; c++) {
    const belief = beliefAt(world, c);
    terms.penalty[c] = loss * belief;
    // The cost of smuggling as the world has it holds the risk of the start.
    terms.smuggleShift[c] += loss * belief - start.enforcement.loss * start.enforcement.detection[c];
  }
}

/** Detection that traders expect at crossing c. */
export function beliefAt(world: World, c: number): number {
  const { caught, tried } = world.state.enforcement;
  return believedDetection(world.start.enforcement.detection[c], caught[c], tried[c]);
}

/** f: what a detected cargo costs its owner in all, share of cargo value; less as more protection is sold, or sold cheaper, than at the start. */
function lossWhenDetected(world: World, month: number): number {
  const { parameters, experiment, start } = world;
  const atStart = valueAt(parameters, 'enforcement.detection', experiment.timeline.firstMonth);
  const left = unprotectedHarm(world, month) / start.enforcement.unprotected;
  return (left * valueAt(parameters, 'customs.fixer_penalty', month)) / atStart;
}
