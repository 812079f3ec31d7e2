import { revenueLines } from './lines.ts';
import { origins } from './origin.ts';
import type { FlowNames } from './run-record.ts';
import type { WorldSpec } from './world-spec.ts';

/** Sectors beside the factions, in the order of their accounts. Factions follow. */
const sectors = [
  'households',
  'trading-houses',
  'officials',
  'treasury',
  'patron',
  'rest-of-world',
  'united-states',
  'central-bank',
  'banks',
  'fronts',
  'elite',
] as const;

/** Households and firms, who in the end pay for every gate. */
export const households = 0;
/** Trading houses, all together. */
export const tradingHouses = 1;
/** Officials, brokers and armed men outside the factions of the world. */
export const officials = 2;
/** The state's purse. */
export const treasury = 3;
/** The patron's purse for its factions. */
export const patron = 4;
/** Everyone abroad but the patron. */
export const restOfWorld = 5;
/** The power that sanctions the patron, ships cash and buys fuel for its bases. */
export const unitedStates = 6;
/** The bank that sells the state's dollars. */
export const centralBank = 7;
/** Banks at the dollar window. */
export const banks = 8;
/** Front companies, all together. */
export const fronts = 9;
/** The political elite. */
export const elite = 10;
/** Account of the first faction; the others follow in the order of the world. */
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
  'side-payment',
  'compensation',
  'fines',
  'forfeits',
  'fed-account',
  'shipment',
  'window',
  'dinars',
  'flight',
  'barred-trade',
  'base-fuel',
  'frozen',
  'embezzled',
  'posts-sold',
  'immunity',
] as const;

/** What a payment is for. */
export type Purpose = (typeof purposes)[number];

/** Index of a purpose in the `line` column of flows. */
export const purposeIndex = Object.fromEntries(
  purposes.map((purpose, index) => [purpose, index]),
) as Readonly<Record<Purpose, number>>;

/** What the numbers in flow rows stand for: places are crossings, inland posts, bases; the last place and the last goods are none. */
export function flowNames(spec: WorldSpec): FlowNames {
  return {
    accounts: [...sectors, ...spec.factions.map((faction) => faction.id)],
    lines: purposes,
    places: [...[...spec.crossings, ...spec.posts, ...spec.bases].map(({ id }) => id), ''],
    goods: [...spec.goods.map((goods) => goods.id), ''],
    origins,
  };
}
