import { join } from 'node:path';
import { InvalidInput } from '../engine/problem.ts';
import { asSeenFromHere, yamlNames } from './find-scenario.ts';
import { type ReadScenario, readScenario } from './read-scenario.ts';

/** What a scenario says of itself. */
export interface ScenarioCard {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  /** Empty where the file gives none; so is `why`. */
  readonly question: string;
  /** 1 easy to 3 hard; null where the file gives none. */
  readonly difficulty: number | null;
  readonly why: string;
}

/** The card of a scenario file; a missing title is its id. */
export function cardOf({ id, file, written }: ReadScenario): ScenarioCard {
  return {
    id,
    file: file.file,
    title: written.title ?? id,
    question: written.question ?? '',
    difficulty: written.difficulty ?? null,
    why: written.why ?? '',
  };
}

/**
 * What the scenario files of a folder say of themselves, by name; only their form is checked.
 * Throws `InvalidInput` with every problem when one cannot be read. An absent folder holds none.
 */
export function listScenarios(folder: string): readonly ScenarioCard[] {
  const scenarios = yamlNames(folder).map((name) =>
    readScenario(asSeenFromHere(join(folder, `${name}.yaml`)), false),
  );
  const problems = scenarios.flatMap((scenario) => scenario.problems);
  if (problems.length > 0) throw new InvalidInput(problems);
  return scenarios.map(cardOf);
}
