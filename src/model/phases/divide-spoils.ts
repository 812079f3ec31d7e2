import { apportioned } from '../../engine/apportion.ts';
import { sum } from '../../engine/sum.ts';
import { toCents, toUsd } from '../../engine/units.ts';
import { firstFaction, purposeIndex } from '../accounts.ts';
import { marginalAtStakes } from '../effort-cost.ts';
import { noteEvent } from '../event.ts';
import { sumHeld } from '../holdings.ts';
import { pay } from '../ledger.ts';
import { valueAt } from '../parameter-values.ts';
import { type Move, reshare, takesOf } from '../reshare.ts';
import { agreedSharesOf, divisionOf } from '../understanding.ts';
import type { World } from '../world.ts';

/** A share that moves by less than this is not told. */
const worthTelling = 0.001;

/**
 * Phase 4: members compare what they have with what power would give them, and talk when misfit has grown past the threshold: whole stakes move, then
 * berths, then side payments; what is left is misfit. Then what is owed is paid. No talks in war.
 */
export function divideSpoils(world: World, month: number): void {
  const { state } = world;
  if (state.warLeft.every((left) => left === 0)) {
    talk(world, month);
    paySides(world);
  }
  payCompensation(world);
}

function talk(world: World, month: number): void {
  const { state } = world;
  const agreed = agreedSharesOf(world, divisionOf(world, month), month);
  const all = state.postTake.reduce((sum, usd) => sum + usd, 0);
  if (agreed === null || all <= 0) {
    state.misfit = 0;
    state.sidePayments.fill(0);
    return;
  }
  const target = agreed.map((share) => share * all);
  state.misfit = misfitOf(world, target, all);
  state.misfitLeft = Math.min(state.misfitLeft, state.misfit);
  const threshold = valueAt(world.parameters, 'pact.misfit_threshold', month);
  if (state.misfit > state.misfitLeft + threshold) holdTalks(world, month, target, all);
}

/** Half the sum of what members have too much or too little, side payments counted, as a share of all. */
function misfitOf({ state }: World, target: Float64Array, all: number): number {
  let off = 0;
  takesOf(state.holdings, state.postTake).forEach((usd, i) => {
    off += Math.abs(target[i] - usd - toUsd(state.sidePayments[i]));
  });
  return off / 2 / all;
}

function holdTalks(world: World, month: number, target: Float64Array, all: number): void {
  const { state, start, terms } = world;
  const cause = noteEvent(world, month, {
    type: 'talks-open',
    note: `talks on shares open, misfit ${Math.round(state.misfit * 100) / 100}`,
  });
  const movable = Uint8Array.from(terms.open, (open) => (open > 0 ? 1 : 0));
  const moves = reshare(state.holdings, { take: state.postTake, target, niches: start.niches, movable });
  sumHeld(state.holdings);
  if (moves.length > 0) state.effortCost.set(marginalAtStakes(world));
  for (const move of moves) noteMove(world, month, move, cause);
  agreeSides(world, month, target, all, cause);
  state.misfit = misfitOf(world, target, all);
  state.misfitLeft = state.misfit;
}

function noteMove(world: World, month: number, { place, from, to, share }: Move, causeSeq: number): void {
  if (share < worthTelling) return;
  const { factions } = world.spec;
  noteEvent(world, month, {
    type: 'share-moves',
    actorId: factions[from].id,
    targetId: factions[to].id,
    placeId: world.names.places[place],
    causeSeq,
    note: `${Math.round(share * 100) / 100} of it`,
  });
}

/** Those with too much pay those with too little, up to a share of all take, month by month until the next talks. */
function agreeSides(world: World, month: number, target: Float64Array, all: number, causeSeq: number): void {
  const { state, parameters, spec } = world;
  const short = takesOf(state.holdings, state.postTake).map((usd, i) => target[i] - usd);
  const [under, over] = [short.map((usd) => Math.max(0, usd)), short.map((usd) => Math.max(0, -usd))];
  const gap = Math.min(sum(under), sum(over));
  const total = toCents(Math.min(gap, valueAt(parameters, 'pact.side_payments', month) * all));
  state.sidePayments.fill(0);
  if (total <= 0) return;
  const [gets, gives] = [apportioned(total, under), apportioned(total, over)];
  for (let i = 0; i < gets.length; i++) {
    state.sidePayments[i] = gets[i] - gives[i];
    if (gives[i] > 0)
      noteEvent(world, month, {
        type: 'side-payment',
        actorId: spec.factions[i].id,
        amountUsd: Math.round(toUsd(gives[i])),
        causeSeq,
      });
  }
}

/** Payers pay receivers in order, to the cent, as far as the cash they opened the month with goes; the rest lapses. */
function paySides(world: World): void {
  const { state } = world;
  const due = state.sidePayments.map((cents) => Math.max(0, cents));
  for (let from = 0; from < due.length; from++) {
    let left = Math.min(Math.max(0, -state.sidePayments[from]), cashOf(world, from));
    for (let to = 0; to < due.length && left > 0; to++) {
      const cents = Math.min(left, due[to]);
      due[to] -= cents;
      left -= cents;
      give(world, from, to, 'side-payment', cents);
    }
  }
}

/** What settled cheaters owe is paid as far as cash goes; the rest stays owed. */
function payCompensation(world: World): void {
  const { state, network } = world;
  for (let at = 0; at < state.owed.length; at++) {
    if (state.owed[at] <= 0) continue;
    const from = Math.floor(at / network.factions);
    const cents = Math.min(state.owed[at], cashOf(world, from));
    state.owed[at] -= cents;
    give(world, from, at % network.factions, 'compensation', cents);
  }
}

function give(
  world: World,
  from: number,
  to: number,
  purpose: 'side-payment' | 'compensation',
  cents: number,
): void {
  const { ledger, names } = world;
  const [place, goods] = [names.places.length - 1, names.goods.length - 1];
  pay(ledger, firstFaction + from, firstFaction + to, purposeIndex[purpose], place, goods, cents);
}

/** Cash at the opening of the month less what has been given since, cents. */
function cashOf({ state, ledger }: World, i: number): number {
  let cents = state.balances[firstFaction + i];
  for (let row = 0; row < ledger.month.length; row++)
    if (ledger.month.from[row] === firstFaction + i) cents -= ledger.month.cents[row];
  return Math.max(0, cents);
}
