import { cursorOf } from '../list-state.ts';
import { fitLines, type Size, span } from '../paint/line.ts';
import { wrapText } from '../paint/prose.ts';
import { focusedPanel, type View } from '../panel.ts';
import type { Snapshot } from '../snapshot.ts';
import type { ShownStudy } from './snapshot.ts';
import { type LookedAt, studyView } from './study-view.ts';

/** The study behind a run, with the panels that `batch` shows; without one, what would fill the view. */
export function runBatchView(snapshot: Snapshot): View {
  return snapshot.study === undefined
    ? noStudy(snapshot)
    : studyView(snapshot.study, lookedAt(snapshot.study, snapshot.state));
}

/** The scenario under the cursor; the outcome goes round with `m`. */
function lookedAt({ about, progress }: ShownStudy, state: Snapshot['state']): LookedAt {
  const count = about.outcomes.length;
  return {
    selected: cursorOf(state, 'scenarios', progress.scenarios.length),
    outcome: focusedPanel(state.orders.scenarios ?? 0, count),
    panel: state.panel,
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
