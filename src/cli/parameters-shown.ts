import { isAbsolute, relative } from 'node:path';
import { type ParameterFacts, parameterBook } from '../figures/parameter-facts.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import { packageRoot } from './package-root.ts';

/** The facts of every parameter as a screen shows them: files of the program by their path in it, wherever it is installed. */
export function parametersShown(loaded: LoadedScenario): readonly ParameterFacts[] {
  return parameterBook(loaded).map((facts) => ({ ...facts, file: shownPath(facts.file) }));
}

function shownPath(file: string): string {
  const inside = relative(packageRoot, file);
  return isAbsolute(file) && !inside.startsWith('..') ? inside : file;
}
