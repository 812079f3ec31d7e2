import { disclaimer } from '../heading.ts';
import { focusedPanel } from '../panel.ts';
import type { Shown } from '../shown.ts';
import { batchScreen } from './screen.ts';
import type { BatchSnapshot, ShownStudy } from './snapshot.ts';
import { studyView } from './study-view.ts';

/** What can be taken off the screen of a study, as far as it is. */
export function shownBatch(snapshot: BatchSnapshot): Shown {
  const { about, state } = snapshot;
  const { name, folder, seed, modelVersion } = about;
  const { panels } = studyView(snapshot, state);
  const progress = progressWords(snapshot);
  const whole = { ...snapshot, notice: '' };
  return {
    name: `maabar-${name}-batch`,
    screen: (size, theme) => batchScreen(whole, size, theme),
    panel: panels[focusedPanel(state.panel, panels.length)],
    about: {
      note: disclaimer,
      ...{ study: name, folder, seed, view: 'batch', progress, model_version: modelVersion },
    },
    title: `${name}: ${progress}`,
    description: `Study ${name}, ${progress}, seed ${seed}, model version ${modelVersion}: ${disclaimer}.`,
    source: `${name}, ${progress}, seed ${seed}: ${disclaimer}`,
  };
}

function progressWords({ progress: { done, total } }: ShownStudy): string {
  return `${done.toLocaleString('en')} of ${total.toLocaleString('en')} runs`;
}
