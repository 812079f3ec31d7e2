import { tableRows } from '../list-state.ts';
import { focusedPanel, type View } from '../panel.ts';
import { boxedBatch, type DrawPanel, ruledBatch } from './arrange.ts';
import { panelOrder } from './panel-order.ts';
import type { ShownStudy } from './snapshot.ts';
import { batchView, type Chosen } from './view.ts';

/** What is looked at of a study: outcome, scenario, and how often Tab was pressed. */
export interface LookedAt extends Chosen {
  readonly panel: number;
}

/** The panels of a study in the order of Tab, on its own screen and behind a run alike; the cursor moves among its scenarios, whichever is in focus. */
export function studyView(study: ShownStudy, looked: LookedAt): View {
  const { scenarios } = study.progress;
  const view = batchView(study, looked);
  const list = { name: 'scenarios', targets: () => scenarios.map(() => undefined) } as const;
  const rowAt = tableRows({ cursors: { scenarios: looked.selected } }, 'scenarios', () => scenarios.length);
  return {
    panels: panelOrder.map((name) => ({
      ...view[name],
      list: name === 'scenarios' ? { ...list, rowAt } : list,
    })),
    arrange: (size, form, drawAt, theme) => {
      const draw: DrawPanel = (name, columns, rows) => drawAt(panelOrder.indexOf(name), { columns, rows });
      if (form === 'boxed') return boxedBatch(scenarios.length, size, draw);
      const focus = panelOrder[focusedPanel(looked.panel, panelOrder.length)];
      const other = focus === 'failures' ? focus : 'spread';
      return ruledBatch(view, scenarios.length, size, theme, draw, other);
    },
  };
}
