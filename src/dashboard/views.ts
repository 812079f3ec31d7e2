import type { RunRecord } from '../model/run-record.ts';
import { runBatchView } from './batch/run-batch-view.ts';
import { compareView } from './compare/compare-view.ts';
import { crossingsView } from './crossings-view.ts';
import { eventsPanel } from './events-panel.ts';
import { focusedPanel, type Panel, type View } from './panel.ts';
import { paramsView } from './params-view.ts';
import { postView } from './post-view.ts';
import { predictionPanel } from './predict/prediction-panel.ts';
import { runView } from './run-view.ts';
import type { Focus } from './screen-state.ts';
import type { Snapshot } from './snapshot.ts';
import { whyView } from './why-view.ts';

/** The view that the state says. */
export function viewOf(snapshot: Snapshot, record: RunRecord): View {
  const { view, post } = snapshot.state;
  switch (view) {
    case 'run':
      return runView(snapshot, record);
    case 'compare':
      return compareView(snapshot, record);
    case 'batch':
      return runBatchView(snapshot);
    case 'crossings':
      return post === undefined ? crossingsView(snapshot, record) : postView(snapshot, record, post);
    case 'why':
      return whyView(snapshot, record);
    case 'params':
      return paramsView(snapshot);
  }
}

/** What lies over the view, or the view's panel in focus. */
export function panelInFocus(snapshot: Snapshot, record: RunRecord): Panel {
  const { state } = snapshot;
  if (state.overlay === 'log') return eventsPanel(snapshot, record, true);
  const asked = predictionPanel(snapshot, record);
  if (asked !== undefined) return asked;
  const { panels } = viewOf(snapshot, record);
  return panels[focusedPanel(state.panel, panels.length)];
}

const stillPlaying = 'The run is still being played: wait for the picture, then throw a shock in';

/** The list in focus; one without rows where nothing is shown yet. */
export function focusOf(snapshot: Snapshot): Focus {
  const { record, palette } = snapshot;
  if (record === undefined) return { list: 'factions', targets: [], palette: stillPlaying };
  const { name: list = 'factions', targets, edit, choices } = panelInFocus(snapshot, record).list ?? {};
  return {
    ...{ list, targets: targets?.() ?? [], palette },
    ...(edit && { edit }),
    ...(choices && { choices: choices() }),
  };
}
