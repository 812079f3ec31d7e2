import { basename } from 'node:path';
import type { Problem } from '../engine/problem.ts';
import { readLocated } from './join-world.ts';
import type { FilePlace, LocatedFile, Path } from './locate.ts';
import { wordMisread } from './misread-name.ts';
import { readStructure } from './structure.ts';
import { draftStudySchema, studySchema, type WrittenStudy } from './study-schema.ts';

/** Where a study comes from: a file, or scenarios named on the command line. */
export type StudySource = { readonly file: string } | { readonly scenarios: readonly string[] };

/** A study's keys with where each stands; what the command line gives has no place. */
export interface ReadStudy {
  /** The file; undefined where the command line alone says what to do. */
  readonly path: string | undefined;
  readonly written: WrittenStudy;
  readonly place: (path: Path, part?: 'key' | 'value') => Partial<FilePlace>;
  readonly problems: readonly Problem[];
}

/**
 * Reads a study and lays the command line's keys over it: each key wholly, `vary` parameter by parameter; keys that it lacks are taken from
 * `under`. Never throws on what the file holds.
 */
export function readStudy(
  source: StudySource,
  over: Readonly<Record<string, unknown>>,
  under: Readonly<Record<string, unknown>> = {},
): ReadStudy {
  const file = 'file' in source ? readLocated(source.file) : commandLine({ scenarios: source.scenarios });
  const path = 'file' in source ? source.file : undefined;
  if (file.value === undefined) return { path, written: {}, place: file.place, problems: file.problems };
  const calibration = calibrationProblem(file);
  if (calibration !== undefined) return { path, written: {}, place: file.place, problems: [calibration] };
  const merged = layOver(file, over, under);
  const { value, problems } = readStructure(merged, studySchema, draftStudySchema);
  const study = { path, written: value ?? {}, place: merged.place };
  return { ...study, problems: [...file.problems, ...misreadName(study), ...problems] };
}

/** The study's name opens that of its folder. Where it is made of scenarios' names, those are looked at by themselves. */
function misreadName({ path, written, place }: Omit<ReadStudy, 'problems'>): readonly Problem[] {
  if (path === undefined && written.name === undefined) return [];
  const given = written.name ?? basename(path ?? '', '.yaml');
  const mend = `Give the study another "name", with a word first: study-${given.toLowerCase()}.`;
  const message = wordMisread(given, 'The name', mend);
  const at = written.name === undefined ? { file: path ?? '' } : place(['name']);
  return message === undefined ? [] : [{ ...at, message }];
}

/** `studies/` also holds calibrations, which another verb works. */
function calibrationProblem({ value, file, place }: LocatedFile): Problem | undefined {
  if (typeof value !== 'object' || value === null || !('priors' in value && 'targets' in value))
    return undefined;
  return {
    ...place([]),
    message: `This is a calibration: it fits parameters to patterns. Work it with:  maabar calibrate ${file}`,
  };
}

/** Keys of the command line stand nowhere, so their problems have no place. */
function commandLine(value: object): LocatedFile {
  return { file: '', value, place: () => ({}) as FilePlace, problems: [] };
}

function layOver(
  file: LocatedFile,
  over: Readonly<Record<string, unknown>>,
  under: Readonly<Record<string, unknown>>,
): LocatedFile {
  if (typeof file.value !== 'object' || file.value === null || Array.isArray(file.value)) return file;
  const below = file.value as Readonly<Record<string, unknown>>;
  const vary = { ...(below.vary as object | undefined), ...(over.vary as object | undefined) };
  const value = { ...under, ...below, ...over, ...(Object.keys(vary).length === 0 ? {} : { vary }) };
  const isOver = ([key, name]: Path): boolean =>
    Object.hasOwn(over, key ?? '') &&
    (key !== 'vary' || Object.hasOwn(over.vary as object, String(name ?? '')));
  return {
    ...file,
    value,
    place: (path, part) => (isOver(path) ? ({} as FilePlace) : file.place(path, part)),
  };
}

/** What a study is called where it does not say: its file's name, or its scenarios' names. */
export function studyName({ path, written }: ReadStudy): string {
  const given = written.name ?? (path === undefined ? namedAfter(written) : basename(path, '.yaml'));
  const plain = given
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 60) || 'study';
}

function namedAfter({ scenarios = [] }: WrittenStudy): string {
  return scenarios.map((name) => basename(name, '.yaml')).join('-');
}
