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

/** What is done in a month, one after the other, in the words of a reader. */
const phases: readonly (readonly [name: string, play: (world: World, month: number) => void])[] = [
  ['dated changes', applyChanges],
  ['income from oil, patron and payroll', receiveIncome],
  ['beliefs about detection', updateBeliefs],
  ['talks on shares', divideSpoils],
  ['decisions on prices and effort', decide],
  ['trading houses choose', routeTrade],
  ['patrols and officials', enforceLaw],
  ['collection at gates, posts and lines', collect],
  ['the dollar window', clearDollars],
  ['fronts', runFronts],
  ["the state's budget", spendBudget],
  ['booking of all flows', postFlows],
  ['monitoring of the pact', monitorPact],
  ['clashes', clash],
  ['attacks and parades', attack],
  ['pay of fighters', payFighters],
  ['war', fightWar],
  ['splinter groups', splinter],
  ['the threat that officials feel', feelThreat],
  ['learning', learn],
  ['public mood', stirPublic],
  ['elections', holdElection],
];

/**
 * Plays one month of a world and returns what can be observed of it. Months are played in order, each once. `onPhase` looks at the world
 * after each phase, and again once the month is remembered; it changes nothing.
 */
export function playMonth(world: World, month: number, onPhase?: (phase: string) => void): Reading {
  if (month !== world.state.month + 1)
    throw new Error(`month ${month} cannot follow month ${world.state.month}`);
  world.ledger.month.length = 0;
  world.events = [];
  for (const [name, play] of phases) {
    play(world, month);
    onPhase?.(name);
  }
  const reading = readMonth(world, month);
  rememberMonth(reading);
  world.state.month = month;
  onPhase?.('the month is remembered');
  return reading;
}
