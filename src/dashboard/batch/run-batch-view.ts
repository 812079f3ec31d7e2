import { cursorOf, tableRows } from '../list-state.ts';
import { fitLines, type Size, span } from '../paint/line.ts';
import { wrapText } from '../paint/prose.ts';
import { focusedPanel, type View } from '../panel.ts';
import type { Snapshot } from '../snapshot.ts';
import { boxedBatch, type DrawPanel, ruledBatch } from './arrange.ts';
import { panelOrder } from './run-batch-keys.ts';
import type { ShownStudy } from './snapshot.ts';
import { batchView, type Chosen } from './view.ts';

/** The study behind a run, with the panels that `batch` shows; without one, what would fill the view. */
export function runBatchView(snapshot: Snapshot): View {
  return snapshot.study === undefined ? noStudy(snapshot) : studyView(snapshot.study, snapshot);
}

function studyView(study: ShownStudy, { state }: Snapshot): View {
  const scenarios = study.progress.scenarios.length;
  const view = batchView(study, chosenIn(study, state));
  const list = { name: 'scenarios', targets: () => study.progress.scenarios.map(() => undefined) } as const;
  return {
    panels: panelOrder.map((name) => ({
      ...view[name],
      list: name === 'scenarios' ? { ...list, rowAt: tableRows(state, 'scenarios', () => scenarios) } : list,
    })),
    arrange: (size, form, drawAt, theme) => {
      const draw: DrawPanel = (name, columns, rows) => drawAt(panelOrder.indexOf(name), { columns, rows });
      if (form === 'boxed') return boxedBatch(scenarios, size, draw);
      const focus = panelOrder[focusedPanel(state.panel, panelOrder.length)];
      return ruledBatch(view, scenarios, size, theme, draw, focus === 'failures' ? focus : 'spread');
    },
  };
}

/** The scenario under the cursor; the outcome goes round with `m`. */
function chosenIn({ about, progress }: ShownStudy, state: Snapshot['state']): Chosen {
  const count = about.outcomes.length;
  return {
    selected: cursorOf(state, 'scenarios', progress.scenarios.length),
    outcome: focusedPanel(state.orders.scenarios ?? 0, count),
  };
}

function noStudy({ scenarioId }: Snapshot): View {
  const words = [
    'No study stands behind this run: it is one play of chance among many, and says nothing of how far others part from it.',
    'A study of a hundred such runs fills this view with their mean, its 95% interval and their spread:',
  ].join(' ');
  const command = `maabar batch ${scenarioId} --replicates 100`;
  const paint = (size: Size) => {
    const prose = wrapText(words, Math.max(20, size.columns - 2)).map((text) => [span(` ${text}`)]);
    return fitLines([...prose, [], [span(`   ${command}`, 'strong')]], size);
  };
  return {
    panels: [{ titleFor: () => 'Runs behind this picture', paint }],
    arrange: (size, _form, draw) => draw(0, size),
  };
}
