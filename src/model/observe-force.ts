import { sum } from '../engine/sum.ts';
import { fightersOf } from './capacity.ts';
import { shareOf as heldBy } from './holdings.ts';
import type { Observable } from './observables.ts';
import { valueAt } from './parameter-values.ts';
import type { Reading } from './reading.ts';

/** Headline numbers of force, its display, and what people make of it. */
export const forceObservables: readonly Observable[] = [
  {
    name: 'small_groups_n',
    unit: 'count',
    meaning: 'small groups that left a faction, and front names',
    read: ({ world }) => sum(world.state.smallGroups.groups) + sum(world.state.smallGroups.names),
  },
  {
    name: 'small_group_men_n',
    unit: 'persons',
    meaning: 'men of small groups, in no faction',
    read: ({ world }) => sum(world.state.smallGroups.men),
  },
  {
    name: 'parades_n',
    unit: 'count',
    meaning: 'parades of factions and of groups that announce themselves',
    read: ({ world }) => sum(world.state.parades),
  },
  {
    name: 'attacks_n',
    unit: 'count',
    meaning: 'attacks on the foreign power',
    read: ({ world }) => sum(world.state.attacks),
  },
  {
    name: 'threat_idx',
    unit: 'index',
    meaning: 'threat that officials feel, 0 to 1',
    read: ({ world }) => world.state.threat,
  },
  {
    name: 'foreign_pressure_idx',
    unit: 'index',
    meaning: 'pressure of the foreign power after attacks, 0 to 1',
    read: ({ world }) => world.state.foreignPressure,
  },
  {
    name: 'seats_share',
    unit: 'share',
    meaning: 'share of seats of parliament that factions hold',
    read: ({ world }) => Math.min(1, sum(world.state.seats)),
  },
  {
    name: 'influence_idx',
    unit: 'index',
    meaning:
      'mean of three shares: of what the posts yield, of seats, and of all armed men, the state ones included',
    read: (r) => r.world.spec.factions.reduce((sum, _, i) => sum + influenceOf(r, i), 0),
  },
  {
    name: 'legitimacy_idx',
    unit: 'index',
    meaning: 'legitimacy of the armed order, 0 to 1',
    read: ({ world }) => world.state.legitimacy,
  },
  {
    name: 'protest_idx',
    unit: 'index',
    meaning: 'share of people ready to protest, 0 to 1; 0 where mood is off',
    read: ({ world }) => world.state.protest,
  },
];

/** The same of each faction. */
export const factionForceObservables: readonly Observable[] = [
  {
    name: 'small_groups_n',
    unit: 'count',
    meaning: 'small groups that left it, and its front names',
    read: ({ world }, i) => world.state.smallGroups.groups[i] + world.state.smallGroups.names[i],
  },
  {
    name: 'parades_n',
    unit: 'count',
    meaning: 'its parades',
    read: ({ world }, i) => world.state.parades[i],
  },
  {
    name: 'attacks_n',
    unit: 'count',
    meaning: 'its attacks',
    read: ({ world }, i) => world.state.attacks[i],
  },
  {
    name: 'seats_share',
    unit: 'share',
    meaning: 'its share of all seats of parliament',
    read: ({ world }, i) => world.state.seats[i],
  },
  {
    name: 'influence_idx',
    unit: 'index',
    meaning: 'mean of its shares of what the posts yield, of seats and of all armed men',
    read: (r, i) => influenceOf(r, i),
  },
];

/** (posts + seats + fighters)/3, each a share of the country's. Over factions it adds up to at most 1. */
function influenceOf({ world, month }: Reading, i: number): number {
  const { state, spec } = world;
  let held = 0;
  for (let n = 0; n < state.pool.length; n++) held += heldBy(state.holdings, n, i) * state.pool[n];
  const stateMen = valueAt(world.parameters, 'force.state_men', month);
  const men = spec.factions.reduce((sum, _, j) => sum + fightersOf(world, j, month), stateMen);
  return (ratio(held, sum(state.pool)) + state.seats[i] + ratio(fightersOf(world, i, month), men)) / 3;
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
