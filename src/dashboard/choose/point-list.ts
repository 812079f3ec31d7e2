import { headRows } from '../heading.ts';
import { formOf } from '../layout.ts';
import type { MouseReport } from '../mouse-report.ts';
import type { Size } from '../paint/line.ts';
import { panelAt, rowUnder } from '../panel-spots.ts';
import { middleOf } from '../screen.ts';
import type { Theme } from '../theme.ts';
import { chooseView, detailsAt } from './choose-view.ts';
import type { ChooseSnapshot } from './snapshot.ts';
import type { ChooseState } from './state.ts';

/**
 * The state after a click: on a row it chooses it, on a panel it puts that in focus; it ends the hint for a first visit as any key does. Behind what
 * lies over the list, and while something is typed or chosen, nothing happens.
 */
export function pointList(
  snapshot: ChooseSnapshot,
  { column, row }: MouseReport,
  size: Size,
  theme: Theme,
): ChooseState {
  const { state } = snapshot;
  const form = formOf(size);
  if (form === 'tiny' || state.overlay !== 'none' || state.isTyping || state.isExporting) return state;
  const view = chooseView(snapshot);
  const at = { column, row: row - headRows };
  const spot = panelAt(view, state, form, middleOf(size), theme, at);
  const calm = { ...state, notice: '', isHinting: false };
  if (spot === undefined) return calm;
  const { list } = view.panels[spot.panel];
  const chosen = rowUnder(view.panels[spot.panel], spot, form, at, theme);
  const cursors = list === undefined || chosen === undefined ? state.cursors : { [list.name]: chosen };
  // The hint is gone by then, so a click on it leads to the list.
  return { ...calm, panel: spot.panel === detailsAt ? detailsAt : 0, cursors };
}
