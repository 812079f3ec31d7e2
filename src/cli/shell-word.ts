import { resolve } from 'node:path';
import type { ScenarioCard } from '../scenario/card.ts';
import { packageRoot } from './package-root.ts';

/** How to name a scenario on the command line: a shipped one by its name, any other by its path. */
export function scenarioWord({ id, file }: Pick<ScenarioCard, 'id' | 'file'>): string {
  const isShipped = resolve(file) === resolve(packageRoot, 'scenarios', `${id}.yaml`);
  return isShipped ? id : shellWord(file);
}

/** A text as one word of a shell, in quotes where it needs them. */
export function shellWord(text: string): string {
  return /^[\w./=:@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
