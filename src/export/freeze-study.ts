import type { Shelves } from '../scenario/find-scenario.ts';
import { type FrozenFile, freezeScenarios } from '../scenario/freeze-scenarios.ts';
import type { LoadedStudy } from '../scenario/load-study.ts';
import { commonBaseline, frozenTable, studyText } from '../scenario/write-study.ts';
import { setName } from '../study/set-scenario.ts';

/**
 * The texts from which a study's folder alone repeats it: `study.yaml`, the table of points if there is one, scenarios and worlds.
 * `settings` are those of the command line, one for each scenario; by default the study's own for all.
 */
export function frozenFiles(
  study: LoadedStudy,
  shelves: Shelves,
  settings: readonly Readonly<Record<string, string>>[] = study.scenarios.map(() => study.set),
): readonly FrozenFile[] {
  const ids = study.scenarios.map(({ scenario }, at) => setName(scenario.id, settings[at]));
  const isCommon = commonBaseline(study) !== undefined;
  const scenarios = study.scenarios.map((loaded, at) => {
    const pair = study.comparisons.find(({ scenario }) => scenario === at);
    const compareWith = isCommon || pair === undefined ? undefined : ids[pair.baseline];
    return { loaded, id: ids[at], set: settings[at], compareWith };
  });
  const table = study.design?.table;
  return [
    { path: 'study.yaml', text: studyText(study, ids) },
    ...(table === undefined ? [] : [{ path: frozenTable, text: table.text }]),
    ...freezeScenarios(scenarios, shelves),
  ];
}
