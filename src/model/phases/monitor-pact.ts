import { drawNormal } from '../../engine/draws.ts';
import { openStream } from '../../engine/streams.ts';
import { toCents } from '../../engine/units.ts';
import { noteEvent } from '../event.ts';
import { gainOf, type PactView, temptationOf, viewPact } from '../monitoring.ts';
import { valueAt } from '../parameter-values.ts';
import { cheatChance, reviewMonths, sustainableCohesion } from '../temptation.ts';
import type { World } from '../world.ts';

/**
 * Phase 10a: wars run their months; twice a year members judge their own take, raise alarms, and the coordinator settles or war begins; then each decides
 * whether to poach until the next review. Cohesion falls with a war and recovers in calm.
 */
export function monitorPact(world: World, month: number): void {
  if (valueAt(world.parameters, 'pact.breakdown', month) === 0) return;
  countDownWars(world, month);
  const view = viewPact(world, month);
  if ((month - world.experiment.timeline.firstMonth) % reviewMonths === reviewMonths - 1) {
    review(world, view, month);
    decideBreaches(world, view, month);
  }
  moveCohesion(world, view, month);
}

function countDownWars(world: World, month: number): void {
  const { state, spec } = world;
  for (let i = 0; i < state.warLeft.length; i++) {
    if (state.warLeft[i] === 0 || --state.warLeft[i] > 0) continue;
    const foe = state.warFoe[i];
    state.warFoe[i] = -1;
    // Told once, by the party that comes last.
    if (state.warLeft[foe] > 0 || state.warFoe[foe] === i) continue;
    noteEvent(world, month, {
      type: 'war-ends',
      actorId: spec.factions[foe].id,
      targetId: spec.factions[i].id,
      causeSeq: state.warSeq[i],
    });
  }
}

/** Alarms by the suspect they are raised against; an alarm of its own stream for each member, whether or not it can raise one. */
function review(world: World, view: PactView, month: number): void {
  const { state } = world;
  const alarms = new Map<number, number[]>();
  for (const i of view.members) {
    const noise = drawNormal(openStream(world.runKey, 'monitor', month, i), 0, view.deviation);
    const shortfall = state.expected[i] > 0 ? state.lost[i] / state.expected[i] : 0;
    if (state.warLeft[i] > 0 || noise - shortfall >= -view.width * view.deviation) continue;
    const suspect = suspectOf(world, view, i);
    if (suspect >= 0) alarms.set(suspect, [...(alarms.get(suspect) ?? []), i]);
  }
  for (const suspect of [...alarms.keys()].sort((a, b) => a - b))
    answerAlarms(world, view, suspect, alarms.get(suspect)!, month);
  state.lost.fill(0);
  state.expected.fill(0);
}

/** The poacher with most in common with the accuser; where nobody poaches on it, the co-owner with most, wrongly; -1 where it shares no post. */
function suspectOf({ state }: World, view: PactView, accuser: number): number {
  const factions = view.takes.length;
  let suspect = -1;
  let most = 0;
  for (const i of view.members) {
    if (i === accuser || state.warLeft[i] > 0) continue;
    const shared = view.common[accuser * factions + i] * (state.poaching[i] === 1 ? 1e6 : 1);
    if (shared > most) [suspect, most] = [i, shared];
  }
  return suspect;
}

function answerAlarms(
  world: World,
  view: PactView,
  suspect: number,
  accusers: readonly number[],
  month: number,
): void {
  const { state, spec, runKey } = world;
  const isGuilty = state.poaching[suspect] === 1;
  const seqs = accusers.map((accuser) =>
    noteEvent(world, month, {
      type: 'alarm',
      actorId: spec.factions[accuser].id,
      targetId: spec.factions[suspect].id,
      causeSeq: isGuilty ? state.breachSeq[suspect] : 0,
    }),
  );
  const isSettled = openStream(runKey, 'settlement', month, suspect).next() < view.settled;
  if (isSettled) settleAlarm(world, view, suspect, accusers[0], isGuilty, month, seqs[0]);
  else beginWar(world, view, accusers[0], suspect, month, seqs[0]);
}

