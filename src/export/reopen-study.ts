import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadStudy } from '../scenario/load-study.ts';
import { foreignPlan } from '../study/foreign-plan.ts';
import { planText } from '../study/plan.ts';
import { ForeignFolder, planPath } from '../study/session.ts';
import { type AssembledStudy, assembleStudy, type Tool } from './assemble-study.ts';

/**
 * A study from its folder alone: the frozen files are loaded again, and must make the very plan that stands there. Throws ForeignFolder where
 * they do not (edited, another version, another machine's arithmetic) and where the folder is none of a study; InvalidInput as `loadStudy`.
 */
export async function reopenStudy(folder: string, tool: Tool): Promise<AssembledStudy> {
  const study = await loadFrozen(folder, tool);
  const why = whyForeign(study);
  if (why === undefined) return study;
  throw new ForeignFolder(`${why} Its files no longer make its plan: take them from where they were made.`);
}

/** A study as its frozen files make it with this program, whether or not that is the plan which stands in the folder. Throws ForeignFolder where there are none. */
export async function loadFrozen(folder: string, tool: Tool): Promise<AssembledStudy> {
  const file = join(folder, 'study.yaml');
  if (!existsSync(planPath(folder)) || !existsSync(file))
    throw new ForeignFolder(
      `${folder} is no folder of a study: it has no ${existsSync(planPath(folder)) ? 'study.yaml' : 'plan.json'}. "maabar plan" makes one.`,
    );
  return assembleStudy(await loadStudy({ file }, tool), tool, folder);
}

/** Why the plan that stands in a study's folder is not the one that its frozen files make with this program; undefined where it is. */
export function whyForeign({ folder, plan }: AssembledStudy): string | undefined {
  const found = readFileSync(planPath(folder), 'utf8');
  return found === planText(plan) ? undefined : foreignPlan(folder, found, plan);
}
