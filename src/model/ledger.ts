/**
 * Double entry in whole cents (stock-flow consistent; Caiani et al. 2016). A payment is one debit and one credit of the same
 * integer; balances change in no other way.
 */
export interface Ledger {
  /** Balance of each account, cents. Sectors other than factions start at 0, so theirs is a net position. */
  readonly balances: Float64Array;
  /** Payments of the month in hand, in the order they were made; columns of one table. */
  readonly month: Postings;
}

/** Payments as columns; rows beyond `length` are spare room. */
export interface Postings {
  length: number;
  from: Uint16Array;
  to: Uint16Array;
  line: Uint16Array;
  place: Uint16Array;
  goods: Uint16Array;
  cents: Float64Array;
}

/** A ledger with all balances 0 and no payments. */
export function createLedger(accounts: number): Ledger {
  return { balances: new Float64Array(accounts), month: createPostings(1024) };
}

/** Room for so many payments. */
export function createPostings(room: number): Postings {
  return {
    length: 0,
    from: new Uint16Array(room),
    to: new Uint16Array(room),
    line: new Uint16Array(room),
    place: new Uint16Array(room),
    goods: new Uint16Array(room),
    cents: new Float64Array(room),
  };
}

/** Notes a payment of whole cents, at least 0; nothing is noted for 0. Throws on an amount that is no whole number of cents. */
export function pay(
  ledger: Ledger,
  from: number,
  to: number,
  line: number,
  place: number,
  goods: number,
  cents: number,
): void {
  if (!Number.isSafeInteger(cents) || cents < 0) {
    throw new Error(
      `a payment from account ${from} to ${to} on line ${line} is ${cents} cents, which no purse holds`,
    );
  }
  if (cents === 0) return;
  const { month } = ledger;
  if (month.length === month.cents.length) growPostings(month);
  const row = month.length++;
  month.from[row] = from;
  month.to[row] = to;
  month.line[row] = line;
  month.place[row] = place;
  month.goods[row] = goods;
  month.cents[row] = cents;
}

/** Twice the room, what was noted kept. */
export function growPostings(postings: Postings): void {
  const wider = createPostings(postings.cents.length * 2);
  for (const column of ['from', 'to', 'line', 'place', 'goods', 'cents'] as const)
    wider[column].set(postings[column]);
  Object.assign(postings, { ...wider, length: postings.length });
}

/** Books the month's payments to the balances. */
export function settle(ledger: Ledger): void {
  const { month, balances } = ledger;
  for (let row = 0; row < month.length; row++) {
    balances[month.from[row]] -= month.cents[row];
    balances[month.to[row]] += month.cents[row];
  }
}

/**
 * Throws unless the month's books hold: each account's change equals its column, the columns sum to exactly zero, and every
 * balance is a whole number of cents. `opening` is the balances before the month. Runs every month of every run.
 */
export function assertBalanced(
  ledger: Ledger,
  opening: Float64Array,
  names: readonly string[],
  month: number,
): void {
  const column = new Float64Array(opening.length);
  for (let row = 0; row < ledger.month.length; row++) {
    column[ledger.month.to[row]] += ledger.month.cents[row];
    column[ledger.month.from[row]] -= ledger.month.cents[row];
  }
  let total = 0;
  for (let account = 0; account < opening.length; account++) {
    const change = ledger.balances[account] - opening[account];
    if (change !== column[account] || !Number.isSafeInteger(ledger.balances[account])) {
      throw new Error(
        `month ${month}: ${names[account]} changed by ${change} cents, its payments say ${column[account]}`,
      );
    }
    total += change;
  }
  if (total !== 0) throw new Error(`month ${month}: the sectors' changes sum to ${total} cents, not 0`);
}

/** Sum of what `account` received on `line` this month, cents. */
export function received(ledger: Ledger, account: number, line: number): number {
  let sum = 0;
  for (let row = 0; row < ledger.month.length; row++) {
    if (ledger.month.to[row] === account && ledger.month.line[row] === line) sum += ledger.month.cents[row];
  }
  return sum;
}
