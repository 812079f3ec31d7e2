import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../study/plan.ts';
import { readPlan } from '../study/read-plan.ts';
import { findRun, placeOfRun, type RunPlace } from '../study/run-order.ts';
import { planPath } from '../study/session.ts';
import { UsageError } from './usage-error.ts';

/** A run where it lies. */
export interface FoundRun {
  readonly folder: string;
  readonly plan: Plan;
  readonly place: RunPlace;
  /** Other folders that hold a run of the same name. */
  readonly alsoIn: readonly string[];
}

/** Whether a word is the name of a run. */
export function isRunId(word: string): boolean {
  return /^r-[0-9a-f]{12}$/.test(word);
}

/** Whether a word is the folder of a study. */
export function isStudyFolder(word: string): boolean {
  return existsSync(planPath(word));
}

/** The run of that name, in one folder or in those of `output/`, the newest first. Throws UsageError where it is in none. */
export function locateRun(id: string, folder: string | undefined): FoundRun {
  const folders = folder === undefined ? outputFolders() : [folder];
  const found = folders.flatMap((each): Omit<FoundRun, 'alsoIn'>[] => {
    const plan = folder === undefined ? readablePlan(each) : readPlan(each);
    const place = plan === undefined ? undefined : findRun(plan, id);
    return plan === undefined || place === undefined ? [] : [{ folder: each, plan, place }];
  });
  const [first, ...others] = found;
  if (first !== undefined) return { ...first, alsoIn: others.map((other) => other.folder) };
  throw new UsageError(
    folder === undefined
      ? `There is no run ${id} in the ${folders.length} studies of output/. Say where with --folder.`
      : `${folder} has no run ${id}; its runs.csv names those it has.`,
  );
}

/** The first run of a study's folder. */
export function firstRun(folder: string): FoundRun {
  const plan = readPlan(folder);
  return { folder, plan, place: placeOfRun(plan, 0), alsoIn: [] };
}

function outputFolders(): readonly string[] {
  if (!existsSync('output')) return [];
  const folders = readdirSync('output', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join('output', name))
    .filter(isStudyFolder);
  const age = (folder: string): number => statSync(planPath(folder)).mtimeMs;
  return folders.sort((a, b) => age(b) - age(a));
}

/** A folder of another version, or an edited one, is passed over: what is looked for may be in the next. */
function readablePlan(folder: string): Plan | undefined {
  try {
    return readPlan(folder);
  } catch {
    return undefined;
  }
}
