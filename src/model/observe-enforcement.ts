import { sum } from '../engine/sum.ts';
import { channels, fixerChannel, smuggleChannel } from './channels.ts';
import { isEnforced } from './enforcement.ts';
import type { Observable } from './observables.ts';
import type { Reading } from './reading.ts';
import { willAt } from './will.ts';

/** What enforcement leaves in the headline numbers of a month. */
export const enforcementObservables: readonly Observable[] = [
  {
    name: 'detected_n',
    unit: 'count',
    meaning: 'evading consignments that patrols detect',
    read: (r) => sum(r.world.trade.detected),
  },
  {
    name: 'impunity_share',
    unit: 'share',
    meaning:
      'detected acts that go unpunished: officials are captured, or protection was bought; 0 where none is detected',
    read: impunity,
  },
  {
    name: 'seized_usd',
    unit: 'usd',
    meaning: 'value of smuggled goods forfeited to the treasury',
    read: ({ world }) => worthOf(world.spec.goods, world.trade.balance.seized),
  },
  {
    name: 'lost_usd',
    unit: 'usd',
    meaning: 'value of goods lost on the way in war, to nobody',
    read: ({ world }) => worthOf(world.spec.goods, world.trade.balance.lost),
  },
  {
    name: 'delivered_usd',
    unit: 'usd',
    meaning: 'value of goods that reach their buyers: imports less what is seized or lost',
    read: ({ world }) => worthOf(world.spec.goods, world.trade.balance.delivered),
  },
  {
    name: 'treasury_fines_usd',
    unit: 'usd',
    meaning: 'fines, duty paid after being caught, and the sale of forfeited goods',
    read: (r) => r.penalties / 100,
  },
  {
    name: 'unofficial_usd',
    unit: 'usd',
    meaning: 'value of goods brought in through unofficial crossings',
    read: unofficialTraffic,
  },
  {
    name: 'will_idx',
    unit: 'index',
    meaning: "the government's will to enforce; 0 where enforcement is off",
    read: ({ world, month }) => (isEnforced(world.parameters, month) ? willAt(world, month) : 0),
  },
];

/** What enforcement leaves at a crossing; 0 at an inland post, and everywhere when it is off. */
export function enforcementAtPost(crossings: number): readonly Observable[] {
  const atGate = (read: (reading: Reading, c: number) => number) => (reading: Reading, n: number) =>
    n < crossings ? read(reading, n) : 0;
  return [
    {
      name: 'patrol_idx',
      unit: 'index',
      meaning: 'patrols at the crossing, 1 for the mean at will 1 in the shipped worlds; 0 at an inland post',
      read: atGate((r, c) => r.world.state.enforcement.patrol[c]),
    },
    {
      name: 'captured_share',
      unit: 'share',
      meaning: 'how captured officials are; 0 at an inland post',
      read: atGate((r, c) => r.world.state.enforcement.captured[c]),
    },
    {
      name: 'detected_n',
      unit: 'count',
      meaning: 'evading consignments detected; 0 at an inland post',
      read: atGate((r, c) => sumOverGoods(r, r.world.trade.detected, c, [fixerChannel, smuggleChannel])),
    },
    {
      name: 'seized_usd',
      unit: 'usd',
      meaning: 'value of smuggled goods forfeited; 0 at an inland post',
      read: atGate(seizedAt),
    },
  ];
}

function impunity({ world }: Reading): number {
  const { detected, punished } = world.trade;
  const found = sum(detected);
  return found > 0 ? 1 - sum(punished) / found : 0;
}

function worthOf(goods: Reading['world']['spec']['goods'], consignments: Float64Array): number {
  return goods.reduce((sum, { consignmentUsd }, g) => sum + consignmentUsd * consignments[g], 0);
}

function unofficialTraffic({ world }: Reading): number {
  const { network, trade } = world;
  let sum = 0;
  for (let c = 0; c < network.crossings; c++) sum += network.unofficial[c] * trade.trafficUsd[c];
  return sum;
}

function sumOverGoods({ world }: Reading, counts: Float64Array, c: number, which: readonly number[]): number {
  const { goods, crossings } = world.network;
  let sum = 0;
  for (let g = 0; g < goods; g++)
    for (const ch of which) sum += counts[(g * crossings + c) * channels.length + ch];
  return sum;
}

function seizedAt({ world }: Reading, c: number): number {
  const { goods, crossings } = world.network;
  let sum = 0;
  for (let g = 0; g < goods; g++)
    sum +=
      world.trade.punished[(g * crossings + c) * channels.length + smuggleChannel] *
      world.spec.goods[g].consignmentUsd;
  return sum;
}
