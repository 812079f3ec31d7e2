import { applyChanges } from './phases/apply-changes.ts';
import { attack } from './phases/attack.ts';
import { clash } from './phases/clash.ts';
import { clearDollars } from './phases/clear-dollars.ts';
import { collect } from './phases/collect.ts';
import { decide } from './phases/decide.ts';
import { divideSpoils } from './phases/divide-spoils.ts';
import { enforceLaw } from './phases/enforce-law.ts';
import { feelThreat } from './phases/feel-threat.ts';
import { fightWar } from './phases/fight-war.ts';
import { holdElection } from './phases/hold-election.ts';
import { learn } from './phases/learn.ts';
import { monitorPact } from './phases/monitor-pact.ts';
import { payFighters } from './phases/pay-fighters.ts';
import { postFlows } from './phases/post-flows.ts';
import { receiveIncome } from './phases/receive-income.ts';
import { rememberMonth } from './phases/record-month.ts';
import { routeTrade } from './phases/route-trade.ts';
import { runFronts } from './phases/run-fronts.ts';
import { spendBudget } from './phases/spend-budget.ts';
import { splinter } from './phases/splinter.ts';
import { stirPublic } from './phases/stir-public.ts';
import { updateBeliefs } from './phases/update-beliefs.ts';
import { type Reading, readMonth } from './reading.ts';
import type { World } from './world.ts';

/** The order of a month, which results depend on. Numbers are those of docs/model.md. */
export const monthOrder = [
  '1 dated changes',
  '2 oil, patron and payroll income',
  '3 beliefs about detection',
  '4 talks on shares; side payments and compensation',
  '5 prices and effort, at once, from last month',
  '6 trading houses choose',
  '7 patrols detect, officials punish; goods are delivered, seized or lost',
  '8 gates, posts and contested lines are collected; the dollar window clears; fronts trade; the budget is spent',
  '9 all flows are booked and checked',
  '10 monitoring, alarm, settlement or war; clashes; attacks and parades',
  '11 men leave or join; small groups end, collide and form; parades are felt',
  '12 skill, legitimacy, protest, elections; the month is remembered and read',
] as const;

/** Plays one month of a world and returns what can be observed of it. Months are played in order, each once. */
export function playMonth(world: World, month: number): Reading {
  if (month !== world.state.month + 1)
    throw new Error(`month ${month} cannot follow month ${world.state.month}`);
  world.ledger.month.length = 0;
  world.events = [];
  applyChanges(world, month);
  receiveIncome(world, month);
  updateBeliefs(world, month);
  divideSpoils(world, month);
  decide(world, month);
  routeTrade(world, month);
  enforceLaw(world, month);
  collect(world, month);
  clearDollars(world, month);
  runFronts(world, month);
  spendBudget(world, month);
  postFlows(world, month);
  monitorPact(world, month);
  clash(world, month);
  attack(world, month);
  payFighters(world, month);
  fightWar(world, month);
  splinter(world, month);
  feelThreat(world, month);
  learn(world, month);
  stirPublic(world, month);
  holdElection(world, month);
  const reading = readMonth(world, month);
  rememberMonth(reading);
  world.state.month = month;
  return reading;
}
