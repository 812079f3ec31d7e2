import { toUsd } from '../engine/units.ts';
import { firstFaction } from './accounts.ts';
import { shareOf } from './holdings.ts';
import { valueAt } from './parameter-values.ts';
import { takesOf } from './reshare.ts';
import { alarmChance, noiseOf, type Temptation, warLossOf } from './temptation.ts';
import { membersOf } from './understanding.ts';
import type { World } from './world.ts';

/** The pact as its members see it in a review. */
export interface PactView {
  readonly members: readonly number[];
  /** Take of each faction by its shares, USD a month. */
  readonly takes: Float64Array;
  /** Take of faction j at posts where i holds a part as well, USD a month, at `i * factions + j`. */
  readonly common: Float64Array;
  /** Standard deviation of a half-year's mean take, share of what is expected. */
  readonly deviation: number;
  /** z. */
  readonly width: number;
  /** g. */
  readonly poached: number;
  /** M*Comp. */
  readonly settled: number;
  /** pun. */
  readonly punishment: number;
}

/** What every member knows of shares, takes and noise. */
export function viewPact(world: World, month: number): PactView {
  const value = (name: string) => valueAt(world.parameters, name, month);
  const members = membersOf(world);
  const authority = value('pact.coordinator');
  return {
    members,
    takes: takesOf(world.state.holdings, world.state.postTake),
    common: commonTakes(world),
    deviation: noiseOf(value('pact.noise'), value('pact.noise_unmediated'), authority, members.length),
    width: value('pact.alarm_width'),
    poached: value('pact.poach_share'),
    settled: authority * value('pact.settled_share'),
    punishment: value('pact.punishment_months'),
  };
}

function commonTakes({ state, network }: World): Float64Array {
  const { factions } = network;
  const { holdings, postTake } = state;
  const common = new Float64Array(factions * factions);
  for (let n = 0; n < postTake.length; n++) {
    for (let j = 0; j < factions; j++) {
      const share = shareOf(holdings, n, j);
      if (share <= 0) continue;
      const take = (share / holdings.held[n]) * postTake[n];
      for (let i = 0; i < factions; i++)
        if (i !== j && shareOf(holdings, n, i) > 0) common[i * factions + j] += take;
    }
  }
  return common;
}

/** What poaching would bring faction i, USD a month: g of its co-owners' take at common posts. */
export function gainOf(view: PactView, i: number): number {
  const factions = view.takes.length;
  let sum = 0;
  for (let j = 0; j < factions; j++) sum += view.common[i * factions + j];
  return view.poached * sum;
}

/** What member i weighs: its gain, the chance that one of its co-owners raises an alarm, what war and punishment would cost. */
export function temptationOf(world: World, view: PactView, i: number, month: number): Temptation {
  const value = (name: string) => valueAt(world.parameters, name, month);
  const patience = patienceOf(world, i, month);
  const factions = view.takes.length;
  let quietKept = 1;
  let quietBroken = 1;
  for (const j of view.members) {
    const common = view.common[i * factions + j];
    if (common <= 0) continue;
    const shortfall = (view.poached * common) / view.takes[j];
    quietKept *= 1 - alarmChance(0, view.deviation, view.width);
    quietBroken *= 1 - alarmChance(shortfall, view.deviation, view.width);
  }
  return {
    gain: gainOf(view, i),
    warLoss: warLossOf(view.takes[i], 1 - value('pact.war_value'), value('pact.war_months'), patience),
    patience,
    alarmKept: 1 - quietKept,
    alarmBroken: 1 - quietBroken,
    settled: view.settled,
    punishment: view.punishment,
  };
}

/** dl = dl0 (1 - hazard of losing the leader), less where cash is short; cash does not count under the null model. */
function patienceOf(world: World, i: number, month: number): number {
  const value = (name: string) => valueAt(world.parameters, name, month);
  const secure = value('pact.patience') * (1 - value('pact.leader_hazard'));
  const wanted = world.start.wantedCash[i];
  if (value('need.enabled') === 0 || wanted <= 0) return secure;
  const cash = toUsd(world.state.balances[firstFaction + i]);
  const short = Math.min(1, Math.max(0, 1 - cash / wanted));
  return secure * (1 - value('pact.short_of_cash') * short);
}
