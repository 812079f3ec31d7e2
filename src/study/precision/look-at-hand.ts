import { checkChunk } from '../chunks.ts';
import { type Plan, planId } from '../plan.ts';
import { chunksIn } from '../run-order.ts';
import { readRuns } from '../session.ts';
import { judgeLook, type LookResult } from './judge-look.ts';
import { cutToFirst, cutToNext, lastLayer } from './layers.ts';

/** What a look's runs amount to, read from a folder that keeps them all; undefined for a plan without looks. Throws at a gap. */
export function lookInto(folder: string, plan: Plan): LookResult | undefined {
  return plan.precision === undefined ? undefined : judgeLook(plan, plan.precision, readRuns(folder, plan));
}

/**
 * The plan of a folder cut to the look at hand: the first whose chunks are not all whole, or the one that ended the study. It is found from the
 * chunks anew each time, so nothing can contradict them; chunks of later looks count for nothing. The plan itself where it has no looks.
 */
export function planAtHand(folder: string, plan: Plan): Plan {
  let at = cutToFirst(plan);
  while (plan.precision !== undefined && isWorked(folder, at)) {
    const next = lookInto(folder, at)?.isEnough ? undefined : cutToNext(at);
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

function isWorked(folder: string, plan: Plan): boolean {
  const id = planId(plan);
  for (const chunk of chunksIn(plan, lastLayer(plan)))
    if (checkChunk(folder, id, chunk).state !== 'done') return false;
  return true;
}
