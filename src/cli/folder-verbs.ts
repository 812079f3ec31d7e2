import { type Command, Option } from 'commander';
import type { ExportOptions } from './commands/export.ts';
import type { ExitCode } from './exit-codes.ts';

/** Does a verb and keeps its exit code. */
type Do = (verb: () => Promise<ExitCode>) => Promise<void>;

/** Declares the verbs that work on the folder of a finished study. */
export function addFolderVerbs(program: Command, run: Do): void {
  program
    .command('export')
    .argument('<folder>', 'the folder of a finished study')
    .description('its tables in another form: Parquet, CSV as Excel wants it, or CSV of some runs alone')
    .addHelpText(
      'before',
      `Examples
  maabar export output/baseline-1f0c22ab --format parquet
  maabar export output/baseline-1f0c22ab --format excel --locale de
  maabar export output/baseline-1f0c22ab --tables by_month,events --runs 1..3
`,
    )
    .addOption(
      new Option('--format <form>', 'what to write').choices(['csv', 'parquet', 'excel']).default('parquet'),
    )
    .option('--tables <names>', 'only these tables, with commas between; default: all')
    .option('--runs <selection>', 'only runs of these scenarios, replicates (1..3), points or ids')
    .option('--out <folder>', 'where to; default: <folder>-<format>')
    .option('--locale <language>', 'whose decimals Excel expects: en, de, fr, …', 'en')
    .option('--replace', 'replace files of the same names')
    .option('--json', 'JSON lines on stdout')
    .action((folder: string, options: ExportOptions) =>
      run(async () => (await import('./commands/export.ts')).exportStudyTables(folder, options)),
    );
}
