import { drawBinomial } from '../../engine/draws.ts';
import { exp } from '../../engine/maths.ts';
import { openStream } from '../../engine/streams.ts';
import { noteEvent } from '../event.ts';
import { shareOf } from '../holdings.ts';
import { valueAt } from '../parameter-values.ts';
import { leave, returnGroups, takeTurf } from '../small-groups.ts';
import { coordinatorOf, strainOf } from '../strain.ts';
import type { World } from '../world.ts';

/**
 * Phase 11: small groups end, collide with the faction they left, and are born. Factions that strain against their share, and a
 * coordinator without authority, bear more of them. Strain is taken before any group moves, so the order of factions cannot matter.
 */
export function splinter(world: World, month: number): void {
  if (valueAt(world.parameters, 'splinters.enabled', month) === 0) return;
  const chances = world.spec.factions.map((_, i) => chanceOfBirth(world, i, month));
  world.spec.factions.forEach((_, i) => {
    endGroups(world, i, month);
    collide(world, i, month);
    bear(world, i, month, chances[i]);
  });
}

/** 1 - exp(-h): h = rate/12 * exp(strain effect * strain + coordinator effect * (1 - M)), the hazard of a month. */
export function chanceOfBirth(world: World, i: number, month: number): number {
  const value = (name: string) => valueAt(world.parameters, `splinters.${name}`, month);
  const strained = value('strain_effect') * strainOf(world, i, month);
  const loose = value('coordinator_effect') * (1 - coordinatorOf(world, month));
  return 1 - exp((-value('rate') / 12) * exp(strained + loose));
}

function endGroups(world: World, i: number, month: number): void {
  const { smallGroups: small, holdings, ownFighters } = world.state;
  const { id } = world.spec.factions[i];
  const stream = openStream(world.runKey, 'group-ends', month, id);
  const ending = valueAt(world.parameters, 'splinters.ending', month);
  const ended = drawBinomial(stream, small.groups[i], ending);
  returnGroups(small, holdings, ownFighters, i, ended);
  small.names[i] -= drawBinomial(openStream(world.runKey, 'name-ends', month, id), small.names[i], ending);
  if (ended > 0) noteEvent(world, month, { type: 'group-ended', actorId: id });
}

/** Each group that has no turf yet may try a post of the faction it left; a won clash settles it, a lost one costs it men. */
function collide(world: World, i: number, month: number): void {
  const { smallGroups: small, holdings } = world.state;
  const { id } = world.spec.factions[i];
  const trying = valueAt(world.parameters, 'splinters.trying', month);
  for (let group = small.unsettled[i]; group > 0; group--) {
    const stream = openStream(world.runKey, 'turf', month, `${id}:${group}`);
    const [tries, where, luck] = [stream.next() < trying, stream.next(), stream.next()];
    const men = small.men[i] / small.groups[i];
    const prospects = prospectsOf(world, i, men);
    const hoped = prospects.hope.reduce((sum, one) => sum + one, 0);
    if (!tries || hoped <= 0) continue;
    const n = pick(prospects.hope, where * hoped);
    const won = luck < prospects.chance[n];
    noteEvent(world, month, {
      type: 'turf-clash',
      actorId: id,
      placeId: world.names.places[n],
      note: won ? 'the group keeps part of the post' : 'the group is driven off',
    });
    if (won) takeTurf(small, holdings, n, i, valueAt(world.parameters, 'splinters.turf_share', month));
    else small.men[i] -= men * valueAt(world.parameters, 'splinters.clash_loss', month);
  }
}

/** At each post: the chance that a group of so many men takes part of it, and that chance times what the post yielded faction i last month. */
function prospectsOf(
  { state }: World,
  i: number,
  men: number,
): Readonly<Record<'chance' | 'hope', Float64Array>> {
  const yields = state.pool.map((pool, n) => pool * shareOf(state.holdings, n, i));
  const all = yields.reduce((sum, one) => sum + one, 0);
  const chance = yields.map((one) => (all > 0 ? chanceOfTurf(men, state.ownFighters[i] * (one / all)) : 0));
  return { chance, hope: yields.map((one, n) => one * chance[n]) };
}

/** The group's men against those whom the faction keeps at the post, in proportion to what the post yields it (Hirshleifer 1989). */
export function chanceOfTurf(men: number, guards: number): number {
  return men + guards > 0 ? men / (men + guards) : 0;
}

/** Index at which the running sum of the weights passes `point`; the last with a weight where rounding lets it run past. */
function pick(weights: Float64Array, point: number): number {
  let last = 0;
  let sum = 0;
  for (let n = 0; n < weights.length; n++) {
    if (weights[n] <= 0) continue;
    sum += weights[n];
    last = n;
    if (point < sum) break;
  }
  return last;
}

/** A new group shows itself by a parade in the month of its birth. */
function bear(world: World, i: number, month: number, chance: number): void {
  const { state, spec, runKey, parameters } = world;
  const { id } = spec.factions[i];
  const stream = openStream(runKey, 'splinter', month, id);
  const [born, kind] = [stream.next() < chance, stream.next()];
  if (!born) return;
  const isName = kind < valueAt(parameters, 'splinters.name_share', month);
  const men = isName
    ? 0
    : leave(state.smallGroups, state.ownFighters, i, valueAt(parameters, 'splinters.men_share', month));
  if (isName) state.smallGroups.names[i]++;
  const causeSeq = noteEvent(world, month, {
    type: isName ? 'front-name' : 'splinter',
    actorId: id,
    note: isName ? '' : `${Math.round(men)} men leave`,
  });
  state.parades[i]++;
  noteEvent(world, month, { type: 'parade', actorId: id, causeSeq, note: 'the new group shows itself' });
}
