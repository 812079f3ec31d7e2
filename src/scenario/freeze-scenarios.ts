import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseDocument, stringify } from 'yaml';
import { findScenario, type Shelves, scenarioIdOf } from './find-scenario.ts';
import type { LoadedScenario } from './load.ts';
import { readScenario } from './read-scenario.ts';

/** A text that stands in a study's folder, so that the folder alone repeats the study. */
export interface FrozenFile {
  /** Inside the folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A scenario of a study and what it becomes there. */
export interface FrozenScenario {
  readonly loaded: LoadedScenario;
  /** Its name in the study: the file's own, or another where the command line sets parameters. */
  readonly id: string;
  /** Settings of the command line; without any, the file is frozen as it is. */
  readonly set: Readonly<Record<string, string>>;
  /** The name of what it must be compared with; undefined leaves that to the file. */
  readonly compareWith: string | undefined;
}

/**
 * The files of scenarios and of all that they build on and compare with, under `scenarios/`, and of their worlds under `worlds/`. Texts are as
 * they were, but a name that led out of its folder leads to the frozen file.
 */
export function freezeScenarios(
  scenarios: readonly FrozenScenario[],
  shelves: Shelves,
): readonly FrozenFile[] {
  const names = nameFiles(scenarios, shelves);
  const wanted = new Map(
    scenarios
      .filter(({ set }) => Object.keys(set).length === 0)
      .map(({ loaded, compareWith }) => [resolve(loaded.scenario.file), compareWith]),
  );
  const files = [...names].map(([file, id]) => ({
    path: `scenarios/${id}.yaml`,
    text: frozenText(file, names, wanted.get(file), shelves),
  }));
  const changed = scenarios.filter(({ set }) => Object.keys(set).length > 0).map(settingFile);
  const worlds = new Map(scenarios.map(({ loaded: { world } }) => [world.id, world.folder]));
  return [...files, ...changed, ...[...worlds].flatMap(([id, folder]) => worldFiles(id, folder))];
}

/** Each file that is needed, by its full path, with its name in the folder; two of one name are told apart. */
function nameFiles(scenarios: readonly FrozenScenario[], shelves: Shelves): Map<string, string> {
  const names = new Map<string, string>();
  const queue = scenarios.map(({ loaded }) => resolve(loaded.scenario.file));
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (names.has(file)) continue;
    const id = scenarioIdOf(file);
    const taken = [...names.values()].filter((name) => name === id || name.startsWith(`${id}--`)).length;
    names.set(file, taken === 0 ? id : `${id}--${taken + 1}`);
    queue.push(...leadsOf(file, shelves).map(({ target }) => target));
  }
  return names;
}

/** Other scenarios that a file names, with their full paths. */
function leadsOf(file: string, shelves: Shelves) {
  const { written } = readScenario(file, false);
  return (['extends', 'compare_with'] as const).flatMap((key) => {
    const name = written[key];
    const target = name === undefined ? undefined : findScenario(name, dirname(file), shelves);
    return name === undefined || target === undefined ? [] : [{ key, name, target: resolve(target) }];
  });
}

function frozenText(
  file: string,
  names: ReadonlyMap<string, string>,
  compareWith: string | undefined,
  shelves: Shelves,
): string {
  const text = readFileSync(file, 'utf8');
  const changes = leadsOf(file, shelves)
    .map(({ key, name, target }) => ({ key, name, id: names.get(target)! }))
    .filter(({ key }) => key === 'extends' || compareWith === undefined);
  const compared = readScenario(file, false).written.compare_with;
  if (compareWith !== undefined) changes.push({ key: 'compare_with', name: compared ?? '', id: compareWith });
  const moved = changes.filter(({ name, id }) => name !== id);
  if (moved.length === 0) return text;
  const document = parseDocument(text);
  for (const { key, id } of moved) document.set(key, id);
  return document.toString({ lineWidth: 0 });
}

/** Settings of the command line as a scenario that builds on the file: loaded, it gives the same numbers. */
function settingFile({ loaded, id, set, compareWith }: FrozenScenario): FrozenFile {
  const { title, question } = loaded.scenario;
  const text = stringify(
    {
      title,
      ...(question === '' ? {} : { question }),
      extends: scenarioIdOf(loaded.scenario.file),
      ...(compareWith === undefined ? {} : { compare_with: compareWith }),
      set,
    },
    { lineWidth: 0 },
  );
  return { path: `scenarios/${id}.yaml`, text };
}

function worldFiles(id: string, folder: string): readonly FrozenFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ path: `worlds/${id}/${name}`, text: readFileSync(join(folder, name), 'utf8') }));
}
