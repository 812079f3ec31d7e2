import {
  banks,
  elite,
  firstFaction,
  patron,
  purposeIndex,
  restOfWorld,
  tradingHouses,
  unitedStates,
} from './accounts.ts';
import type { Ledger } from './ledger.ts';
import { origins } from './origin.ts';

const width = origins.length;
const [usDollars, oil, patronMoney, trade, other] = origins.map((_, at) => at);

/** Scratch and result of the month's tracing. */
export interface OriginTrace {
  /** Cents from account a to account b at `a * accounts + b`; what comes from abroad is in `minted` instead. */
  readonly flows: Float64Array;
  /** Cents that enter account a with an origin of their own, at `a * origins + origin`. */
  readonly minted: Float64Array;
  /** What each account has in the month, cents. */
  readonly has: Float64Array;
  /** What it was made of before the month. */
  readonly before: Float64Array;
  /** Cents of shipped dollars that reached, in this month: factions, elite, patron, importers. */
  readonly reached: { factions: number; elite: number; patron: number; importers: number; shipped: number };
}

/** An empty trace. */
export function createOriginTrace(accounts: number): OriginTrace {
  return {
    flows: new Float64Array(accounts * accounts),
    minted: new Float64Array(accounts * width),
    has: new Float64Array(accounts),
    before: new Float64Array(accounts * width),
    reached: { factions: 0, elite: 0, patron: 0, importers: 0, shipped: 0 },
  };
}

/** Made of: share of each origin in an account's money, at `a * origins + origin`; nobody knows where the first money came from. */
export function originsAtStart(accounts: number): Float64Array {
  return Float64Array.from({ length: accounts * width }, (_, at) => (at % width === other ? 1 : 0));
}

/** Origin of what `from` pays on a line where it is abroad, whatever it was paid before; undefined for an account at home. */
function originAbroad(from: number, line: number): number | undefined {
  if (from === unitedStates) return usDollars;
  if (from !== restOfWorld) return undefined;
  return line === purposeIndex.oil ? oil : trade;
}

/** Shares of the origins in a payment, into `out`: those of the payer's money in a month that was traced, `made` being what each account was made of. */
export function originsOfPayment(from: number, line: number, made: Float64Array, out: Float64Array): void {
  const abroad = originAbroad(from, line);
  for (let o = 0; o < width; o++) out[o] = abroad === undefined ? made[from * width + o] : 0;
  if (abroad !== undefined) out[abroad] = 1;
}

/** What an account that spends more than it has is taken to spend. */
function ownOrigin(account: number): number {
  return account === patron ? patronMoney : other;
}

/**
 * Moves what every account's money is made of by a month: money leaves an account in the proportions it is made of (the haircut
 * rule of tracing; Möser, Böhme and Breuker 2014), those being the proportions of its cash before the month and of all that came in. Abroad is a
 * border: what it pays is shipped dollars, oil money or trade, whatever it was paid. `opening` is the balances before the month, cents.
 */
export function traceOrigins(
  ledger: Ledger,
  opening: Float64Array,
  made: Float64Array,
  trace: OriginTrace,
): void {
  sumFlows(ledger, opening.length, trace);
  closeAccounts(opening, trace);
  trace.before.set(made);
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    if (mixOnce(opening, made, trace) < enough) break;
  }
  countReached(opening.length, made, trace);
}

const mostSweeps = 60;
const enough = 1e-9;

function sumFlows({ month }: Ledger, accounts: number, { flows, minted, reached }: OriginTrace): void {
  flows.fill(0);
  minted.fill(0);
  reached.shipped = 0;
  for (let row = 0; row < month.length; row++) {
    const [from, to, cents] = [month.from[row], month.to[row], month.cents[row]];
    const abroad = originAbroad(from, month.line[row]);
    if (abroad === undefined) flows[from * accounts + to] += cents;
    else minted[to * width + abroad] += cents;
    if (month.line[row] === purposeIndex.shipment) reached.shipped += cents;
  }
}

/** Adds what an account spends beyond its cash and its income, with an origin of its own, and sums what it has in the month. */
function closeAccounts(opening: Float64Array, { flows, minted, has }: OriginTrace): void {
  const accounts = opening.length;
  for (let a = 0; a < accounts; a++) {
    let sum = Math.max(0, opening[a]);
    let leaves = 0;
    for (let o = 0; o < width; o++) sum += minted[a * width + o];
    for (let b = 0; b < accounts; b++) {
      sum += flows[b * accounts + a];
      leaves += flows[a * accounts + b];
    }
    const lacking = Math.max(0, leaves - sum);
    minted[a * width + ownOrigin(a)] += lacking;
    has[a] = sum + lacking;
  }
}

const mix = new Float64Array(width);

/** One sweep over all accounts; returns how far the furthest share moved. */
function mixOnce(opening: Float64Array, made: Float64Array, trace: OriginTrace): number {
  const { flows, minted, has, before } = trace;
  const accounts = opening.length;
  let furthest = 0;
  for (let a = 0; a < accounts; a++) {
    if (has[a] === 0) continue;
    const held = Math.max(0, opening[a]);
    for (let o = 0; o < width; o++) mix[o] = held * before[a * width + o] + minted[a * width + o];
    for (let b = 0; b < accounts; b++) {
      const comes = flows[b * accounts + a];
      if (comes === 0) continue;
      for (let o = 0; o < width; o++) mix[o] += comes * made[b * width + o];
    }
    for (let o = 0; o < width; o++) {
      const share = mix[o] / has[a];
      furthest = Math.max(furthest, Math.abs(share - made[a * width + o]));
      made[a * width + o] = share;
    }
  }
  return furthest;
}

/** Cents of shipped dollars that arrive in the month; what factions pay one another arrives nowhere new. */
function countReached(accounts: number, made: Float64Array, { flows, minted, reached }: OriginTrace): void {
  const arrives = (to: number, counts: (from: number) => boolean) => {
    let cents = minted[to * width + usDollars];
    for (let from = 0; from < accounts; from++)
      if (counts(from)) cents += flows[from * accounts + to] * made[from * width + usDollars];
    return cents;
  };
  const everyone = () => true;
  reached.elite = arrives(elite, everyone);
  reached.patron = arrives(patron, everyone);
  reached.importers = arrives(tradingHouses, (from) => from === banks);
  reached.factions = 0;
  for (let to = firstFaction; to < accounts; to++)
    reached.factions += arrives(to, (from) => from < firstFaction);
}
