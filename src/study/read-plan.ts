import { existsSync, readFileSync } from 'node:fs';
import { foreignPlan } from './foreign-plan.ts';
import { type Plan, planSchema, planText } from './plan.ts';
import { ForeignFolder, planPath } from './session.ts';

/**
 * The plan of a study's folder, as it was when the folder was made: what is kept there can be read by it even where this model would
 * compute other numbers. Throws ForeignFolder where there is none, or it is of another form, or was edited.
 */
export function readPlan(folder: string): Plan {
  const path = planPath(folder);
  if (!existsSync(path)) throw new ForeignFolder(`${folder} is no folder of a study: it has no plan.json.`);
  const text = readFileSync(path, 'utf8');
  const plan = parse(text);
  if (plan?.schema === planSchema && planText(plan) === text) return plan;
  throw new ForeignFolder(foreignPlan(folder, text, { ...plan, schema: planSchema } as Plan));
}

function parse(text: string): Plan | undefined {
  try {
    return JSON.parse(text) as Plan;
  } catch {
    return undefined;
  }
}
