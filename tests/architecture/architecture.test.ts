import { describe, expect, it } from 'vitest';
import { findUndocumented } from './exports.ts';
import { findImportOffences } from './imports.ts';
import { findImpurities } from './purity.ts';
import { findRoomOffences } from './rooms.ts';
import { readSourceTree, type SourceFile } from './source-tree.ts';
import { findWorldWords, readWorldWords } from './world-names.ts';

const files = readSourceTree();
const offences = (find: (file: SourceFile) => string[], among = files) => among.flatMap(find);
const floor = (name: string) => files.filter((file) => file.path.startsWith(`src/${name}/`));

describe('the source tree', () => {
  it('was found: every floor has files', () => {
    for (const name of ['engine', 'model', 'scenario', 'study', 'figures', 'export', 'dashboard', 'cli'])
      expect(floor(name).length, name).toBeGreaterThan(0);
  });

  it('imports only downwards, and only the packages of its floor', () => {
    expect(offences(findImportOffences)).toEqual([]);
  });

  it('computes engine and model from nothing but arguments and exact arithmetic', () => {
    expect(offences(findImpurities, [...floor('engine'), ...floor('model')])).toEqual([]);
  });

  it('knows no faction and no crossing by name', () => {
    const words = readWorldWords();
    expect(words.size).toBeGreaterThan(20);
    expect(offences((file) => findWorldWords(file, words))).toEqual([]);
  });

  it('has rooms with one idea: a telling name and at most 250 lines', () => {
    expect(offences(findRoomOffences)).toEqual([]);
  });

  it('says of every export what it is', () => {
    expect(offences(findUndocumented)).toEqual([]);
  });
});
