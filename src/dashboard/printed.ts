import type { Choice } from '../figures/choices.ts';
import type { RunRecord } from '../model/run-record.ts';
import { shownBatch } from './batch/shown-batch.ts';
import type { ShownStudy } from './batch/snapshot.ts';
import { startBatchState } from './batch/state.ts';
import { studyView } from './batch/study-view.ts';
import { chooseView } from './choose/choose-view.ts';
import { shownList } from './choose/shown-list.ts';
import { startChoosing } from './choose/state.ts';
import type { View } from './panel.ts';
import type { Shown } from './shown.ts';
import { shownRun } from './shown-run.ts';
import type { Snapshot } from './snapshot.ts';
import { viewOf } from './views.ts';

/** A screen to print: its panels, and what is shown with one of them in focus, counted from 0. */
export interface Printed {
  readonly view: View;
  readonly at: (panel: number) => Shown;
}

/** The screen of a run that is played. */
export function printedRun(snapshot: Snapshot, record: RunRecord): Printed {
  const { state } = snapshot;
  return {
    view: viewOf(snapshot, record),
    at: (panel) => shownRun({ ...snapshot, record, state: { ...state, panel } })!,
  };
}

/** The screen of a study before any key. */
export function printedStudy(study: ShownStudy): Printed {
  const start = { ...study, notice: '', state: startBatchState };
  return {
    view: studyView(start, startBatchState),
    at: (panel) => shownBatch({ ...start, state: { ...startBatchState, panel } }),
  };
}

/** The list before any key, without the hint for a first visit. */
export function printedList(choices: readonly Choice[], seed: number): Printed {
  const start = { choices, seed, status: '', state: startChoosing(false) };
  return {
    view: chooseView(start),
    at: (panel) => shownList({ ...start, state: { ...start.state, panel } }),
  };
}
