import { wrapWords } from './plain-table.ts';

/** Terms to the left, their words wrapped to their right, at most 80 columns; a term without words is left out. */
export function definitionList(
  entries: readonly (readonly [term: string, words: string | readonly string[]])[],
): string {
  const width = Math.max(...entries.map(([term]) => term.length)) + 4;
  return entries
    .flatMap(([term, words]) => {
      const lines = [words].flat().flatMap((text) => wrapWords(text, 80 - width));
      return lines.map((line, at) => `${(at === 0 ? `  ${term}` : '').padEnd(width)}${line}`);
    })
    .join('\n');
}
