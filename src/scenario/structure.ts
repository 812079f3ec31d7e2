import type * as z from 'zod';
import type { Problem } from '../engine/problem.ts';
import type { LocatedFile, Path } from './locate.ts';
import { wordMisread } from './misread-name.ts';
import { didYouMean } from './nearest.ts';

type RawIssue = z.core.$ZodRawIssue;
type Issue = z.core.$ZodIssue;

/** A file's values held against a schema: what is wrong with them, and what of them is sound. */
export interface Structure<Value> {
  /** The sound part: entries that are wrong are left out, so that all else can still be checked. */
  readonly value: Value | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Holds a file against a schema. A wrong entry is reported where it stands and left out of the value; what is left is
 * then held against the draft, a schema that asks for less, since a file that lacks one thing is checked for the rest.
 */
export function readStructure<Draft extends z.ZodType>(
  file: LocatedFile,
  schema: z.ZodType,
  draft: Draft,
): Structure<z.output<Draft>> {
  const full = schema.safeParse(file.value, { error: wordIssue });
  const problems = full.success ? [] : full.error.issues.flatMap((issue) => problemsOf(file, issue));
  let rest: unknown = structuredClone(file.value);
  while (rest !== undefined) {
    const result = draft.safeParse(rest);
    if (result.success) return { value: result.data, problems };
    for (const issue of result.error.issues) rest = without(rest, issue);
  }
  return { value: undefined, problems };
}

/** What a path leads to, or undefined. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, step) => (isBranch(part) ? part[step] : undefined), value);
}

function isBranch(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

function problemsOf(file: LocatedFile, issue: Issue): Problem[] {
  const at = issue.path as Path;
  if (issue.code !== 'unrecognized_keys') {
    const part = issue.code === 'invalid_key' ? 'key' : 'value';
    return [{ ...file.place(at, part), message: issue.message }];
  }
  const sentences = issue.message.split('\n');
  return issue.keys.map((key, index) => ({ ...file.place([...at, key], 'key'), message: sentences[index] }));
}

/** The value without what an issue is about: the unknown keys, the wrong entry, or the map that lacks one. */
function without(root: unknown, issue: Issue): unknown {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') {
    const holder = valueAt(root, path);
    if (isBranch(holder)) for (const key of issue.keys) delete holder[key];
    return root;
  }
  for (let end = path.length; end > 0; end--) {
    const holder = valueAt(root, path.slice(0, end - 1));
    if (!isBranch(holder) || holder[path[end - 1]] === undefined) continue;
    delete holder[path[end - 1]];
    return root;
  }
  return undefined;
}

/** Our words for what zod finds; a schema's own words go before these. */
function wordIssue(issue: RawIssue): string {
  const name = nameOf(issue);
  switch (issue.code) {
    case 'unrecognized_keys':
      return (issue.keys as string[]).map((key) => wordUnknownKey(key, allowedKeys(issue))).join('\n');
    case 'invalid_type':
      if (issue.input === undefined)
        return `${name} is missing here. It must be ${kindNames[issue.expected] ?? issue.expected}.`;
      return `${name} must be ${kindNames[issue.expected] ?? issue.expected}, not ${show(issue.input)}.`;
    case 'invalid_value':
      if (issue.input === undefined)
        return `${name} is missing here. Allowed: ${issue.values.map(String).join(', ')}.`;
      return `${name} cannot be ${show(issue.input)}. Allowed: ${issue.values.map(String).join(', ')}.${didYouMean(String(issue.input), issue.values.map(String))}`;
    case 'too_small':
      return `${name} must be ${boundWords(issue.origin, issue.inclusive === false ? 'more than' : 'at least', issue.minimum)}, not ${showSize(issue)}.`;
    case 'too_big':
      return `${name} must be ${boundWords(issue.origin, issue.inclusive === false ? 'less than' : 'at most', issue.maximum)}, not ${showSize(issue)}.`;
    case 'invalid_key':
      return wordKey(issue);
    default:
      return `${name} cannot be ${show(issue.input)}.`;
  }
}

const kindNames: Readonly<Record<string, string>> = {
  string: 'text (in quotes if it looks like a number)',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a map of keys and values',
  record: 'a map of names and values',
};

function nameOf(issue: RawIssue): string {
  const last = issue.path?.at(-1);
  if (last === undefined) return 'This file';
  return typeof last === 'number' ? `Entry ${last + 1} of the list` : `"${String(last)}"`;
}

/** Keys of a strict map, or of a map whose names are a fixed list. */
function allowedKeys(issue: RawIssue): readonly string[] {
  const schema = issue.inst as SchemaInside | undefined;
  const shape = schema?._zod.def.shape ?? schema?._zod.def.keyType?._zod.def.entries;
  return Object.keys(shape ?? {});
}

interface SchemaInside {
  readonly _zod: {
    readonly def: { readonly shape?: object; readonly entries?: object; readonly keyType?: SchemaInside };
  };
}

function wordUnknownKey(key: string, allowed: readonly string[]): string {
  return `"${key}" is no key that may stand here.${didYouMean(key, allowed)} Allowed: ${allowed.join(', ')}.`;
}

function wordKey(issue: RawIssue): string {
  const key = String(issue.path?.at(-1));
  const values = (issue.issues as readonly { values?: readonly unknown[] }[])[0]?.values?.map(String);
  if (values !== undefined) return wordUnknownKey(key, values);
  return (
    wordMisread(key, 'The id', `Put a word first: the-${key.toLowerCase()}.`) ??
    `"${key}" is no valid id: use lower-case letters, digits and "-", a letter first.`
  );
}

function boundWords(origin: unknown, words: string, bound: unknown): string {
  if (origin === 'string') return Number(bound) === 1 ? 'some text' : `${words} ${bound} characters`;
  if (origin === 'array') return `a list of ${words} ${bound}`;
  return `${words} ${bound}`;
}

function showSize(issue: RawIssue): string {
  return Array.isArray(issue.input) ? `${issue.input.length}` : show(issue.input);
}

/** A value as a reader of the file would know it, cut at 40 characters. */
export function show(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value);
}
