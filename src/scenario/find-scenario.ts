import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/** Where scenarios and worlds are looked for. */
export interface Shelves {
  /** Folder that holds the shipped `scenarios/` and `worlds/`. */
  readonly shippedDir: string;
}

/** Id of a scenario file: its name without `.yaml`. */
export function scenarioIdOf(file: string): string {
  return basename(file).replace(/\.yaml$/, '');
}

/** Whether a text is a path to a file rather than the name of a shipped scenario. */
export function isPath(pathOrName: string): boolean {
  return /\.yaml$/.test(pathOrName) || /[/\\]/.test(pathOrName);
}

/** The file a path or name means: a path is taken from `near`, a name is looked for there and then among the shipped. Undefined when there is none. */
export function findScenario(pathOrName: string, near: string, { shippedDir }: Shelves): string | undefined {
  const candidates = isPath(pathOrName)
    ? [join(near, pathOrName), pathOrName]
    : [join(near, `${pathOrName}.yaml`), join(shippedDir, 'scenarios', `${pathOrName}.yaml`)];
  return candidates.map(asSeenFromHere).find((file) => existsSync(file));
}

/** Names that `findScenario` would know near a folder. */
export function scenarioNames(near: string, { shippedDir }: Shelves): readonly string[] {
  return [...new Set([...yamlNames(near), ...yamlNames(join(shippedDir, 'scenarios'))])];
}

/** Folder of a world: beside the scenario's own folder first, then among the shipped. Undefined when there is none. */
export function findWorld(id: string, scenarioFile: string, { shippedDir }: Shelves): string | undefined {
  return worldShelves(scenarioFile, shippedDir)
    .map((shelf) => asSeenFromHere(join(shelf, id)))
    .find((folder) => existsSync(folder));
}

/** Folders of worlds for a scenario, the nearest first. */
export function worldShelves(scenarioFile: string, shippedDir: string): readonly string[] {
  return [join(dirname(scenarioFile), '..', 'worlds'), join(shippedDir, 'worlds')];
}

/** Names of the scenario files of a folder, in order; none when there is no such folder. */
export function yamlNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.yaml$/.test(name))
      .sort()
      .map(scenarioIdOf);
  } catch {
    return [];
  }
}

/** The shorter of the paths to a file: below the working folder it is written from there. */
export function asSeenFromHere(file: string): string {
  const short = relative('', file);
  return short === '' || short.startsWith('..') ? file : short;
}
