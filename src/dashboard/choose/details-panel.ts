import { formatProblem } from '../../engine/problem.ts';
import {
  type Choice,
  countedProblems,
  type FolderChoice,
  levelWords,
  type ScenarioChoice,
} from '../../figures/choices.ts';
import { choicesTable } from '../../figures/tables/choices-table.ts';
import { type Line, span } from '../paint/line.ts';
import { proseLines } from '../paint/prose.ts';
import type { Panel } from '../panel.ts';
import type { ChooseSnapshot } from './snapshot.ts';
import { rowUnderCursor } from './state.ts';

/** What the row under the cursor asks and changes. */
export function detailsPanel({ choices, state }: ChooseSnapshot): Panel {
  const row = rowUnderCursor(state, choices);
  return {
    titleFor: () => row?.title ?? 'Nothing chosen',
    paint: ({ columns }) => (row === undefined ? [] : detailLines(row, columns)),
    table: () => choicesTable('choice', row === undefined ? [] : [row]),
  };
}

function detailLines(row: Choice, columns: number): readonly Line[] {
  if (row.problems.length > 0) return problemLines(row, columns);
  return row.kind === 'scenario' ? scenarioLines(row, columns) : folderLines(row, columns);
}

function problemLines({ problems, path }: Choice, columns: number): readonly Line[] {
  const heading = `! ${countedProblems(problems)} in ${path}; Enter shows all that stands here:`;
  return [heading, ...problems.map(formatProblem)].flatMap((text, index) =>
    indented(text, columns, index === 0 ? 'warn' : 'plain'),
  );
}

function scenarioLines(row: ScenarioChoice, columns: number): readonly Line[] {
  const { question, why } = row;
  return [
    ...indented(question, columns, 'strong'),
    ...changeLines(row, columns),
    ...indented(aboutWords(row), columns, 'dim'),
    ...indented(why, columns, 'plain'),
  ];
}

/** What it changes itself; one without changes says so, since that is what makes it a baseline. */
function changeLines({ changes, settings, buildsOn }: ScenarioChoice, columns: number): readonly Line[] {
  const width = Math.max(0, ...changes.map(({ when }) => when.length));
  const dated = changes.map(({ when, label }) => `${when.padEnd(width)}  ${label}`);
  const fixed = settings.map((setting) => `from the start  ${setting}`);
  const all = [...fixed, ...dated];
  const on = buildsOn === '' ? 'its world' : buildsOn;
  if (all.length === 0) return indented(`Changes nothing of ${on}.`, columns, 'plain');
  return [
    ...indented(`Changes to ${on}:`, columns, 'dim'),
    ...all.flatMap((text) => indented(text, columns, 'plain', 3)),
  ];
}

function aboutWords(row: ScenarioChoice): string {
  const level = levelWords(row);
  return `${level === '' ? 'difficulty unknown' : level}; ${row.isShipped ? 'shipped with the program' : row.path}`;
}

function folderLines({ question, scenarios, runs, isFinished, path }: FolderChoice, columns: number) {
  const state = isFinished ? 'finished' : 'not finished: the command that began it goes on with the rest';
  return [
    ...indented(question, columns, 'strong'),
    ...indented(`${path}: ${state}.`, columns, 'plain'),
    ...indented(`${runs.toLocaleString('en')} runs planned: ${scenarios.join(', ')}.`, columns, 'plain'),
  ];
}

/** A paragraph with free cells at its left; none for an empty text. */
function indented(
  text: string,
  columns: number,
  style: 'plain' | 'dim' | 'strong' | 'warn',
  depth = 1,
): readonly Line[] {
  if (text === '') return [];
  const margin = span(' '.repeat(depth));
  return proseLines(text, columns - depth - 1, style).map((line) => [margin, ...line]);
}
