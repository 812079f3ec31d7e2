import { dirname } from 'node:path';
import type { Problem } from '../engine/problem.ts';
import { findScenario, type Shelves, scenarioNames } from './find-scenario.ts';
import { didYouMean } from './nearest.ts';
import { type ReadScenario, readScenario } from './read-scenario.ts';

/** A scenario with those it builds on, the one that builds on nothing first. */
export interface Chain {
  /** The scenario itself is the last. */
  readonly scenarios: readonly ReadScenario[];
  readonly problems: readonly Problem[];
}

/** Follows `extends` to its end. A missing name and a circle are problems at the key that leads there. */
export function readChain(file: string, shelves: Shelves, asShipped = false): Chain {
  const scenarios = [readScenario(file, asShipped)];
  const files = [file];
  const problems: Problem[] = [...scenarios[0].problems];
  for (;;) {
    const child = scenarios[0];
    const name = child.written.extends;
    if (name === undefined) return { scenarios, problems };
    const parent = findNamed(child, 'extends', name, shelves, problems);
    if (parent === undefined) return { scenarios, problems };
    if (files.includes(parent)) {
      const round = [parent, ...files.slice(0, files.indexOf(parent) + 1)].reverse();
      problems.push({
        ...child.file.place(['extends']),
        message: `"extends" runs in a circle: ${round.join(' builds on ')}. One of them must not.`,
      });
      return { scenarios, problems };
    }
    files.unshift(parent);
    scenarios.unshift(readScenario(parent, false));
    problems.push(...scenarios[0].problems);
  }
}

/** File of a scenario that another names under `extends` or `compare_with`; a name that leads nowhere is added to the problems. */
export function findNamed(
  scenario: ReadScenario,
  key: 'extends' | 'compare_with',
  name: string,
  shelves: Shelves,
  problems: Problem[],
): string | undefined {
  const near = dirname(scenario.file.file);
  const found = findScenario(name, near, shelves);
  if (found !== undefined) return found;
  const known = scenarioNames(near, shelves).filter((other) => other !== scenario.id);
  problems.push({
    ...scenario.file.place([key]),
    message: `"${key}: ${name}" names no scenario.${didYouMean(name, known)} Known: ${known.join(', ') || 'none'}.`,
  });
  return undefined;
}

/** The nearest scenario of a chain that gives a key: its own, or that of what it builds on. */
export function inherited<Key extends 'world' | 'start' | 'months' | 'compare_with'>(chain: Chain, key: Key) {
  return chain.scenarios.findLast((scenario) => scenario.written[key] !== undefined);
}
