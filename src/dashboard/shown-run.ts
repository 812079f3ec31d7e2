import { formatMonth, isoDate } from '../engine/calendar.ts';
import type { AboutRun } from '../figures/about-shown.ts';
import type { RunRecord } from '../model/run-record.ts';
import { modelVersion } from '../model/version.ts';
import { disclaimer } from './heading.ts';
import { screen } from './screen.ts';
import type { Shown } from './shown.ts';
import type { Snapshot } from './snapshot.ts';
import { panelInFocus } from './views.ts';

/** What can be taken off the screen of a run at the month it shows; undefined while the run is still being played. */
export function shownRun(snapshot: Snapshot): Shown | undefined {
  const { record, state, scenarioId, title, seed } = snapshot;
  if (record === undefined) return undefined;
  const month = formatMonth(state.player.month);
  const whole = { ...snapshot, state: { ...state, notice: '' } };
  return {
    name: `maabar-${scenarioId}-${state.view}-${month}`,
    screen: (size, theme) => screen(whole, size, theme),
    panel: panelInFocus(snapshot, record),
    about: aboutRun(snapshot, record),
    title: `${title}: ${state.view}, ${month}`,
    description: `Scenario ${scenarioId}, ${month}, seed ${seed}, model version ${modelVersion}: ${disclaimer}.`,
    source: `${scenarioId}, ${month}, seed ${seed}: ${disclaimer}`,
  };
}

function aboutRun(snapshot: Snapshot, record: RunRecord): AboutRun {
  const { scenarioId, title, comparison, seed, state } = snapshot;
  return {
    note: disclaimer,
    scenario_id: scenarioId,
    title,
    compared_with: comparison?.scenarioId ?? '',
    seed,
    replicate: record.replicate,
    shown_date: isoDate(state.player.month),
    view: state.view,
    shocks: state.thrown.shocks.map(({ label, at }) => `${label}, ${formatMonth(at)}`),
    model_version: modelVersion,
  };
}
