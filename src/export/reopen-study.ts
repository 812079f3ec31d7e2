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
  const file = join(folder, 'study.yaml');
  if (!existsSync(planPath(folder)) || !existsSync(file))
    throw new ForeignFolder(
      `${folder} is no folder of a study: it has no ${existsSync(planPath(folder)) ? 'study.yaml' : 'plan.json'}. "maabar plan" makes one.`,
    );
  const study = assembleStudy(await loadStudy({ file }, tool), tool, folder);
  const found = readFileSync(planPath(folder), 'utf8');
  if (found === planText(study.plan)) return study;
  throw new ForeignFolder(
    `${foreignPlan(folder, found, study.plan)} Its files no longer make its plan: take them from where they were made.`,
  );
}
