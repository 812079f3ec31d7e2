import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Problem } from '../engine/problem.ts';
import { type LocatedFile, locate, type Path } from './locate.ts';
import { readStructure, valueAt } from './structure.ts';
import { type WrittenWorld, worldFileSchema } from './world-schema.ts';

/** The parts of a world that hold entries by id, in the order of docs/worlds.md. */
export const sections = [
  'sources',
  'factions',
  'neighbours',
  'corridors',
  'goods',
  'crossings',
  'posts',
  'destinations',
  'bases',
  'parameters',
] as const;
/** Name of such a part. */
export type Section = (typeof sections)[number];
type Single = 'title' | 'about' | 'patron' | 'government';

/** One entry of a world and where it stands. */
export interface Entry<Written> {
  readonly id: string;
  readonly written: Written;
  readonly file: LocatedFile;
  readonly path: Path;
}

/** An entry of a named part, in the form of that part. */
export type EntryOf<Name extends Section> = Entry<NonNullable<WrittenWorld[Name]>[string]>;

/** The files of a world's folder put together; entries that are wrong in form are left out. */
export interface JoinedWorld {
  readonly id: string;
  readonly folder: string;
  readonly singles: { readonly [Name in Single]?: NonNullable<WrittenWorld[Name]> };
  readonly entries: { readonly [Name in Section]: readonly EntryOf<Name>[] };
  /** Every id that some file gives, the wrong entries too: what a reference may name. */
  readonly ids: { readonly [Name in Section]: ReadonlySet<string> };
  /** Top keys that some file gives, right or wrong in form. */
  readonly given: ReadonlySet<string>;
  /** A file could not be read at all, so nothing can be said of what is missing. */
  readonly incomplete: boolean;
  readonly problems: readonly Problem[];
}

/** Reads and joins every `*.yaml` of a folder, in the order of their names. What is wrong is in `problems`, never thrown. */
export function joinWorld(folder: string): JoinedWorld {
  const files = yamlFiles(folder).map((name) => readLocated(join(folder, name)));
  const problems: Problem[] = files.length === 0 ? [noFiles(folder)] : [];
  const singles: Record<string, unknown> = {};
  const entries = Object.fromEntries(sections.map((name) => [name, [] as Entry<unknown>[]]));
  const firstPlaces = new Map<string, string>();
  for (const file of files) {
    problems.push(...file.problems, ...findTwins(file, firstPlaces));
    if (file.value === undefined || file.value === null) continue;
    const { value, problems: wrong } = readStructure(file, worldFileSchema, worldFileSchema);
    problems.push(...wrong);
    for (const name of ['title', 'about', 'patron', 'government'] as const) singles[name] ??= value?.[name];
    for (const name of sections)
      for (const [id, written] of Object.entries(value?.[name] ?? {}))
        entries[name].push({ id, written, file, path: [name, id] });
  }
  return {
    id: basename(folder),
    folder,
    singles,
    entries: entries as unknown as JoinedWorld['entries'],
    ids: Object.fromEntries(sections.map((name) => [name, idsOf(files, name)])) as JoinedWorld['ids'],
    given: new Set(files.flatMap((file) => Object.keys(isMap(file.value) ? file.value : {}))),
    incomplete: files.length === 0 || files.some((file) => file.value === undefined),
    problems,
  };
}

/** A file's text with its places; a file that cannot be opened is a problem. */
export function readLocated(file: string): LocatedFile {
  try {
    return locate(file, readFileSync(file, 'utf8'));
  } catch (error) {
    const message = `The file cannot be opened: ${(error as Error).message}.`;
    return {
      file,
      value: undefined,
      place: () => ({ file, line: 1, column: 1 }),
      problems: [{ file, message }],
    };
  }
}

function yamlFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.yaml$/.test(name))
      .sort();
  } catch {
    return [];
  }
}

function noFiles(folder: string): Problem {
  return { file: folder, message: 'A world is a folder of YAML files; there is none here.' };
}

/** The same entry in two files: YAML itself sees only those within one. */
function findTwins(file: LocatedFile, firstPlaces: Map<string, string>): Problem[] {
  const problems: Problem[] = [];
  for (const path of entryPaths(file)) {
    const place = file.place(path, 'key');
    const name = path.join('.');
    const first = firstPlaces.get(name);
    if (first === undefined) firstPlaces.set(name, `${place.file}:${place.line}:${place.column}`);
    else problems.push({ ...place, message: `"${name}" already stands in ${first}. Keep one of the two.` });
  }
  return problems;
}

function entryPaths(file: LocatedFile): string[][] {
  const top = Object.keys(isMap(file.value) ? file.value : {});
  return top.flatMap((name) => {
    const entries = valueAt(file.value, [name]);
    const joined = (sections as readonly string[]).includes(name) && isMap(entries);
    return joined ? Object.keys(entries).map((id) => [name, id]) : [[name]];
  });
}

function idsOf(files: readonly LocatedFile[], section: Section): ReadonlySet<string> {
  const maps = files.map((file) => valueAt(file.value, [section])).filter(isMap);
  return new Set(maps.flatMap((map) => Object.keys(map)));
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