/** The coordinator settles: the cheater owes its co-owners pun months of its gain, payable from next month on; a wrong alarm is laid aside. */
function settleAlarm(
  world: World,
  view: PactView,
  suspect: number,
  accuser: number,
  isGuilty: boolean,
  month: number,
  causeSeq: number,
): void {
  const { state, spec } = world;
  const factions = view.takes.length;
  let cents = 0;
  for (let j = 0; j < factions && isGuilty; j++) {
    const owed = toCents(view.punishment * view.poached * view.common[suspect * factions + j]);
    state.owed[suspect * factions + j] += owed;
    cents += owed;
  }
  noteEvent(world, month, {
    type: 'settled',
    actorId: spec.factions[suspect].id,
    targetId: spec.factions[accuser].id,
    amountUsd: Math.round(cents / 100),
    causeSeq,
    note: isGuilty ? 'it pays its co-owners' : 'nothing was found',
  });
}

function beginWar(
  world: World,
  view: PactView,
  accuser: number,
  suspect: number,
  month: number,
  causeSeq: number,
): void {
  const { state, spec, parameters } = world;
  const months = Math.floor(valueAt(parameters, 'pact.war_months', month));
  // An accuser that another quarrel has drawn into war fights no second one.
  if (months === 0 || state.warLeft[accuser] > 0 || state.warLeft[suspect] > 0) return;
  const [actorId, targetId] = [spec.factions[accuser].id, spec.factions[suspect].id];
  const seq = noteEvent(world, month, { type: 'war-begins', actorId, targetId, causeSeq });
  for (const [party, foe] of [
    [accuser, suspect],
    [suspect, accuser],
  ]) {
    state.warLeft[party] = months;
    state.warFoe[party] = foe;
    state.warSeq[party] = seq;
  }
  dropCohesion(world, view, [accuser, suspect], month);
}

/**
 * Cohesion is the pact's mean weight on one another's income, and parties to a war spare nobody: it falls toward its floor by their part of the take, the
 * whole way where all fight.
 */
function dropCohesion(
  { state, parameters }: World,
  view: PactView,
  parties: readonly number[],
  month: number,
): void {
  const floor = valueAt(parameters, 'pact.cohesion_floor', month);
  const all = view.takes.reduce((sum, usd) => sum + usd, 0);
  const part = all > 0 ? parties.reduce((sum, i) => sum + view.takes[i], 0) / all : 0;
  state.cohesion -= Math.max(0, state.cohesion - floor) * Math.min(1, part);
}

/** Each member at peace decides by a draw of its own whether to poach for the next half year. */
function decideBreaches(world: World, view: PactView, month: number): void {
  const { state, spec, runKey } = world;
  state.poaching.fill(0);
  state.breachSeq.fill(0);
  for (const i of view.members) {
    const chance = cheatChance(temptationOf(world, view, i, month));
    const draw = openStream(runKey, 'breach', month, i).next();
    if (state.warLeft[i] > 0 || draw >= chance) continue;
    state.poaching[i] = 1;
    const amountUsd = Math.round(gainOf(view, i));
    state.breachSeq[i] = noteEvent(world, month, { type: 'breach', actorId: spec.factions[i].id, amountUsd });
  }
}

function moveCohesion(world: World, view: PactView, month: number): void {
  const { state } = world;
  const value = (name: string) => valueAt(world.parameters, name, month);
  if (state.warLeft.some((left) => left > 0)) return;
  const most = Math.min(value('pact.cohesion_ceiling'), representative(world, view, month));
  const speed = value('pact.recovery_speed') * value('pact.coordinator');
  state.cohesion += speed * (most - state.cohesion);
}

/** Cohesion that the mean member's condition sustains, over members who share a post; any where none does. */
function representative(world: World, view: PactView, month: number): number {
  let sum = 0;
  let count = 0;
  for (const i of view.members) {
    const sustained = sustainableCohesion(temptationOf(world, view, i, month));
    if (!Number.isFinite(sustained)) continue;
    sum += sustained;
    count++;
  }
  return count > 0 ? sum / count : Number.POSITIVE_INFINITY;
}
