import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { InvalidInput, type Problem } from '../engine/problem.ts';
import { gradeParameters } from './grade-parameters.ts';
import { type JoinedWorld, joinWorld, type Section, sections } from './join-world.ts';
import { wordMisread } from './misread-name.ts';
import { specifyWorld } from './specify-world.ts';
import type { GradedValue, Source, WorldFile } from './world-file.ts';
import { idPattern } from './world-schema.ts';

/** A world and all that is wrong with it; the world is sound only when nothing is. */
export interface ReadWorld {
  readonly world: WorldFile;
  readonly problems: readonly Problem[];
}

/** The world of a folder `worlds/<id>/`, wholly checked. Throws `InvalidInput` with every problem of every file of it. */
export function loadWorld(folder: string): WorldFile {
  const { world, problems } = readWorld(folder);
  if (problems.length > 0) throw new InvalidInput(problems);
  return world;
}

/** The same without throwing, for a caller that has more to report. */
export function readWorld(folder: string): ReadWorld {
  const joined = joinWorld(folder);
  const found: Problem[] = [];
  const facts = new Map<string, GradedValue>();
  const spec = specifyWorld(joined, facts, found);
  const values = gradeParameters(joined, found);
  const problems = joined.incomplete
    ? joined.problems
    : [...joined.problems, ...findMissing(joined), ...found];
  const sources = new Map<string, Source>(
    joined.entries.sources.map(({ id, written }) => [
      id,
      written.url === undefined ? { cite: written.cite } : { cite: written.cite, url: written.url },
    ]),
  );
  const about = joined.singles.about ?? '';
  return { world: { id: joined.id, folder, about, spec, values, facts, sources }, problems };
}

/** Names of the worlds in a folder of worlds, in order; none when there is no such folder. */
export function listWorlds(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && idPattern.test(entry.name))
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}

/** Parts that a world may do without. */
const dispensable: ReadonlySet<Section> = new Set(['sources', 'parameters', 'posts', 'bases']);

/** What a world must have somewhere in its folder. */
function findMissing(world: JoinedWorld): Problem[] {
  const file = world.folder;
  const problems: Problem[] = [];
  if (!idPattern.test(basename(world.folder)))
    problems.push({
      file,
      message: `"${world.id}" is no valid id of a world: use a-z, 0-9 and "-", a letter first.`,
    });
  const misread = wordMisread(
    world.id,
    'The name',
    `Rename the folder, with a word first: world-${world.id}.`,
  );
  if (misread !== undefined) problems.push({ file, message: misread });
  for (const name of ['title', 'patron', 'government'] as const)
    if (world.singles[name] === undefined && !world.given.has(name))
      problems.push({ file, message: `No file of this world gives "${name}".` });
  for (const name of sections)
    if (world.ids[name].size === 0 && !dispensable.has(name))
      problems.push({ file, message: `No file of this world gives "${name}"; at least one is needed.` });
  return problems;
}
