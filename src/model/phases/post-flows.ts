import { tradingHouses } from '../accounts.ts';
import { assertGoodsBalance } from '../goods-balance.ts';
import { assertBalanced, settle } from '../ledger.ts';
import { traceOrigins } from '../origins.ts';
import { valueAt } from '../parameter-values.ts';
import type { World } from '../world.ts';

/** Phase 9: the month's payments are booked, and the books are checked to the cent; then money is traced to where it came from. */
export function postFlows(world: World, month: number): void {
  const { ledger, opening, names } = world;
  opening.set(ledger.balances);
  settle(ledger);
  assertBalanced(ledger, opening, names.accounts, month);
  assertGoodsBalance(world.trade.balance, names.goods, month);
  if (ledger.balances[tradingHouses] !== 0) {
    throw new Error(
      `month ${month}: trading houses keep ${ledger.balances[tradingHouses]} cents of what they pass on`,
    );
  }
  const broke = world.spec.factions.find(
    (_, i) => ledger.balances[ledger.balances.length - world.network.factions + i] < 0,
  );
  if (broke !== undefined) throw new Error(`month ${month}: ${broke.id} spent cash that it did not have`);
  if (valueAt(world.parameters, 'books.origins', month) > 0)
    traceOrigins(ledger, opening, world.state.madeOf, world.origins);
}
