import { toCents } from '../engine/units.ts';
import { firstFaction } from './accounts.ts';
import { coverage, findReach, pressure } from './collection.ts';
import { baseOf, contestTakes, localMonths, marginalRevenue, patronMonths, reachOn } from './effort.ts';
import { fitDollars } from './fit-dollars.ts';
import { flowsBackAtStart } from './flows-back.ts';
import { frontsAtStart } from './fronts.ts';
import { shareOf } from './holdings.ts';
import { contestLines, effortLines } from './lines.ts';
import { valueAt } from './parameter-values.ts';
import { patronIndex, transferLevel, transferShares } from './patron.ts';
import { incomeBefore } from './phases/hold-election.ts';
import type { StartDraft, World } from './world.ts';

/** Fits what factions start with: reach of their collection, the cost of effort, memory of income, cash. */
export function fitFactions(world: World): void {
  const { network, state, spec, parameters } = world;
  const start = world.start as StartDraft;
  const month = world.experiment.timeline.firstMonth;
  const value = (name: string) => valueAt(parameters, name, month);
  state.experience.fill(1 / value('learning.forgetting'));
  start.fighters = Float64Array.from(
    spec.factions,
    (faction) => faction.ownFighters + faction.registeredShare * value('payroll.registered'),
  );
  const prices = network.crossings + network.posts;
  const skill = (line: 'customs' | 'inland') => reachOn(world, line, month).skill;
  start.gateReach = findReach(
    state.holdings,
    skill('customs'),
    state.pool,
    0,
    network.crossings,
    value('customs.brokered_share'),
  );
  start.postReach = findReach(
    state.holdings,
    skill('inland'),
    state.pool,
    network.crossings,
    prices,
    value('posts.stopped_share'),
  );
  fitDollars(world, month);
  start.fronts = frontsAtStart(parameters, month);
  state.fronts.customers.fill(1, 0, start.fronts);
  start.flowsBack = flowsBackAtStart(world, month);
  state.flowsBack = start.flowsBack;
  start.bases = Float64Array.from(effortLines, (line) => baseOf(world, line, month));
  start.marginal = marginalRevenue(world, month);
  start.pool = state.pool.slice();
  state.effortCost.set(start.marginal);
  fitMemory(world, month);
  state.votedIncome.set(spec.factions.map((_, i) => incomeBefore(world, i)));
  fitCash(world, month);
}

/** Memory of income at the start: every past month was like the first. */
function fitMemory(world: World, month: number): void {
  const { state, spec, parameters } = world;
  const index = patronIndex(parameters, month);
  state.patronIncomePast.fill(index);
  const transfer =
    valueAt(parameters, 'patron.transfer', month) * transferLevel(parameters, state.patronIncomePast, month);
  const shares = transferShares(spec);
  const local = localIncomeAtStart(world, month);
  for (let i = 0; i < spec.factions.length; i++) {
    world.start.patronIncome[i] = transfer * shares[i];
    state.patronPast.fill(transfer * shares[i], i * patronMonths, (i + 1) * patronMonths);
    state.localPast.fill(local[i], i * localMonths, (i + 1) * localMonths);
  }
}

/** Expected local income of each faction in the first month, USD: the pools of the fitted trade, contested lines, kept payroll. */
function localIncomeAtStart(world: World, month: number): Float64Array {
  const { network, state, spec, parameters } = world;
  const local = new Float64Array(spec.factions.length);
  for (const line of ['customs', 'inland'] as const) {
    const reach = reachOn(world, line, month);
    const [from, to] =
      line === 'customs' ? [0, network.crossings] : [network.crossings, network.crossings + network.posts];
    for (let n = from; n < to; n++) {
      const covered = coverage(reach.reach, pressure(state.holdings, n, reach)) * state.pool[n];
      for (let i = 0; i < local.length; i++) local[i] += shareOf(state.holdings, n, i) * covered;
    }
  }
  for (const line of ['goods', 'dollars', ...contestLines] as const) {
    const base = line === 'goods' ? state.smugglePool : baseOf(world, line, month);
    contestTakes(world, line, base, month).forEach((take, i) => {
      local[i] += take;
    });
  }
  const kept =
    (valueAt(parameters, 'payroll.budget', month) / 12) * valueAt(parameters, 'payroll.kept_share', month);
  for (let i = 0; i < local.length; i++) local[i] += kept * spec.factions[i].registeredShare;
  return local;
}

/**
 * Cash at the start is where the rule of spending leaves it: a reserve, and what is left each month of the surplus over it.
 * That level is what a faction wants to keep.
 */
function fitCash(world: World, month: number): void {
  const { spec, start, parameters, state } = world;
  const rate = valueAt(parameters, 'men.spending_rate', month);
  const reserveMonths = valueAt(parameters, 'men.reserve_months', month);
  const wage = valueAt(parameters, 'men.wage', month);
  for (let i = 0; i < spec.factions.length; i++) {
    const income = start.patronIncome[i] + state.localPast[i * localMonths];
    const surplus = Math.max(0, income - wage * state.ownFighters[i]);
    start.reserve[i] = reserveMonths * income;
    start.wantedCash[i] = start.reserve[i] + (rate > 0 ? ((1 - rate) * surplus) / rate : 0);
    state.balances[firstFaction + i] = toCents(start.wantedCash[i]);
  }
}
