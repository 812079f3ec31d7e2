import { drawPoisson } from '../../engine/draw-poisson.ts';
import { openStream } from '../../engine/streams.ts';
import { moneyPull, raised } from '../display.ts';
import { noteEvent } from '../event.ts';
import { valueAt } from '../parameter-values.ts';
import { transferShares } from '../patron.ts';
import { powerShare } from '../strain.ts';
import type { World } from '../world.ts';

/**
 * Phase 10: attacks on the foreign power and parades, as Poisson counts that follow operations money a little (Limodio 2022, .08-.25).
 * Attacks fall to factions as the patron's money does, parades as capacity does. Attacks raise foreign pressure, which fades.
 */
export function attack(world: World, month: number): void {
  const { state, spec, parameters } = world;
  const value = (name: string) => valueAt(parameters, name, month);
  const shares = transferShares(spec);
  const attacks = value('attacks.enabled') * value('attacks.rate');
  const parades = value('parades.enabled') * value('parades.rate');
  for (let i = 0; i < spec.factions.length; i++) {
    const pull = attacks + parades > 0 ? moneyPull(world, i, month) : 1;
    state.attacks[i] = draw(world, 'attack', month, i, attacks * shares[i] * pull);
    state.parades[i] = draw(world, 'parade', month, i, parades * powerShare(world, i, month) * pull);
  }
  const all = noteMonth(world, 'attack', month, state.attacks);
  noteMonth(world, 'parade', month, state.parades);
  const faded = state.foreignPressure * (1 - value('attacks.pressure_fade'));
  state.foreignPressure = raised(faded, value('attacks.pressure'), all);
}

function draw(world: World, type: 'attack' | 'parade', month: number, i: number, mean: number): number {
  if (mean <= 0) return 0;
  return drawPoisson(openStream(world.runKey, type, month, world.spec.factions[i].id), mean);
}

/** One event a month for all of a kind, in the name of the faction with most; returns how many there were. */
function noteMonth(world: World, type: 'attack' | 'parade', month: number, counts: Float64Array): number {
  let all = 0;
  let most = 0;
  for (let i = 0; i < counts.length; i++) {
    all += counts[i];
    if (counts[i] > counts[most]) most = i;
  }
  if (all === 0) return 0;
  const actorId = world.spec.factions[most].id;
  noteEvent(world, month, { type, actorId, note: all > 1 ? `${all} by all factions` : '' });
  return all;
}
