import { type Command, Option } from 'commander';
import { collect } from './collect.ts';
import type { CompareOptions } from './commands/compare.ts';
import type { SensitivityOptions } from './commands/sensitivity.ts';
import type { ExitCode } from './exit-codes.ts';
import { wholeNumber } from './whole-number.ts';

/** Does a verb and keeps its exit code. */
type Do = (verb: () => Promise<ExitCode>) => Promise<void>;

/** Declares the verbs that read and judge studies. */
export function addJudgingVerbs(program: Command, run: Do): void {
  addCompare(program, run);
  addSensitivity(program, run);
}

function addCompare(program: Command, run: Do): void {
  program
    .command('compare')
    .argument('<what...>', "a study's folder, or scenarios by path or name")
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
    .option('--plain', 'plain lines, even in a terminal')
    .option('--no-color', 'no colours')
    .action((words: string[], options: CompareOptions) =>
      run(async () => (await import('./commands/compare.ts')).compare(words, options)),
    );
}

function addSensitivity(program: Command, run: Do): void {
  program
    .command('sensitivity')
    .argument('<study...>', 'a study file, scenarios with --vary, or the folder of such a study')
    .description(
      'how far each varied parameter, and chance, moves the outcomes: indices with intervals, ranks where they tell apart',
    )
    .addHelpText(
      'before',
      `Examples
  maabar sensitivity what-drives-the-shift --method morris
  maabar sensitivity what-drives-the-shift --method sobol --bases 512
  maabar sensitivity two-gates --vary pact.cohesion=0:0.9 --bases 16
`,
    )
    .addOption(
      new Option('--method <name>', 'morris screens many parameters, sobol shares out the variance')
        .choices(['morris', 'sobol'])
        .default('morris'),
    )
    .option('--bases <n>', 'blocks of rows; default 64 for morris, 256 for sobol', wholeNumber(2, 1e7))
    .option('--vary <name=lo:hi>', 'vary a parameter: name=lo:hi or name=a,b,c; may be repeated', collect, [])
    .option('--set <name=formula>', 'set a parameter in every scenario; may be repeated', collect, [])
    .option('--replicates <n>', 'runs at each row, on draws of its base; default 2', wholeNumber(1, 1e6))
    .option('--seed <n>', 'study seed: all chance follows from it', wholeNumber(0, Number.MAX_SAFE_INTEGER))
    .option('--months <n>', 'play only the first so many months', wholeNumber(1, 156))
    .option('--window <months>', 'months of the means, 2018-05..2020-04')
    .option('--workers <n>', 'threads; default: one for each core', wholeNumber(1, 512))
    .option('--outcome <name>', 'tell only this outcome; may be repeated', collect, [])
    .option('--all', 'tell every outcome that is kept')
    .option('--out <folder>', 'where to leave tables; default: output/<study>-<hash>')
    .option('--json', 'JSON lines on stdout')
    .option('--plain', 'plain lines, even in a terminal')
    .option('--no-color', 'no colours')
    .action((words: string[], options: SensitivityOptions) =>
      run(async () => (await import('./commands/sensitivity.ts')).sensitivity(words, options)),
    );
}
