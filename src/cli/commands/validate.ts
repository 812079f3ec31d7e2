import { allRows } from '../../study/patterns/all-rows.ts';
import { playOnThreads } from '../../study/player.ts';
import { openShelf } from '../../study/shelf.ts';
import { type ValidationResult, validate } from '../../study/validate.ts';
import { bandWords, type RowKind } from '../../study/validation-row.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { packageRoot } from '../package-root.ts';
import { wrapWords } from '../plain-table.ts';
import { print, say } from '../streams.ts';
import { fullDesign, quickDesign, valueWords, wordsOfBand } from '../validation-words.ts';

/** Flags of `validate`. */
export interface ValidateOptions {
  readonly seed: number;
  readonly full?: boolean;
  readonly strict?: boolean;
  readonly workers?: number;
  readonly json?: boolean;
}

/** Prints the table of patterns, comparative statics and metamorphic relations. Exit 0 once it is printed; `--strict` makes a failing row 6. */
export async function validateModel(options: ValidateOptions): Promise<ExitCode> {
  const rows = await allRows(openShelf(packageRoot));
  const design = { studySeed: options.seed, ...(options.full ? fullDesign : quickDesign) };
  const player = await playOnThreads(options.workers);
  say(
    `${rows.length} rows: ${design.replicates} replicates of whole worlds, ${design.mapReplicates} of small maps`,
  );
  let results: readonly ValidationResult[];
  try {
    results = await validate(rows, player, design, (done) => {
      if (done % 8 === 0 && done <= design.replicates) say(`${done} of ${design.replicates} replicates`);
    });
  } finally {
    await player.close();
  }
  if (options.json) print(JSON.stringify(results.map(asJson), null, 2));
  else print(tableText(results, options.seed));
  const failed = results.some((result) => result.verdict === 'fails');
  return options.strict && failed ? exitCodes.checkFailed : exitCodes.ok;
}

function asJson({ row, value, verdict, reason }: ValidationResult): object {
  return {
    id: row.id,
    kind: row.kind,
    source: row.source,
    band: bandWords(row.band),
    value: value?.estimate ?? null,
    lo: value?.lo ?? null,
    hi: value?.hi ?? null,
    n: value?.n ?? 0,
    verdict,
    use: row.use,
    unit: row.unit,
    about: row.about,
    seen: row.seen,
    reason: reason === '' ? null : reason,
  };
}

const headings: Readonly<Record<RowKind, string>> = {
  pattern: 'PATTERNS of the world',
  comparative: 'COMPARATIVE STATICS: something raised, on the same draws, relative change',
  metamorphic: 'METAMORPHIC: what holds for any numbers',
};

function tableText(results: readonly ValidationResult[], seed: number): string {
  const parts = (Object.keys(headings) as RowKind[]).map((kind) => {
    const ofKind = results.filter(({ row }) => row.kind === kind);
    return [headings[kind], '', ...ofKind.flatMap(blockOf)].join('\n');
  });
  const count = (verdict: ValidationResult['verdict']): number =>
    results.filter((result) => result.verdict === verdict).length;
  const unbuilt = results.filter(({ reason }) => reason === 'rule not built').length;
  return [
    ...parts,
    ...wrapWords(
      `${count('holds')} hold, ${count('fails')} fail, ${count('undecided')} undecided (${unbuilt} of them: rule not built). Seed ${seed}. Model output, not data. A calibrated row is no evidence: a parameter was set with it in view.`,
    ),
  ].join('\n');
}

function blockOf(result: ValidationResult): readonly string[] {
  const { row, verdict } = result;
  const number = valueWords(result);
  return [
    `${row.id.padEnd(26)} ${verdict.toUpperCase().padEnd(9)} ${number}`,
    ...wrapWords(`${row.about}. Band: ${wordsOfBand(row)}; ${row.use}.`, 78, '    '),
    ...(row.kind === 'pattern' ? wrapWords(`Seen: ${row.seen} (${row.source}).`, 78, '    ') : []),
    ...(result.reason === '' || result.value === undefined ? [] : [`    Why: ${result.reason}.`]),
    '',
  ];
}
