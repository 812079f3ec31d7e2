import { eventsPanel } from './events-panel.ts';
import { headRows, tabRoom } from './heading.ts';
import { type Form, formOf } from './layout.ts';
import type { MouseReport } from './mouse-report.ts';
import type { Size } from './paint/line.ts';
import type { Cell, Panel } from './panel.ts';
import { type PanelSpot, panelAt, rowUnder } from './panel-spots.ts';
import { phaseOf } from './predict/prediction.ts';
import { middleOf } from './screen.ts';
import { press, type ScreenState } from './screen-state.ts';
import type { Snapshot } from './snapshot.ts';
import { tabAt } from './tabs.ts';
import type { Theme } from './theme.ts';
import { focusOf, viewOf } from './views.ts';

/**
 * The state after the mouse: the wheel moves the cursor of the list in focus, a click on a tab opens its view, a click on a panel puts it in
 * focus and on a row of its list chooses the row. While something is typed or chosen, or the screen is too small to draw, nothing happens.
 */
export function point(snapshot: Snapshot, mouse: MouseReport, size: Size, theme: Theme): ScreenState {
  const { state } = snapshot;
  const form = formOf(size);
  if (form === 'tiny' || isElsewhere(state)) return state;
  const look = (now: ScreenState) => focusOf({ ...snapshot, state: now });
  if (mouse.what !== 'click') return press(state, mouse.what === 'wheel-up' ? 'up' : 'down', look);
  if (mouse.row === 1) {
    const tab = tabAt(state.view, tabRoom(size.columns), mouse.column);
    return tab === undefined ? state : press(state, `view-${tab}`, look);
  }
  return clickInside(snapshot, mouse, form, size, theme);
}

/** Whether keys go to something else than the view: what is typed, chosen, armed, or shown to a class. */
function isElsewhere(state: ScreenState): boolean {
  const { typing, isExporting, arming, isPresenting } = state;
  if (typing !== undefined || isExporting || arming !== undefined) return true;
  return isPresenting || phaseOf(state) !== 'none';
}

function clickInside(
  snapshot: Snapshot,
  mouse: MouseReport,
  form: Exclude<Form, 'tiny'>,
  size: Size,
  theme: Theme,
): ScreenState {
  const { state, record } = snapshot;
  const at = { column: mouse.column, row: mouse.row - headRows };
  if (record === undefined || state.overlay === 'help') return state;
  const outer = middleOf(size);
  if (state.overlay === 'log') {
    const spot = { panel: state.panel, column: 0, row: 0, outer };
    return choose(state, eventsPanel(snapshot, record, true), spot, form, at, theme);
  }
  const view = viewOf(snapshot, record);
  const spot = panelAt(view, state, form, outer, theme, at);
  return spot === undefined ? state : choose(state, view.panels[spot.panel], spot, form, at, theme);
}

function choose(
  state: ScreenState,
  panel: Panel,
  spot: PanelSpot,
  form: Exclude<Form, 'tiny'>,
  at: Cell,
  theme: Theme,
): ScreenState {
  const { list } = panel;
  const focused = { ...state, panel: spot.panel, notice: '' };
  const row = rowUnder(panel, spot, form, at, theme);
  if (list === undefined || row === undefined) return focused;
  const cursor = list.name === 'events' ? list.targets().length - 1 - row : row;
  return { ...focused, cursors: { ...state.cursors, [list.name]: cursor } };
}
