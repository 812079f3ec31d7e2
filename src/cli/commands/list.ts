import { join } from 'node:path';
import { listScenarios, type ScenarioCard } from '../../scenario/card.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { packageRoot } from '../package-root.ts';
import { wrapWords } from '../plain-table.ts';
import { program } from '../program-word.ts';
import { print, printJson } from '../streams.ts';

/** Flags of `list`. */
export interface ListOptions {
  readonly json?: boolean;
}

/** Prints the shipped scenarios, the easy ones first. */
export async function list({ json }: ListOptions): Promise<ExitCode> {
  const cards = [...listScenarios(join(packageRoot, 'scenarios'))].sort(byDifficulty);
  if (json)
    for (const { id, title, question, difficulty, why } of cards)
      printJson({ id, title, question, difficulty, why });
  else
    print(
      `${cards.map(cardText).join('\n\n')}\n\nNext:  ${program} run ${cards[0]?.id ?? '<scenario.yaml>'}`,
    );
  return exitCodes.ok;
}

function byDifficulty(left: ScenarioCard, right: ScenarioCard): number {
  return (left.difficulty ?? 9) - (right.difficulty ?? 9) || (left.id < right.id ? -1 : 1);
}

function cardText({ id, title, question, difficulty }: ScenarioCard): string {
  const words = ['', 'easy', 'middling', 'hard'][difficulty ?? 0];
  return [
    `${id}  (${words === '' ? 'difficulty unknown' : words})`,
    ...wrapWords(title, 80, '  '),
    ...wrapWords(question, 80, '  '),
  ].join('\n');
}
