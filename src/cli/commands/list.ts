import { join } from 'node:path';
import { difficultyWord } from '../../figures/difficulty.ts';
import { listScenarios, type ScenarioCard } from '../../scenario/card.ts';
import { listStudies, type StudyCard } from '../../scenario/study-card.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { packageRoot } from '../package-root.ts';
import { wrapWords } from '../plain-table.ts';
import { asTyped, program } from '../program-word.ts';
import { counted } from '../progress.ts';
import { print, printJson } from '../streams.ts';

/** Flags of `list`. */
export interface ListOptions {
  readonly json?: boolean;
}

/** Prints the shipped scenarios, the easy ones first, then the studies of `./studies` and the shipped ones, the small ones first. */
export async function list({ json }: ListOptions): Promise<ExitCode> {
  const scenarios = [...listScenarios(join(packageRoot, 'scenarios'))].sort(byDifficulty);
  const studies = [...listStudies(['studies', join(packageRoot, 'studies')])].sort(
    (left, right) => left.runs - right.runs,
  );
  if (json) printRows(scenarios, studies);
  else print(pageOf(scenarios, studies));
  return exitCodes.ok;
}

function byDifficulty(left: ScenarioCard, right: ScenarioCard): number {
  return (left.difficulty ?? 9) - (right.difficulty ?? 9) || (left.id < right.id ? -1 : 1);
}

function printRows(scenarios: readonly ScenarioCard[], studies: readonly StudyCard[]): void {
  for (const { id, title, question, difficulty, why } of scenarios)
    printJson({ type: 'scenario', id, title, question, difficulty, why });
  for (const study of studies) printJson({ type: 'study', ...study });
}

function pageOf(scenarios: readonly ScenarioCard[], studies: readonly StudyCard[]): string {
  return [
    `SCENARIOS, played by ${asTyped('maabar run <name>')}`,
    ...scenarios.map(scenarioText),
    `STUDIES, played by ${asTyped('maabar batch <name>')}`,
    ...studies.map(studyText),
    `Next:  ${program} run ${scenarios[0]?.id ?? '<scenario.yaml>'}`,
  ].join('\n\n');
}

function scenarioText({ id, title, question, difficulty }: ScenarioCard): string {
  return cardText(id, difficultyWord(difficulty) || 'difficulty unknown', title, question);
}

function studyText({ id, file, title, question, isWrong, ...size }: StudyCard): string {
  const factors = [counted(size.scenarios, 'scenario'), counted(size.points, 'point')];
  const most = size.isAuto ? 'at most ' : '';
  const words = `${most}${factors.join(' x ')} x ${counted(size.replicates, 'replicate')} = ${counted(size.runs, 'run')}`;
  return cardText(id, isWrong ? `not valid; see ${asTyped(`maabar check ${file}`)}` : words, title, question);
}

function cardText(id: string, aside: string, title: string, question: string): string {
  return [`${id}  (${aside})`, ...wrapWords(title, 80, '  '), ...wrapWords(question, 80, '  ')].join('\n');
}
