import type { SourceFile } from './source-tree.ts';

/** Longest file of src/, in lines. */
export const longestRoom = 250;

const emptyNames = new Set(['utils', 'util', 'helpers', 'helper', 'types', 'common', 'misc']);

/** A file or folder whose name says nothing, or a file that holds too much. */
export function findRoomOffences(file: SourceFile): string[] {
  const names = file.path.split('/').map((part) => part.replace(/(\.d)?\.tsx?$/, ''));
  const empty = names
    .filter((name) => emptyNames.has(name))
    .map((name) => `${file.path}: "${name}" names no idea`);
  const lines = file.text.trimEnd().split('\n').length;
  return lines <= longestRoom ? empty : [...empty, `${file.path}: ${lines} lines, more than ${longestRoom}`];
}
