import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { asSeenFromHere, yamlNames } from './find-scenario.ts';
import { kindOfFile } from './find-study.ts';
import { type ReadScenario, readScenario } from './read-scenario.ts';
import { scenarioKeys } from './schema.ts';

/** A YAML file may well have a title; two of these keys are no accident. Assumption: 2. */
const leastKeys = 2;

/**
 * The scenario files of a folder by name, broken ones with the problems of their form. In a folder called `scenarios` every file is one that is no
 * study and no calibration; elsewhere it also has two keys of a scenario. An absent folder holds none.
 */
export function scenariosIn(folder: string): readonly ReadScenario[] {
  const isShelf = basename(resolve(folder)) === 'scenarios';
  return yamlNames(folder)
    .map((name) => asSeenFromHere(join(folder, `${name}.yaml`)))
    .filter((file) => kindOfFile(file) === 'scenario' && (isShelf || hasKeys(file)))
    .map((file) => readScenario(file, false));
}

function hasKeys(file: string): boolean {
  const text = textOf(file);
  return scenarioKeys.filter((key) => new RegExp(`^${key}:`, 'm').test(text)).length >= leastKeys;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
