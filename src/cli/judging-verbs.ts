import type { Command } from 'commander';
import type { CompareOptions } from './commands/compare.ts';
import type { ExitCode } from './exit-codes.ts';
import { wholeNumber } from './whole-number.ts';

/** Does a verb and keeps its exit code. */
type Do = (verb: () => Promise<ExitCode>) => Promise<void>;

/** Declares the verbs that read and judge studies. */
export function addJudgingVerbs(program: Command, run: Do): void {
  addCompare(program, run);
}

function addCompare(program: Command, run: Do): void {
  program
    .command('compare')
    .argument('<folder or scenarios...>', "a study's folder, or scenarios by path or name")
    .description(
      'how scenarios differ from their baseline on the same draws: intervals, a verdict, what pairing was worth',
    )
    .addHelpText(
      'before',
      `Examples
  maabar compare baseline maximum-pressure --replicates 16
  maabar compare output/classroom-quick-1f0c22ab --outcome income_total_usd
  maabar compare maximum-pressure --window 2019-01..2019-12 --all
  maabar compare baseline patron-cut-only --twin   where two worlds part
`,
    )
    .option('--outcome <name>', 'only this outcome; may be repeated', collect, [])
    .option('--all', 'every outcome that is kept, not the headline ones alone')
    .option('--window <months>', 'over these months, 2018-05..2020-04')
    .option('--replicates <n>', 'of scenarios: pairs of runs; default 8', wholeNumber(1, 1e6))
    .option('--seed <n>', 'of scenarios: study seed', wholeNumber(0, Number.MAX_SAFE_INTEGER))
    .option('--months <n>', 'of scenarios: play only the first so many months', wholeNumber(1, 156))
    .option('--workers <n>', 'of scenarios: threads; default: one for each core', wholeNumber(1, 512))
    .option('--out <folder>', 'of scenarios: where to; default: output/<study>-<hash>')
    .option('--twin', 'play two worlds in step: where they part, and what follows from it')
    .option('--replicate <n>', 'with --twin: on the draws of this replicate', wholeNumber(1, 1e6), 1)
    .option('--point <id>', 'with --twin on a folder: at this point of its design', 'p-0')
    .option('--json', 'JSON lines on stdout')
    .action((words: string[], options: CompareOptions) =>
      run(async () => (await import('./commands/compare.ts')).compare(words, options)),
    );
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
