import type { KeyAction } from '../keys.ts';
import type { Look, ScreenState } from '../screen-state.ts';
import { turnToFailures } from './panel-order.ts';

/** The state after a key that means something in a run's Batch view alone: the next outcome, the one before, the failures by themselves and back. A run without a study lists no scenarios there, and nothing happens. */
export function pressInBatch(state: ScreenState, key: KeyAction, look: Look): ScreenState {
  if (state.view !== 'batch' || look(state).list !== 'scenarios') return state;
  if (key === 'failures') return turnToFailures(state);
  const outcome = (state.orders.scenarios ?? 0) + (key === 'outcome' ? 1 : -1);
  return { ...state, orders: { ...state.orders, scenarios: outcome } };
}
