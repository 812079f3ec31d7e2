import type { KeyAction } from '../keys.ts';
import type { ScreenState } from '../screen-state.ts';
import { turnToFailures } from './panel-order.ts';

/** The state after a key that means something in a run's Batch view alone: the next outcome, the one before, the failures by themselves and back. */
export function pressInBatch(state: ScreenState, key: KeyAction): ScreenState {
  if (state.view !== 'batch') return state;
  if (key === 'failures') return turnToFailures(state);
  const outcome = (state.orders.scenarios ?? 0) + (key === 'outcome' ? 1 : -1);
  return { ...state, orders: { ...state.orders, scenarios: outcome } };
}
