import type { World } from '../../model/world.ts';

/** One number, or array of numbers, of a world's state: what it is, and what its places stand for. */
export interface StateField {
  /** Where it stands in `World.state`, `holdings.share`. */
  readonly path: string;
  /** What it is, in words, its unit in brackets where it has one. */
  readonly words: string;
  /** What an index counts, the slowest first; empty for a number that is the whole world's. */
  readonly over: readonly Dimension[];
  /** Whether somebody decides it: a faction, a holder, a trader. */
  readonly isDecided?: true;
}

/** Something that state is counted over; `past` are months of memory. */
export type Dimension =
  | 'faction'
  | 'line'
  | 'post'
  | 'crossing'
  | 'account'
  | 'goods'
  | 'destination'
  | 'channel'
  | 'origin'
  | 'past';

function field(path: string, words: string, ...over: readonly Dimension[]): StateField {
  return { path, words, over };
}

function decided(path: string, words: string, ...over: readonly Dimension[]): StateField {
  return { path, words, over, isDecided: true };
}

/** All state that two worlds may differ in, decisions first, then in the order in which it would be told. */
export const stateFields: readonly StateField[] = [
  decided('holdings.share', 'share held', 'post', 'faction'),
  decided('sidePayments', 'side payment (cents)', 'faction'),
  decided('poaching', 'poaching', 'faction'),
  decided('prices', 'price asked', 'post'),
  decided('effort', 'effort', 'faction', 'line'),
  decided('habit', "traders' choice", 'goods', 'destination', 'crossing', 'channel'),
  field('holdings.held', 'share held by factions', 'post'),
  field('cohesion', 'cohesion of the pact'),
  field('need', 'need', 'faction'),
  field('patronPast', 'patron income (USD)', 'faction', 'past'),
  field('patronIncomePast', "the patron's own income", 'past'),
  field('localPast', 'local income (USD)', 'faction', 'past'),
  field('balances', 'balance (cents)', 'account'),
  field('experience', 'experience', 'faction', 'line'),
  field('ownFighters', 'own fighters', 'faction'),
  field('unpaid', 'share of men unpaid', 'faction'),
  field('pool', 'last take in all hands (USD)', 'post'),
  field('postTake', "factions' mean take, USD,", 'post'),
  field('trafficBefore', 'last traffic (USD)', 'post'),
  field('openBefore', 'openness', 'post'),
  field('smugglePool', 'last fees for smuggling (USD)'),
  field('effortCost', 'cost of effort (USD)', 'faction', 'line'),
  field('misfit', 'misfit of shares and power'),
  field('misfitLeft', 'misfit left by the last talks'),
  field('breachSeq', 'breach under way', 'faction'),
  field('lost', 'take lost to poachers (USD)', 'faction'),
  field('expected', 'take expected (USD)', 'faction'),
  field('warLeft', 'months of war left', 'faction'),
  field('warFoe', 'foe', 'faction'),
  field('warSeq', 'beginning of the war', 'faction'),
  field('takeLost', 'take lost to a clash', 'post'),
  field('owed', 'compensation owed (cents)', 'faction', 'faction'),
  field('clashes', 'clashes'),
  field('dollars.premium', 'street premium on the dollar'),
  field('dollars.premiumPast', 'street premium on the dollar', 'past'),
  field('dollars.fraud', 'dollars bought on false papers (USD)'),
  field('dollars.cards', 'dollars brought by cards (USD)'),
  field('dollars.refused', 'transfers refused (USD)'),
  field('dollars.pool', 'rent of the dollar window (USD)'),
  field('fronts.customers', 'customers of a front', 'past'),
  field('fronts.returnsIn', 'months until a front is back', 'past'),
  field('fronts.keeps', 'customers a front keeps', 'past'),
  field('fronts.stock', 'stock of a front (cents)', 'past'),
  field('fronts.press', 'press on fronts'),
  field('fronts.baseFuel', 'fuel sold to bases (USD)'),
  field('fronts.designated', 'fronts designated'),
  field('fronts.frozen', 'stock frozen (USD)'),
  field('flowsBack', 'what the patron earned in the country (USD)'),
  field('embezzled', 'state spending embezzled (USD)'),
  field('madeOf', 'what money is made of', 'account', 'origin'),
  field('leadingLine', 'line that leads'),
  field('smallGroups.groups', 'small groups', 'faction'),
  field('smallGroups.unsettled', 'small groups without turf', 'faction'),
  field('smallGroups.names', 'front names', 'faction'),
  field('smallGroups.men', 'men of small groups', 'faction'),
  field('smallGroups.turf', 'turf of small groups', 'post', 'faction'),
  field('attacks', 'attacks', 'faction'),
  field('parades', 'parades', 'faction'),
  field('paradesPast', 'parades', 'past'),
  field('threat', 'threat that officials feel'),
  field('foreignPressure', 'pressure of the foreign power'),
  field('seats', 'share of seats', 'faction'),
  field('legitimacy', 'legitimacy'),
  field('votedLegitimacy', 'legitimacy at the last election'),
  field('votedIncome', 'income at the last election (USD)', 'faction'),
  field('burdenAtStart', 'burden at the start'),
  field('protest', 'share of people who protest'),
  field('closedMonths', 'months of blockade left', 'crossing'),
  field('enforcement.attention', 'attention of patrols', 'crossing'),
  field('enforcement.caught', 'consignments caught', 'crossing'),
  field('enforcement.tried', 'consignments that evaded', 'crossing'),
  field('enforcement.patrol', 'patrols', 'crossing'),
  field('enforcement.captured', 'capture of officials', 'crossing'),
];

/** The numbers of a field in a state; one number is an array of one. Undefined where this model has no such field. */
export function numbersAt(state: World['state'], path: string): ArrayLike<number> | undefined {
  let value: unknown = state;
  for (const part of path.split('.'))
    value = (value as Readonly<Record<string, unknown>> | undefined)?.[part];
  return typeof value === 'number' ? [value] : (value as Float64Array | undefined);
}
