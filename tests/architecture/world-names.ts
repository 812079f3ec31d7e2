import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { SourceFile } from './source-tree.ts';

/** Words that world files share with the language of the model itself. */
const genericWords = new Set(
  `north south east west upper lower middle inner outer left right first second third gate gates brigade organisation
  front port border crossing bridge post road river city capital airport market party army movement group battalion
  free zone with from over`.split(/\s+/),
);

/** Words of four letters and more in ids and names of all factions and crossings of all worlds, without the generic. */
export function readWorldWords(): Set<string> {
  return wordsOfWorlds(globSync('worlds/*/*.yaml').map((path) => readFileSync(path, 'utf8')));
}

/** The same, from the texts of world files. */
export function wordsOfWorlds(texts: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const text of texts)
    for (const word of namesIn(text).flatMap(wordsOf)) if (!genericWords.has(word)) words.add(word);
  return words;
}

function namesIn(text: string): string[] {
  const world: unknown = parse(text);
  return ['factions', 'crossings'].flatMap((kind) =>
    Object.entries(entriesOf(world)[kind] ?? {}).flatMap(([id, entity]) => [
      id,
      String(entriesOf(entity).name ?? ''),
    ]),
  );
}

function entriesOf(value: unknown): Readonly<Record<string, object | undefined>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, object>) : {};
}

/** Lower-case words of a text; `upperGate` and `upper-gate` are both upper, gate. */
function wordsOf(text: string): string[] {
  const spaced = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();
  return spaced.match(/\p{L}{4,}/gu) ?? [];
}

/** Lines of a file, comments too, that use a word of a world. */
export function findWorldWords(file: SourceFile, words: ReadonlySet<string>): string[] {
  return file.text
    .split('\n')
    .flatMap((line, at) =>
      [...new Set(wordsOf(line))]
        .filter((word) => words.has(word))
        .map(
          (word) =>
            `${file.path}:${at + 1}: "${word}" belongs to a world; src/ knows no faction and no crossing`,
        ),
    );
}
