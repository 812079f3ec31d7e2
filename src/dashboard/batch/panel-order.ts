import type { PanelFocus } from '../draw-view.ts';
import { focusedPanel } from '../panel.ts';
import type { BatchView } from './view.ts';

/** The panels of a study in the order of Tab. */
export const panelOrder: readonly (keyof BatchView)[] = [
  'scenarios',
  'mean',
  'spread',
  'failures',
  'progress',
];

/** The state with the failures alone; with all panels again where they were alone already. */
export function turnToFailures<State extends PanelFocus>(state: State): State {
  const failures = panelOrder.indexOf('failures');
  const areAlone = state.isZoomed && focusedPanel(state.panel, panelOrder.length) === failures;
  return { ...state, panel: areAlone ? 0 : failures, isZoomed: !areAlone };
}
