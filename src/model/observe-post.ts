import { toCents } from '../engine/units.ts';
import { declareChannel, fixerChannel, smuggleChannel } from './channels.ts';
import { largestHolder } from './holdings.ts';
import type { Observable } from './observables.ts';
import { shareOf } from './observe-month.ts';
import type { Reading } from './reading.ts';
import type { WorldSpec } from './world-spec.ts';

const kinds = ['sea', 'land', 'unofficial', 'inland'] as const;

/** What is recorded of each crossing and inland post; `entity` is its price index. */
export function postObservables(world: WorldSpec): readonly Observable[] {
  const gates = world.crossings.length;
  const atGate = (read: (reading: Reading, c: number) => number) => (reading: Reading, n: number) =>
    n < gates ? read(reading, n) : 0;
  return [
    {
      name: 'post_kind',
      unit: 'count',
      meaning: 'crossing by sea, by land, unofficial, or inland post',
      labels: kinds,
      read: (_, n) => kinds.indexOf(n < gates ? world.crossings[n].kind : 'inland'),
    },
    { name: 'open', unit: 'share', meaning: '0 closed, 1 open', read: (r, n) => r.world.terms.open[n] },
    {
      name: 'holder_id',
      unit: 'count',
      meaning: 'faction with the largest share; empty where officials hold all',
      labels: world.factions.map((faction) => faction.id),
      read: (r, n) => largestHolder(r.world.state.holdings, n),
    },
    {
      name: 'held_share',
      unit: 'share',
      meaning: 'share of the post held by factions',
      read: (r, n) => r.world.state.holdings.held[n],
    },
    {
      name: 'price_share',
      unit: 'share',
      meaning: 'what passing by the fixer, or the inland post, costs as a share of cargo value',
      read: priceShare,
    },
    {
      name: 'coverage_share',
      unit: 'share',
      meaning: "what the factions' men collect, of all that is taken at the post",
      read: (r, n) => shareOf(r.takeAt[n], toCents(r.world.state.pool[n])),
    },
    {
      name: 'take_usd',
      unit: 'usd',
      meaning: 'what factions take at the post',
      read: (r, n) => r.takeAt[n] / 100,
    },
    {
      name: 'traffic_usd',
      unit: 'usd',
      meaning: 'value of goods that pass',
      read: (r, n) => r.world.trade.trafficUsd[n],
    },
    {
      name: 'trucks_n',
      unit: 'count',
      meaning: 'consignments that pass',
      read: (r, n) => r.world.trade.trucks[n],
    },
    {
      name: 'declared_usd',
      unit: 'usd',
      meaning: 'value declared in full; 0 at an inland post',
      read: atGate((r, c) => r.passed[c * 3 + declareChannel]),
    },
    {
      name: 'fixer_usd',
      unit: 'usd',
      meaning: 'value passed by a fixer; 0 at an inland post',
      read: atGate((r, c) => r.passed[c * 3 + fixerChannel]),
    },
    {
      name: 'smuggled_usd',
      unit: 'usd',
      meaning: 'value smuggled around the gate; 0 at an inland post',
      read: atGate((r, c) => r.passed[c * 3 + smuggleChannel]),
    },
    {
      name: 'duty_owed_usd',
      unit: 'usd',
      meaning: 'duty owed by law; 0 at an inland post',
      read: atGate((r, c) => r.owedAt[c]),
    },
    {
      name: 'duty_paid_usd',
      unit: 'usd',
      meaning: 'duty that reaches the treasury; 0 at an inland post',
      read: atGate((r, c) => r.dutyAt[c] / 100),
    },
    {
      name: 'clearance_days',
      unit: 'days',
      meaning: 'days to clear a declared cargo; 0 at an inland post',
      read: atGate((r, c) => r.world.terms.legalDays[c]),
    },
  ];
}

/** The fixer's price over the value it passed; at an inland post the charge. Where nothing passes, the price times the mean saving. */
function priceShare(reading: Reading, n: number): number {
  const { network, state, market } = reading.world;
  if (n >= network.crossings) return state.prices[n];
  const fixed = reading.passed[n * 3 + fixerChannel];
  if (fixed > 0) return state.pool[n] / fixed;
  let saving = 0;
  for (let g = 0; g < network.goods; g++) saving += market.exposure.saving[g * network.crossings + n];
  return shareOf(state.prices[n] * saving, network.goods);
}
