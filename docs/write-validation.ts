import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fullDesign, valueWords, wordsOfBand } from '../src/cli/validation-words.ts';
import { allRows } from '../src/study/patterns/all-rows.ts';
import { playOnThreads } from '../src/study/player.ts';
import { openShelf } from '../src/study/shelf.ts';
import { type ValidationResult, validate } from '../src/study/validate.ts';
import { fillBlocks } from './generate.ts';

/** Writes the table of docs/validation.md as `maabar validate --full` has it. It takes some minutes. */
const page = fileURLToPath(new URL('validation.md', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));

const player = await playOnThreads();
const results = await validate(await allRows(openShelf(root)), player, { studySeed: 1, ...fullDesign });
await player.close();
writeFileSync(page, fillBlocks(readFileSync(page, 'utf8'), { validation: tableOf(results) }));

function tableOf(all: readonly ValidationResult[]): string {
  const head = ['id', 'what', 'seen, and by whom', 'band', 'model, 95% interval', 'n', 'verdict', 'use'];
  return [head, head.map(() => '---'), ...all.map(cells)]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

function cells(result: ValidationResult): readonly string[] {
  const { row, value, verdict } = result;
  const verdictWord = verdict === 'fails' ? '**fails**' : verdict;
  return [
    row.id,
    row.about,
    `${row.seen} (${row.source})`,
    wordsOfBand(row),
    valueWords(result),
    String(value?.n ?? 0),
    verdictWord,
    row.use,
  ];
}
