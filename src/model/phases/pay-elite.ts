import { elite, fronts, officials, type Purpose, purposeIndex, treasury } from '../accounts.ts';
import { eliteReach } from '../elite.ts';
import { pay } from '../ledger.ts';
import { valueAt } from '../parameter-values.ts';
import type { World } from '../world.ts';
import { payContracts } from './run-fronts.ts';

/** e = e0 exp(-th_a audit) (1 + th_s seats), at most 1: the share of state spending that is embezzled. */
export function embezzledShare(world: World, month: number): number {
  return Math.min(1, valueAt(world.parameters, 'elite.embezzled_share', month) * eliteReach(world, month));
}

/** Takes the embezzled part of `spending` cents out of the treasury: to fronts, to factions as contracts, the rest to the elite. Returns it. */
export function embezzle(world: World, spending: number, month: number): number {
  const { parameters } = world;
  const all = Math.floor(spending * embezzledShare(world, month));
  const toFronts =
    valueAt(parameters, 'fronts.enabled', month) > 0
      ? Math.floor(all * valueAt(parameters, 'elite.fronts_share', month))
      : 0;
  const open = Math.floor(all * valueAt(parameters, 'elite.factions_share', month));
  const toFactions = payContracts(world, treasury, open, month);
  note(world, treasury, fronts, 'embezzled', toFronts);
  note(world, fronts, elite, 'embezzled', toFronts);
  note(world, treasury, elite, 'embezzled', all - toFronts - toFactions);
  world.state.embezzled = all / 100;
  return all;
}

/** Posts of officials that change hands are paid for: turnover times the price in months times what officials take at gates and posts in a month. */
export function sellPosts(world: World, month: number): void {
  const { parameters, ledger } = world;
  const rate =
    valueAt(parameters, 'elite.post_turnover', month) * valueAt(parameters, 'elite.post_price', month);
  let take = 0;
  for (let row = 0; row < ledger.month.length; row++) {
    const line = ledger.month.line[row];
    const isPost = line === purposeIndex.customs || line === purposeIndex.inland;
    if (isPost && ledger.month.to[row] === officials) take += ledger.month.cents[row];
  }
  // Nobody can pay more for posts than posts bring.
  note(world, officials, elite, 'posts-sold', Math.floor(take * Math.min(1, rate)));
}

function note(world: World, from: number, to: number, purpose: Purpose, cents: number): void {
  const { ledger, names } = world;
  pay(ledger, from, to, purposeIndex[purpose], names.places.length - 1, names.goods.length - 1, cents);
}
