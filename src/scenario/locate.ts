import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type YAMLError,
} from 'yaml';
import type { Problem } from '../engine/problem.ts';

/** Keys and list positions from the top of a file to one of its values. */
export type Path = readonly (string | number)[];

/** A place in a file; the first three fields of a `Problem`. */
export interface FilePlace {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

/** A YAML file as plain values that still know where they stand. */
export interface LocatedFile {
  readonly file: string;
  /** Plain maps, lists, texts, numbers; `undefined` when the text is no YAML. Keys are texts, and `2018-05` is a text. */
  readonly value: unknown;
  /** Place of the value (or of its key) at a path; where the path ends early, the place of the last part that is there. */
  readonly place: (path: Path, part?: 'key' | 'value') => FilePlace;
  readonly problems: readonly Problem[];
}

/** More of them and a few lines could unfold into a file without end. */
const mostAliases = 50;
/** Bytes; the largest shipped file is a fiftieth of it. */
const longestFile = 2_000_000;

/** Reads YAML text; what is no YAML is in `problems`, each with line and column, and never thrown. */
export function locate(file: string, text: string): LocatedFile {
  const start = { file, line: 1, column: 1 };
  const unread = (message: string): LocatedFile => ({
    file,
    value: undefined,
    place: () => start,
    problems: [{ ...start, message }],
  });
  if (text.length > longestFile) return unread(`The file is longer than ${longestFile} characters.`);
  try {
    return locateDocument(file, text);
  } catch (error) {
    return unread(`The file cannot be read as YAML: ${(error as Error).message}.`);
  }
}

function locateDocument(file: string, text: string): LocatedFile {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    stringKeys: true,
    uniqueKeys: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const placeOf = (offset: number): FilePlace => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems = [...document.errors, ...document.warnings].map((error) => ({
    ...placeOf(error.pos[0]),
    message: nameSyntaxError(error, text),
  }));
  const readable = document.errors.every((error) => error.code === 'DUPLICATE_KEY');
  const value: unknown = readable ? document.toJS({ maxAliasCount: mostAliases }) : undefined;
  return { file, value, problems, place: (path, part) => placeOf(offsetOf(document, path, part ?? 'value')) };
}

function nameSyntaxError(error: YAMLError, text: string): string {
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^["']?([^:\s"']+)/.exec(text.slice(error.pos[0]))?.[1] ?? 'a key';
    return `"${key}" stands twice in the same map. Keep one of the two.`;
  }
  if (error.code === 'MULTIPLE_DOCS') return 'The file holds several YAML documents ("---"). Keep one.';
  return `This is no valid YAML: ${error.message}${/[.!]$/.test(error.message) ? '' : '.'}`;
}

/** Offset in the text of what a path leads to, or of the last part of the path that is there. */
function offsetOf(document: Document, path: Path, part: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const found = stepInto(document, node, step);
    if (found === undefined) return offset;
    node = found.value;
    const wanted = part === 'key' && depth === path.length - 1 ? found.key : found.value;
    offset = startOf(wanted) ?? startOf(found.key) ?? offset;
  }
  return offset;
}

function stepInto(document: Document, node: unknown, step: string | number) {
  const here = isAlias(node) ? node.resolve(document) : node;
  if (isMap(here)) {
    const pair = here.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
    return pair === undefined ? undefined : { key: pair.key as unknown, value: pair.value as unknown };
  }
  if (!isSeq(here)) return undefined;
  const item = here.items[Number(step)];
  return item === undefined ? undefined : { key: item, value: item };
}

function startOf(node: unknown): number | undefined {
  return (node as { range?: readonly number[] | null } | null | undefined)?.range?.[0];
}
