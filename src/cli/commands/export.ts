import { basename, dirname, join, resolve } from 'node:path';
import { type DescribedTable, readDescribedTables } from '../../export/described-table.ts';
import { excelRows, type Separators, separatorsOf } from '../../export/excel-csv.ts';
import { type ExportedFile, exportTables } from '../../export/export-tables.ts';
import { isFinished } from '../../export/manifest.ts';
import { countSelected, isOfRuns, parseSelection, type RunSelection } from '../../export/run-selection.ts';
import { didYouMean } from '../../scenario/nearest.ts';
import { ForeignFolder } from '../../study/session.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { asTyped } from '../program-word.ts';
import { shellWord } from '../shell-word.ts';
import { print, printJson, say } from '../streams.ts';
import { UsageError } from '../usage-error.ts';

/** Flags of `export`. */
export interface ExportOptions {
  readonly format: 'csv' | 'parquet' | 'excel';
  readonly tables?: string;
  readonly out?: string;
  readonly runs?: string;
  readonly locale: string;
  readonly replace?: boolean;
  readonly json?: boolean;
}

/** Writes tables of a finished study in another form. Exit 7 where a file of such a name is there, or the folder is not a finished study. */
export async function exportStudyTables(folder: string, options: ExportOptions): Promise<ExitCode> {
  if (!isFinished(folder))
    throw new ForeignFolder(
      `${folder} is not the folder of a finished study. See what is there with: ${asTyped(`maabar check ${shellWord(folder)}`)}`,
    );
  const runs = options.runs === undefined ? undefined : selectionOf(folder, options.runs);
  const tables = wantedTables(folder, options.tables, runs !== undefined);
  const out = options.out ?? besideStudy(folder, options.format);
  const { format, replace = false } = options;
  const separators = localSeparators(options.locale);
  const files = exportTables({ folder, tables, out, format, separators, runs, replace });
  for (const file of files) tell(out, file, options);
  return exitCodes.ok;
}

/** `output/cut-1f0c22ab-parquet` beside `output/cut-1f0c22ab`. */
function besideStudy(folder: string, format: string): string {
  return join(dirname(folder), `${basename(resolve(folder))}-${format}`);
}

function wantedTables(
  folder: string,
  list: string | undefined,
  narrowed: boolean,
): readonly DescribedTable[] {
  const known = readDescribedTables(folder).filter(({ format }) => format === 'csv');
  const suitable = known.filter(({ fields }) => !narrowed || isOfRuns(fields.map(({ name }) => name)));
  if (list === undefined) return suitable;
  const names = [...new Set(list.split(',').map((name) => name.trim()))];
  const problems = names.flatMap((name) => tableProblem(name, known, suitable));
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return names.map((name) => known.find((table) => table.name === name)!);
}

function tableProblem(
  name: string,
  known: readonly DescribedTable[],
  suitable: readonly DescribedTable[],
): readonly string[] {
  if (suitable.some((table) => table.name === name)) return [];
  if (known.some((table) => table.name === name))
    return [`--tables: ${name} is over all runs, so --runs cannot narrow it. Leave one of the two.`];
  const names = known.map((table) => table.name);
  return [`--tables: there is no table "${name}".${didYouMean(name, names)} There are: ${names.join(', ')}.`];
}

function selectionOf(folder: string, text: string): RunSelection {
  const selection = parseSelection(text);
  const { runs, scenarios } = countSelected(folder, selection);
  if (runs > 0) return selection;
  throw new UsageError(
    `--runs ${text}: no run is of that kind. It takes scenarios (here ${scenarios.join(', ')}), replicates (3 or 1..10), points (p-0) and ids of runs (r-…), with commas between.`,
  );
}

function localSeparators(locale: string): Separators {
  try {
    return separatorsOf(locale);
  } catch {
    throw new UsageError(`--locale ${locale}: that is no language as in en, de, fr or pt-BR.`);
  }
}

function tell(out: string, { path, rows, bytes }: ExportedFile, { format, json }: ExportOptions): void {
  const file = join(out, path);
  if (json) printJson({ file, rows, bytes });
  else print(`${file}: ${rows} rows`);
  if (format === 'excel' && rows > excelRows)
    say(`${file} has ${rows} rows, and Excel shows the first ${excelRows}: narrow it with --runs.`);
}
