import { restoreSnapshot } from '../engine/snapshot.ts';
import { sum } from '../engine/sum.ts';
import { flowNames } from './accounts.ts';
import { channels } from './channels.ts';
import { paradesExpected, threatMonths, threatOf } from './display.ts';
import { createDollarState } from './dollar-window.ts';
import { lineCount, localMonths, patronMonths } from './effort.ts';
import { blankEnforcement, blankEnforcementStart } from './enforcement.ts';
import { fitEnforcement } from './fit-enforcement.ts';
import { fitFactions } from './fit-factions.ts';
import { fitPact } from './fit-pact.ts';
import { fitTrade } from './fit-trade.ts';
import { createFrontState } from './fronts.ts';
import { holdingsAtStart } from './holdings.ts';
import { createLedger } from './ledger.ts';
import { createMarket, readTerms } from './market.ts';
import { layNetwork } from './network.ts';
import { nichesOf } from './niche.ts';
import { createOriginTrace, originsAtStart } from './origins.ts';
import { readParameters, valueAt } from './parameter-values.ts';
import { createPricingSpace } from './pricing.ts';
import { noSmallGroups } from './small-groups.ts';
import { createTrade } from './trade.ts';
import type { Start, World, WorldState } from './world.ts';
import type { Experiment, WorldSpec } from './world-spec.ts';

/** Makes the world of a run at its start: houses drawn, constants and prices fitted, effort 1 on every line, cash as wanted. */
export function foundWorld(experiment: Experiment, runKey: string): World {
  const world = layWorld(experiment, runKey);
  fitTrade(world);
  fitEnforcement(world);
  fitFactions(world);
  fitPact(world);
  return world;
}

/** A world at the state that `takeSnapshot(world.state)` kept: playing on gives the same months as if it had never been put down. */
export function resumeWorld(experiment: Experiment, runKey: string, state: WorldState): World {
  const world = foundWorld(experiment, runKey);
  world.state = restoreSnapshot(state);
  world.ledger = { ...world.ledger, balances: world.state.balances };
  return world;
}

function layWorld(experiment: Experiment, runKey: string): World {
  const { world: spec, timeline } = experiment;
  const network = layNetwork(spec);
  const parameters = readParameters(timeline);
  const names = flowNames(spec);
  const state = blankState(experiment, names.accounts.length);
  const factions = spec.factions.length;
  const start: Start = {
    constants: { crossing: new Float64Array(network.crossings), goods: new Float64Array(network.goods) },
    consignments: new Float64Array(network.goods * network.destinations),
    imports: valueAt(parameters, 'trade.imports', timeline.firstMonth),
    gateReach: 0,
    postReach: 0,
    marginal: new Float64Array(factions * lineCount),
    pool: new Float64Array(network.crossings + network.posts),
    contestedTake: 0,
    niches: nichesOf(network, state.holdings),
    claims: new Float64Array(factions).fill(1),
    bases: new Float64Array(lineCount),
    patronIncome: new Float64Array(factions),
    fighters: new Float64Array(factions),
    reserve: new Float64Array(factions),
    wantedCash: new Float64Array(factions),
    enforcement: blankEnforcementStart(network.crossings),
    fronts: 0,
    seats: sum(state.seats),
    flowsBack: 0,
  };
  return {
    experiment,
    spec,
    runKey,
    parameters,
    network,
    names,
    start,
    market: createMarket(network),
    pricing: createPricingSpace(network.crossings + network.posts),
    trade: createTrade(network),
    origins: createOriginTrace(names.accounts.length),
    opening: new Float64Array(names.accounts.length),
    terms: readTerms(spec, parameters, timeline.firstMonth),
    ledger: { ...createLedger(names.accounts.length), balances: state.balances },
    state,
    events: [],
  };
}

function blankState(experiment: Experiment, accounts: number): WorldState {
  const { world: spec, timeline } = experiment;
  const factions = spec.factions.length;
  const prices = spec.crossings.length + spec.posts.length;
  const parameters = readParameters(timeline);
  const value = (name: string) => valueAt(parameters, name, timeline.firstMonth);
  const parades = paradesExpected(parameters, timeline.firstMonth, factions);
  return {
    month: timeline.firstMonth - 1,
    holdings: holdingsAtStart(spec),
    cohesion: value('pact.cohesion'),
    prices: new Float64Array(prices),
    habit: new Float64Array(
      spec.goods.length * spec.destinations.length * spec.crossings.length * channels.length,
    ),
    effort: new Float64Array(factions * lineCount).fill(1),
    experience: new Float64Array(factions * lineCount),
    ownFighters: Float64Array.from(spec.factions, (faction) => faction.ownFighters),
    need: new Float64Array(factions).fill(1),
    balances: new Float64Array(accounts),
    localPast: new Float64Array(factions * localMonths),
    patronPast: new Float64Array(factions * patronMonths),
    patronIncomePast: new Float64Array(patronMonths),
    pool: new Float64Array(prices),
    smugglePool: 0,
    unpaid: new Float64Array(factions),
    openBefore: new Float64Array(prices).fill(1),
    trafficBefore: new Float64Array(prices),
    postTake: new Float64Array(prices),
    effortCost: new Float64Array(factions * lineCount),
    sidePayments: new Float64Array(factions),
    misfit: 0,
    misfitLeft: 0,
    poaching: new Float64Array(factions),
    breachSeq: new Float64Array(factions),
    lost: new Float64Array(factions),
    expected: new Float64Array(factions),
    warLeft: new Float64Array(factions),
    warFoe: new Float64Array(factions).fill(-1),
    warSeq: new Float64Array(factions),
    takeLost: new Float64Array(prices),
    owed: new Float64Array(factions * factions),
    clashes: 0,
    dollars: createDollarState(),
    fronts: createFrontState(),
    flowsBack: 0,
    embezzled: 0,
    madeOf: originsAtStart(accounts),
    leadingLine: -1,
    eventsSeen: 0,
    smallGroups: noSmallGroups(factions, prices),
    attacks: new Float64Array(factions),
    parades: new Float64Array(factions),
    paradesPast: new Float64Array(threatMonths).fill(parades),
    threat: threatOf(parameters, timeline.firstMonth, threatMonths * parades),
    foreignPressure: 0,
    seats: seatsAtStart(spec, value('politics.seats_share')),
    legitimacy: value('mood.legitimacy'),
    votedLegitimacy: value('mood.legitimacy'),
    votedIncome: new Float64Array(factions),
    burdenAtStart: 0,
    protest: 0,
    closedMonths: new Float64Array(spec.crossings.length),
    enforcement: blankEnforcement(spec.crossings.length),
  };
}

/** Seats at the start follow capacity (Assumption). */
function seatsAtStart(spec: WorldSpec, share: number): Float64Array {
  const all = spec.factions.reduce((sum, faction) => sum + faction.capacity, 0);
  return Float64Array.from(spec.factions, ({ capacity }) => (all > 0 ? (share * capacity) / all : 0));
}
