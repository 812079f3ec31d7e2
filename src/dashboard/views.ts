import type { RunRecord } from '../model/run-record.ts';
import { batchView } from './batch/run-batch-view.ts';
import { compareView } from './compare/compare-view.ts';
import { crossingsView } from './crossings-view.ts';
import { eventsPanel } from './events-panel.ts';
import { focusedPanel, type View } from './panel.ts';
import { paramsView } from './params-view.ts';
import { postView } from './post-view.ts';
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
      return compareView(snapshot);
    case 'batch':
      return batchView(snapshot);
    case 'crossings':
      return post === undefined ? crossingsView(snapshot, record) : postView(snapshot, record, post);
    case 'why':
      return whyView(snapshot, record);
    case 'params':
      return paramsView(snapshot);
  }
}

/** The list in focus; one without rows where nothing is shown yet. */
export function focusOf(snapshot: Snapshot): Focus {
  const { record, state } = snapshot;
  if (record === undefined) return { list: 'factions', targets: [] };
  const { panels } = viewOf(snapshot, record);
  const panel =
    state.overlay === 'log'
      ? eventsPanel(snapshot, record, true)
      : panels[focusedPanel(state.panel, panels.length)];
  const { name: list = 'factions', targets, edit } = panel.list ?? {};
  return { list, targets: targets?.() ?? [], ...(edit && { edit }) };
}
