import { turnToFailures } from '../../src/dashboard/batch/panel-order.ts';
import { batchScreen } from '../../src/dashboard/batch/screen.ts';
import { shownStudy } from '../../src/dashboard/batch/shown-study.ts';
import type { BatchSnapshot } from '../../src/dashboard/batch/snapshot.ts';
import type { BatchState } from '../../src/dashboard/batch/state.ts';
import { choicesScreen } from '../../src/dashboard/choose/screen.ts';
import type { ChooseSnapshot } from '../../src/dashboard/choose/snapshot.ts';
import { takeChooseKey } from '../../src/dashboard/choose/state.ts';
import { readKeys } from '../../src/dashboard/keys.ts';
import type { Line, Size } from '../../src/dashboard/paint/line.ts';
import type { Theme } from '../../src/dashboard/theme.ts';
import type { StudyState } from '../../src/study/study-look.ts';
import { madeUpBatch, madeUpLook } from '../fixtures/batch-snapshot.ts';
import { madeUpList } from '../fixtures/choices.ts';

/** A screen that is not a run's: the study's, or the list. */
export type Drawn = (size: Size, theme: Theme) => readonly Line[];

const running = madeUpBatch(14);

function study(over: Partial<BatchSnapshot>, state: Partial<BatchState> = {}): Drawn {
  const snapshot = { ...running, ...over, state: { ...running.state, ...state } };
  return (size, theme) => batchScreen(snapshot, size, theme);
}

function folder(chunks: number, phase: StudyState): Drawn {
  const about = { ...running.about, workers: undefined, expectedBytes: undefined };
  return study(shownStudy(about, madeUpLook(chunks, phase)));
}

function list(keys: string, start: ChooseSnapshot = madeUpList()): Drawn {
  const strokes = readKeys(keys).keys;
  const state = strokes.reduce((now, key) => takeChooseKey(now, key, start.choices), start.state);
  return (size, theme) => choicesScreen({ ...start, state }, size, theme);
}

/** Every state of the screen of a study, by name. */
export const studyScreens: Readonly<Record<string, Drawn>> = {
  'a study that has just begun': study(madeUpBatch(0)),
  'a running study': study({}),
  'a study on hold': study({ phase: 'held' }),
  'a study that is being finished': study({ phase: 'finishing' }),
  'a study whose tables are written': study(madeUpBatch(25)),
  'a study worked elsewhere': folder(14, 'worked'),
  'a folder that is read': folder(3, 'reading'),
  'a stopped study': folder(14, 'stopped'),
  'a finished study': folder(25, 'finished'),
  'a study whose runs were removed': folder(0, 'archived'),
  'a study that asks': study({}, { isAsking: true }),
  'help of a study at work': study({}, { overlay: 'help' }),
  'help of a study that is watched': study({ phase: 'stopped' }, { overlay: 'help' }),
  'the failures of a study': study({}, turnToFailures(running.state)),
  'a study that is exported': study({}, { isExporting: true }),
  'a study with something to say': study({ notice: 'Written: a-file.csv' }),
  ...Object.fromEntries(
    [1, 2, 3, 4].map((panel) => [
      `panel ${panel + 1} of a study alone`,
      study({}, { panel, isZoomed: true }),
    ]),
  ),
};

/** Every state of the list, by name. */
export const listScreens: Readonly<Record<string, Drawn>> = {
  'the list': list(''),
  'the list with the hint for a first visit': list('', madeUpList(true)),
  'the list on a broken file': list('j'),
  'what is wrong with a file': list('j\r'),
  'the list while its filter is typed': list('/shipped'),
  'the list filtered': list('/sweep\r'),
  'the list filtered to nothing': list('/no such words\r'),
  'the list with two marked': list('cjjc'),
  'the list on a study': list('\u001b[F'),
  'the row’s own panel alone': list('\tz'),
  'the list that is exported': list('e'),
  'help of the list': list('?'),
  'the list while something is opened': list('', { ...madeUpList(), status: 'Opening calm' }),
};

/** All of both. */
export const otherScreens: Readonly<Record<string, Drawn>> = { ...studyScreens, ...listScreens };
