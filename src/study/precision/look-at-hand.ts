import { checkChunk } from '../chunks.ts';
import { type Plan, planId } from '../plan.ts';
import type { LookAtHand } from '../progress.ts';
import { chunksIn, replicatesOf } from '../run-order.ts';
import { readRuns } from '../session.ts';
import { judgeLook, type LookResult } from './judge-look.ts';
import { cutToFirst, cutToNext, lastLayer, whole } from './layers.ts';

/** What a look's runs amount to, read from a folder that keeps them all; undefined for a plan without looks. Throws at a gap. */
export function lookInto(folder: string, plan: Plan): LookResult | undefined {
  return plan.precision === undefined ? undefined : judgeLook(plan, plan.precision, readRuns(folder, plan));
}

/** The look at hand of a plan that is cut to it, `before` being what the one before came to; undefined for a plan without looks. */
export function tellLook(plan: Plan, before: LookResult | undefined): LookAtHand | undefined {
  if (plan.precision === undefined) return undefined;
  const { target } = plan.precision;
  return { replicates: replicatesOf(plan), most: replicatesOf(whole(plan)), target, before };
}

/** How far a folder is in the looks of its plan. */
export interface Stand {
  /** The plan cut to the look at hand: the first whose chunks are not all whole, or the one that ended the study. The plan itself where it has no looks. */
  readonly plan: Plan;
  /** What the look that ended the study came to; undefined before that, and where there are no looks. */
  readonly look: LookResult | undefined;
}

/** Finds how far a folder is from its chunks anew each time, so that nothing can contradict them; chunks of later looks count for nothing. */
export function standOf(folder: string, plan: Plan): Stand {
  let at = cutToFirst(plan);
  while (plan.precision !== undefined && isWorked(folder, at)) {
    const look = lookInto(folder, at);
    const next = look?.isEnough ? undefined : cutToNext(at);
    if (next === undefined) return { plan: at, look };
    at = next;
  }
  return { plan: at, look: undefined };
}

function isWorked(folder: string, plan: Plan): boolean {
  const id = planId(plan);
  for (const chunk of chunksIn(plan, lastLayer(plan)))
    if (checkChunk(folder, id, chunk).state !== 'done') return false;
  return true;
}
