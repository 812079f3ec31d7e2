import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** `node bench/run.ts [word]` runs every bench/*.bench.ts, or those whose name holds the word, one after the other. */
const word = process.argv[2] ?? '';
const found = globSync('*.bench.ts', { cwd: import.meta.dirname }).sort();
const wanted = found.filter((name) => name.includes(word));
if (wanted.length === 0) {
  console.error(`no bench is called like "${word}"; there are ${found.join(', ')}`);
  process.exitCode = 1;
}
for (const name of wanted) {
  console.log(`\n${name}`);
  await import(pathToFileURL(resolve(import.meta.dirname, name)).href);
}
