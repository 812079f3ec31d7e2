import { modelVersion } from '../../model/version.ts';
import { disclaimer } from '../heading.ts';
import { focusedPanel } from '../panel.ts';
import type { Shown } from '../shown.ts';
import { chooseView } from './choose-view.ts';
import { refusalPanel } from './refusal-panel.ts';
import { choicesScreen } from './screen.ts';
import type { ChooseSnapshot } from './snapshot.ts';

/** What can be taken off the list: its rows as they are filtered and ordered. */
export function shownList(snapshot: ChooseSnapshot): Shown {
  const { state, seed } = snapshot;
  const { panels } = chooseView(snapshot);
  const filter = state.filters.choices ?? '';
  const whole = { ...snapshot, state: { ...state, notice: '' } };
  return {
    name: 'maabar-list',
    screen: (size, theme) => choicesScreen(whole, size, theme),
    panel:
      state.overlay === 'refusal' ? refusalPanel(state) : panels[focusedPanel(state.panel, panels.length)],
    about: { note: disclaimer, seed, view: 'choose', filter, model_version: modelVersion },
    title: 'Scenarios and studies to watch',
    description: `What can be watched, seed ${seed}, model version ${modelVersion}: ${disclaimer}.`,
    source: `scenarios and studies, seed ${seed}: ${disclaimer}`,
  };
}
