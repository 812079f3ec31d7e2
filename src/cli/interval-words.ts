import type { Plan } from '../study/plan.ts';
import { levelOf } from '../study/precision/looks.ts';

/** `the 95% interval`, or its wider level where a study is looked at more than once: `the 99.44% interval`. */
export function intervalWords(plan: Plan): string {
  return `the ${Number((levelOf(plan) * 100).toFixed(2))}% interval`;
}
