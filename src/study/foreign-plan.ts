import type { Plan } from './plan.ts';

/** Why the plan found in a folder is not that of this study, as a sentence: an edited file, another version, or another study. */
export function foreignPlan(folder: string, found: string, plan: Plan): string {
  const other = parse(found);
  if (other === undefined) return `${folder}/plan.json cannot be read as a plan: it was cut short or edited.`;
  if (other.schema !== plan.schema)
    return `${folder} was made in an older form (${String(other.schema)}, not ${plan.schema}), which this version cannot go on with.`;
  if (other.modelVersion !== plan.modelVersion)
    return `${folder} was made with model version ${String(other.modelVersion)}; this is version ${plan.modelVersion}, whose numbers differ.`;
  if (other.toolVersion !== plan.toolVersion)
    return `${folder} was made with maabar ${String(other.toolVersion)}; this is ${plan.toolVersion}.`;
  if (other.modelSha256 !== plan.modelSha256)
    return `${folder} was made by a model that computes other numbers than this one, though both say version ${plan.modelVersion}.`;
  return `${folder} holds another study: its plan.json is not the plan of this command (${differing(other, plan)}).`;
}

function differing(other: Partial<Plan>, plan: Plan): string {
  const keys = Object.keys(plan) as (keyof Plan)[];
  const differ = keys.filter((key) => JSON.stringify(other[key]) !== JSON.stringify(plan[key]));
  return differ.length === 0 ? 'its text was edited' : `${differ.join(', ')} differ`;
}

function parse(text: string): Partial<Plan> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
