import { nameMonth, parseMonth } from '../engine/calendar.ts';
import type { Problem } from '../engine/problem.ts';
import { cardOf } from '../scenario/card.ts';
import type { ReadScenario } from '../scenario/read-scenario.ts';
import type { WrittenChange } from '../scenario/schema.ts';
import { difficultyWord } from './difficulty.ts';

/** A row of the list to choose from. */
export type Choice = ScenarioChoice | FolderChoice;

/** A scenario file, sound or broken. */
export interface ScenarioChoice {
  readonly kind: 'scenario';
  /** Path of its file: what opens it, and what tells it from all others. */
  readonly path: string;
  readonly name: string;
  readonly title: string;
  /** Empty where the file gives none; so is `why`. */
  readonly question: string;
  readonly why: string;
  /** 1 easy to 3 hard; null where the file gives none. */
  readonly difficulty: number | null;
  readonly isShipped: boolean;
  /** Its own changes in order of date, not those of what it builds on. */
  readonly changes: readonly ChangeWords[];
  /** What it sets from the first month, `name = formula`. */
  readonly settings: readonly string[];
  /** Name of the scenario that it builds on; empty where it builds on none. */
  readonly buildsOn: string;
  /** Everything wrong with it; empty for a sound one. */
  readonly problems: readonly Problem[];
}

/** The folder of a study, finished or not. */
export interface FolderChoice {
  readonly kind: 'folder';
  readonly path: string;
  readonly name: string;
  readonly title: string;
  readonly question: string;
  readonly scenarios: readonly string[];
  /** Runs that the plan has at most. */
  readonly runs: number;
  readonly isFinished: boolean;
  /** What is wrong with its plan; empty where it can be read. */
  readonly problems: readonly Problem[];
}

/** When a change holds, and what it is called. */
export interface ChangeWords {
  readonly when: string;
  readonly label: string;
}

/** The row of a scenario as its file has it. */
export function scenarioChoice(scenario: ReadScenario, isShipped: boolean): ScenarioChoice {
  const { written, problems } = scenario;
  const { id, file, title, question, why, difficulty } = cardOf(scenario);
  const changes = (written.changes ?? []).filter((change) => change !== undefined);
  return {
    kind: 'scenario',
    path: file,
    name: id,
    ...{ title, question, why, difficulty, isShipped },
    changes: [...changes].sort((a, b) => (a.at < b.at ? -1 : 1)).map(changeWords),
    settings: Object.entries(written.set ?? {}).map(([name, formula]) => `${name} = ${formula}`),
    buildsOn: written.extends ?? '',
    problems,
  };
}

function changeWords({ at, until, label, set }: WrittenChange): ChangeWords {
  const when = until === undefined ? `from ${monthWords(at)}` : `${monthWords(at)} to ${monthWords(until)}`;
  return { when, label: label ?? Object.keys(set).join(', ') };
}

/** A month before the calendar is shown as it is written. */
function monthWords(text: string): string {
  const month = parseMonth(text);
  return month === undefined ? text : nameMonth(month);
}

/** Whether loading may show more than the file's form did. */
export function mayHideProblems(choice: Choice): boolean {
  return choice.kind === 'scenario' && !choice.isShipped && choice.problems.length === 0;
}

/** How hard a scenario is, or how far a study; empty where nobody says. */
export function levelWords(choice: Choice): string {
  if (choice.kind === 'scenario') return difficultyWord(choice.difficulty);
  if (choice.problems.length > 0) return '';
  return choice.isFinished ? 'finished' : 'unfinished';
}

/** Where it comes from. */
export function originWords(choice: Choice): string {
  if (choice.kind === 'folder') return 'study';
  return choice.isShipped ? 'shipped' : 'yours';
}

/** The title; of a broken one how many problems it has, and the first. */
export function choiceWords({ title, problems }: Choice): string {
  if (problems.length === 0) return title;
  return `! ${countedProblems(problems)}: ${problems[0].message}`;
}

/** `1 problem`, `3 problems`. */
export function countedProblems(problems: readonly Problem[]): string {
  return problems.length === 1 ? '1 problem' : `${problems.length} problems`;
}

/** Orders that a list of choices can have; the first is the usual one. */
export const choiceOrders = ['difficulty', 'name'] as const;

/** The choices in one of the orders: one's own scenarios before the shipped ones before studies, in each by difficulty and then name, or all by name. */
export function orderChoices(
  choices: readonly Choice[],
  order: (typeof choiceOrders)[number],
): readonly Choice[] {
  const byName = (a: Choice, b: Choice): number =>
    a.name === b.name ? (a.path < b.path ? -1 : 1) : a.name < b.name ? -1 : 1;
  if (order === 'name') return [...choices].sort(byName);
  return [...choices].sort((a, b) => groupOf(a) - groupOf(b) || levelOf(a) - levelOf(b) || byName(a, b));
}

function groupOf(choice: Choice): number {
  if (choice.kind === 'folder') return 2;
  return choice.isShipped ? 1 : 0;
}

/** What is of unknown difficulty comes after what is hard. */
function levelOf(choice: Choice): number {
  return choice.kind === 'scenario' ? (choice.difficulty ?? 4) : 0;
}
