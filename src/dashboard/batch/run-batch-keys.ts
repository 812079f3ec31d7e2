import type { KeyAction } from '../keys.ts';
import type { Look, ScreenState } from '../screen-state.ts';
import type { BatchView } from './view.ts';

/** The panels of a run's Batch view in the order of Tab. */
export const panelOrder: readonly (keyof BatchView)[] = [
  'scenarios',
  'mean',
  'spread',
  'failures',
  'progress',
];

/** The state after a key that means something in a run's Batch view alone: the next outcome, the one before, the failures by themselves and back. A run without a study lists no scenarios there, and nothing happens. */
export function pressInBatch(state: ScreenState, key: KeyAction, look: Look): ScreenState {
  if (state.view !== 'batch' || look(state).list !== 'scenarios') return state;
  if (key === 'failures')
    return { ...state, panel: panelOrder.indexOf('failures'), isZoomed: !state.isZoomed };
  const outcome = (state.orders.scenarios ?? 0) + (key === 'outcome' ? 1 : -1);
  return { ...state, orders: { ...state.orders, scenarios: outcome } };
}
