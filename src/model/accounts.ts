import { revenueLines } from './lines.ts';
import type { FlowNames } from './run-record.ts';
import type { WorldSpec } from './world-spec.ts';

/** Sectors beside the factions, in the order of their accounts. Factions follow. */
const sectors = ['households', 'trading-houses', 'officials', 'treasury', 'patron', 'rest-of-world'] as const;

export const households = 0;
export const tradingHouses = 1;
/** Officials, brokers and armed men outside the factions of the world. */
export const officials = 2;
export const treasury = 3;
export const patron = 4;
export const restOfWorld = 5;
export const firstFaction = sectors.length;

/** Tags of what a payment is for: the revenue lines, then everything that is no line of a faction. */
const purposes = [
  ...revenueLines.map((line) => line.id),
  'duty',
  'cargo',
  'sales',
  'haulage',
  'wages',
  'state-wages',
  'state-spending',
  'spending',
  'oil',
] as const;

export type Purpose = (typeof purposes)[number];

/** Index of a purpose in the `line` column of flows. */
export const purposeIndex = Object.fromEntries(
  purposes.map((purpose, index) => [purpose, index]),
) as Readonly<Record<Purpose, number>>;

/** What the numbers in flow rows stand for; the last place and the last goods are none. */
export function flowNames(spec: WorldSpec): FlowNames {
  return {
    accounts: [...sectors, ...spec.factions.map((faction) => faction.id)],
    lines: purposes,
    places: [...spec.crossings.map((crossing) => crossing.id), ...spec.posts.map((post) => post.id), ''],
    goods: [...spec.goods.map((goods) => goods.id), ''],
  };
}
