import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Problem } from '../engine/problem.ts';
import { isFinished } from '../export/manifest.ts';
import { type Choice, type FolderChoice, scenarioChoice } from '../figures/choices.ts';
import { readStudy } from '../scenario/read-study.ts';
import { scenariosIn } from '../scenario/scenarios-in.ts';
import type { Plan } from '../study/plan.ts';
import { readPlan } from '../study/read-plan.ts';
import { countRuns } from '../study/run-order.ts';
import { isStudyFolder } from './find-run.ts';
import { packageRoot } from './package-root.ts';

/** All that can be watched from the current folder: scenarios here, in `./scenarios` and shipped, and folders of studies here and in `./output`. */
export function findChoices(): readonly Choice[] {
  const shipped = join(packageRoot, 'scenarios');
  const own = ['.', 'scenarios'].filter((folder) => resolve(folder) !== shipped).flatMap(scenariosIn);
  return [
    ...own.map((scenario) => scenarioChoice(scenario, false)),
    ...scenariosIn(shipped).map((scenario) => scenarioChoice(scenario, true)),
    ...['.', 'output'].flatMap(foldersIn).filter(isStudyFolder).map(folderChoice),
  ];
}

/** The folders in a folder; none where it cannot be read. */
function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(folder, name))
      .sort();
  } catch {
    return [];
  }
}

/** The row of a study's folder; one whose plan cannot be read says why. */
export function folderChoice(path: string): FolderChoice {
  const { written } = readStudy({ file: join(path, 'study.yaml') }, {});
  const named = {
    kind: 'folder',
    path,
    name: basename(resolve(path)),
    title: written.title ?? basename(resolve(path)),
    question: written.question ?? '',
  } as const;
  const plan = planOrProblem(path);
  if ('message' in plan) return { ...named, scenarios: [], runs: 0, isFinished: false, problems: [plan] };
  const scenarios = plan.scenarios.map(({ scenarioId }) => scenarioId);
  return { ...named, scenarios, runs: countRuns(plan), isFinished: isFinished(path), problems: [] };
}

function planOrProblem(path: string): Plan | Problem {
  try {
    return readPlan(path);
  } catch (error) {
    return { message: (error as Error).message };
  }
}
