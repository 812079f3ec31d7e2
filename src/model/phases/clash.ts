import { exp } from '../../engine/maths.ts';
import { openStream } from '../../engine/streams.ts';
import { noteEvent } from '../event.ts';
import { isContested } from '../fit-pact.ts';
import { shareOf } from '../holdings.ts';
import { valueAt } from '../parameter-values.ts';
import type { World } from '../world.ts';

/**
 * Phase 10b: at contested posts men clash, by chance: the hazard grows with the root of what the post brings and with how concentrated its shares are, and is
 * higher in war. A clash costs both sides men, and all holders part of next month's take there. Its constant is free, fitted to a count: no evidence.
 */
export function clash(world: World, month: number): void {
  const { state, parameters, runKey, terms } = world;
  state.clashes = 0;
  state.takeLost.fill(0);
  if (valueAt(parameters, 'pact.breakdown', month) === 0) return;
  const stream = openStream(runKey, 'clash', month);
  for (let n = 0; n < state.postTake.length; n++) {
    // Every post draws, whether men can clash there or not, so that no policy moves another post's draw.
    const draw = stream.next();
    if (terms.open[n] <= 0 || !isContested(state.holdings, n)) continue;
    if (draw < 1 - exp(-clashHazard(world, n, month))) fight(world, n, month);
  }
}

/** c sqrt(take / mean take at the start) (.5 + concentration), times four or so where a party to a war holds a part; a month. */
export function clashHazard(world: World, n: number, month: number): number {
  const { state, start, parameters } = world;
  if (start.contestedTake <= 0) return 0;
  const size = Math.sqrt(state.postTake[n] / start.contestedTake);
  const inWar = holdersOf(world, n).some((i) => state.warLeft[i] > 0);
  const war = inWar ? valueAt(parameters, 'pact.clash_in_war', month) : 1;
  return valueAt(parameters, 'pact.clash_hazard', month) * size * (0.5 + concentrationAt(world, n)) * war;
}

/** Herfindahl index of factions' shares at a post: 1 where one holds all that factions hold. */
function concentrationAt({ state: { holdings } }: World, n: number): number {
  let sum = 0;
  for (let i = 0; i < holdings.factions; i++) {
    const part = shareOf(holdings, n, i) / holdings.held[n];
    sum += part * part;
  }
  return sum;
}

/** Holders of a post, those at war first, then by share, then in the order of the world. */
function holdersOf({ state, network }: World, n: number): readonly number[] {
  const share = (i: number) => shareOf(state.holdings, n, i);
  const atWar = (i: number) => (state.warLeft[i] > 0 ? 1 : 0);
  return Array.from({ length: network.factions }, (_, i) => i)
    .filter((i) => share(i) > 0)
    .sort((a, b) => atWar(b) - atWar(a) || share(b) - share(a) || a - b);
}

function fight(world: World, n: number, month: number): void {
  const { state, parameters, spec, names } = world;
  const [one, other] = holdersOf(world, n);
  const losses = valueAt(parameters, 'pact.clash_losses', month);
  let men = 0;
  for (const i of [one, other]) {
    men += losses * state.ownFighters[i];
    state.ownFighters[i] *= 1 - losses;
  }
  state.takeLost[n] = valueAt(parameters, 'pact.clash_take_lost', month);
  state.clashes++;
  noteEvent(world, month, {
    type: 'clash',
    actorId: spec.factions[one].id,
    targetId: spec.factions[other].id,
    placeId: names.places[n],
    causeSeq: state.warLeft[one] > 0 ? state.warSeq[one] : 0,
    note: `${Math.round(men)} men lost`,
  });
}
