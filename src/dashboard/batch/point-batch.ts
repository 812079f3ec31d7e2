import { headRows, tabRoom } from '../heading.ts';
import type { KeyAction } from '../keys.ts';
import { formOf } from '../layout.ts';
import type { MouseReport } from '../mouse-report.ts';
import type { Size } from '../paint/line.ts';
import { panelAt, rowUnder } from '../panel-spots.ts';
import { tabAt } from '../tabs.ts';
import type { Theme } from '../theme.ts';
import { batchMiddle } from './screen.ts';
import type { BatchSnapshot } from './snapshot.ts';
import type { BatchState } from './state.ts';
import { studyView } from './study-view.ts';

/** The key that the mouse stands for: the wheel for up and down, a click on a tab for its number; undefined for any other click. */
export function keyOfMouse({ what, column, row }: MouseReport, { columns }: Size): KeyAction | undefined {
  if (what !== 'click') return what === 'wheel-up' ? 'up' : 'down';
  const tab = row === 1 ? tabAt('batch', tabRoom(columns), column) : undefined;
  return tab === undefined ? undefined : `view-${tab}`;
}

/** The state after a click: on a panel it puts that in focus, on a scenario it selects it. Behind help, and while something is asked, nothing happens. */
export function pointBatch(
  snapshot: BatchSnapshot,
  { column, row }: MouseReport,
  size: Size,
  theme: Theme,
): BatchState {
  const { state } = snapshot;
  const form = formOf(size);
  if (form === 'tiny' || isElsewhere(state)) return state;
  const view = studyView(snapshot, state);
  const at = { column, row: row - headRows };
  const spot = panelAt(view, state, form, batchMiddle(size), theme, at);
  if (spot === undefined) return state;
  const selected = rowUnder(view.panels[spot.panel], spot, form, at, theme) ?? state.selected;
  return { ...state, panel: spot.panel, selected };
}

/** Whether keys go to something else than the panels. */
export function isElsewhere({ overlay, isAsking, isExporting }: BatchState): boolean {
  return overlay !== 'none' || isAsking || isExporting;
}
