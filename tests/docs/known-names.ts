import { globSync } from 'node:fs';
import { factionColumns, monthColumns, recordedTables } from '../../src/model/observables.ts';
import { parameterDeclarations } from '../../src/model/parameters.ts';

const parameters = parameterDeclarations.map((declaration) => declaration.name);

/** Whether a name, `*` standing for any part of it, is a declared parameter or one of an entity, `goods.food.duty`. */
export function isParameter(name: string): boolean {
  const asked = pattern(name);
  return parameters.some((known) => asked.test(known) || pattern(known).test(name));
}

function pattern(name: string): RegExp {
  return new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}$`);
}

/** Whether a word has the form of a parameter's name, so that it must be one: `patron.transfer`, not `model.md`. */
export function looksLikeParameter(word: string): boolean {
  const kinds = new Set(parameters.map((name) => name.split('.')[0]));
  return (
    /^[a-z]+(\.[a-z0-9_*-]+)+$/.test(word) &&
    kinds.has(word.split('.')[0]) &&
    !/\.(ts|md|yaml|js)$/.test(word)
  );
}

const emptyWorld = {
  ...{ id: 'empty', title: '', patronName: '', governmentName: '', factions: [], neighbours: [] },
  ...{ corridors: [], crossings: [], posts: [], destinations: [], goods: [], bases: [] },
};

/** Every column of the recorded tables, and the key columns that name an entity. */
export const columns: ReadonlySet<string> = new Set(
  [
    ...[...monthColumns, ...factionColumns].map((column) => column.name),
    ...recordedTables(emptyWorld).flatMap((table) => [
      table.key ?? '',
      ...table.columns.map((column) => column.name),
    ]),
  ].filter((name) => name !== ''),
);

/** Ids of the shipped scenarios and worlds. */
export const shipped: ReadonlySet<string> = new Set([
  ...globSync('scenarios/*.yaml').map((file) => file.replace(/^.*[/\\]|\.yaml$/g, '')),
  ...globSync('worlds/*/').map((folder) => folder.replace(/[/\\]$/, '').replace(/^.*[/\\]/, '')),
]);
