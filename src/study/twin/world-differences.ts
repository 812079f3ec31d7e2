import { toUsd } from '../../engine/units.ts';
import type { World } from '../../model/world.ts';
import { accountName, placeNames } from './place-names.ts';
import { numbersAt, stateFields } from './state-fields.ts';

/** One thing in which two worlds differ. */
export interface WorldDifference {
  /** What it is, in words: `effort`. */
  readonly what: string;
  /** Of whom, on what: names of the world, the place that differs most; empty for what is the whole world's. */
  readonly of: readonly string[];
  /** In each world. */
  readonly values: readonly [first: number, second: number];
  /** Places of it that differ. */
  readonly places: number;
  /** Whether somebody decides it: a faction, a holder, a trader. */
  readonly isDecided: boolean;
}

/** What is compared of a world, as it was at one moment. */
export type Moment = Pick<World, 'state' | 'ledger'>;

/** All that differs between two worlds of one map, decisions first: payments of the month in hand, then state. */
export function worldDifferences(world: World, first: Moment, second: Moment): readonly WorldDifference[] {
  const fields = stateFields.flatMap((field): WorldDifference[] => {
    const [a, b] = [first, second].map(({ state }) => numbersAt(state, field.path) ?? []);
    const { places, at } = compareNumbers(a, b);
    if (places === 0) return [];
    const of = placeNames(world, field, at, a.length);
    return [{ what: field.words, of, values: [a[at], b[at]], places, isDecided: field.isDecided === true }];
  });
  return [
    ...fields.filter(({ isDecided }) => isDecided),
    ...paymentDifferences(world, first, second),
    ...fields.filter(({ isDecided }) => !isDecided),
  ];
}

/** How many places differ, and which differs most for its size. */
function compareNumbers(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
): { readonly places: number; readonly at: number } {
  let [places, at, most] = [0, 0, 0];
  for (let place = 0; place < a.length; place++) {
    if (Object.is(a[place], b[place])) continue;
    places++;
    const gap = Math.abs(a[place] - b[place]) / Math.max(Math.abs(a[place]), Math.abs(b[place]));
    if (gap > most) [at, most] = [place, gap];
  }
  return { places, at };
}

/** The payment from one account to another on one line that differs by the most dollars; none where all are alike. */
function paymentDifferences(world: World, first: Moment, second: Moment): readonly WorldDifference[] {
  const [a, b] = [first, second].map(({ ledger }) => sumPayments(ledger.month));
  const differing = [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key));
  if (differing.length === 0) return [];
  const cents = (sums: ReadonlyMap<string, number>, key: string): number => sums.get(key) ?? 0;
  const gap = (key: string): number => Math.abs(cents(a, key) - cents(b, key));
  const largest = differing.reduce((most, key) => (gap(key) > gap(most) ? key : most));
  const [from, to, line] = largest.split(' ').map(Number);
  const [payer, payee] = [from, to].map((account) => accountName(world.spec, world.names.accounts[account]));
  return [
    {
      what: `payment for ${world.names.lines[line]} (USD)`,
      of: [`${payer} to ${payee}`],
      values: [toUsd(cents(a, largest)), toUsd(cents(b, largest))],
      places: differing.length,
      isDecided: false,
    },
  ];
}

function sumPayments({
  length,
  from,
  to,
  line,
  cents,
}: World['ledger']['month']): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (let row = 0; row < length; row++) {
    const key = `${from[row]} ${to[row]} ${line[row]}`;
    sums.set(key, (sums.get(key) ?? 0) + cents[row]);
  }
  return sums;
}
