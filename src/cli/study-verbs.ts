import { type Command, InvalidArgumentError, Option } from 'commander';
import { collect } from './collect.ts';
import type { BatchOptions } from './commands/batch.ts';
import type { MergeOptions } from './commands/merge.ts';
import type { PlanOptions } from './commands/plan.ts';
import type { ExitCode } from './exit-codes.ts';
import { replicates, share } from './precision-options.ts';
import { addScreenLook } from './screen-options.ts';
import { wholeNumber } from './whole-number.ts';

/** Does a verb and keeps its exit code. */
type Do = (verb: () => Promise<ExitCode>) => Promise<void>;

/** Declares the verbs of many runs. */
export function addStudyVerbs(program: Command, run: Do): void {
  addBatch(program, run);
  addPlan(program, run);
  addMerge(program, run);
  addSchedulerVerbs(program, run);
}

function addBatch(program: Command, run: Do): void {
  addScreenLook(asked(program.command('batch')))
    .description(
      'play a study, or scenarios side by side, into a folder of tables; goes on where it broke off',
    )
    .addHelpText(
      'before',
      `Examples
  maabar batch studies/classroom-quick.yaml
  maabar batch baseline maximum-pressure --replicates 32
  maabar batch two-gates --vary pact.cohesion=0.2:0.9 --design sobol --points 64
  maabar batch two-gates two-gates-pact-broken --replicates auto --precision 5%
  maabar batch studies/big.yaml --shard 2/5 --out shard-2
`,
    )
    .option('--shard <i/n>', 'only every n-th chunk from the i-th on; "maabar merge" joins them')
    .addOption(
      new Option('--on-failure <what>', 'after a failed run')
        .choices(['continue', 'stop'])
        .default('continue'),
    )
    .option('--json', 'JSON lines on stdout')
    .option('--plain', 'plain lines, even in a terminal')
    .option('--screen-reader', 'the same: lines and sentences, nothing drawn')
    .option('--yes', 'play a design of more than 10 million runs')
    .action((words: string[], options: BatchOptions) =>
      run(async () => (await import('./commands/batch.ts')).batch(words, options)),
    );
}

function addPlan(program: Command, run: Do): void {
  asked(program.command('plan'))
    .description(
      'what a study costs: runs, rows, disk, time; prepares its folder with the points, plays nothing',
    )
    .option('--json', 'JSON on stdout')
    .action((words: string[], options: PlanOptions) =>
      run(async () => (await import('./commands/plan.ts')).plan(words, options)),
    );
}

function addMerge(program: Command, run: Do): void {
  program
    .command('merge')
    .argument('<folders...>', 'the folders of all shards of one study')
    .description('join shards into one folder, byte-equal to one working of the whole')
    .option('--out <folder>', 'where to; default: output/<study>-<hash>')
    .option('--json', 'JSON lines on stdout')
    .action((folders: string[], options: MergeOptions) =>
      run(async () => (await import('./commands/merge.ts')).merge(folders, options)),
    );
}

/** What a cluster's scheduler calls; not in the help, since people need them rarely. */
function addSchedulerVerbs(program: Command, run: Do): void {
  program
    .command('run-chunk', { hidden: true })
    .argument('<folder>', "a study's folder, as plan or batch made it")
    .argument('<number>', 'the chunk, from 0', wholeNumber(0, Number.MAX_SAFE_INTEGER))
    .description('work one chunk of a study')
    .action((folder: string, number: number) =>
      run(async () => (await import('./commands/run-chunk.ts')).runChunk(folder, number)),
    );
  program
    .command('missing', { hidden: true })
    .argument('<folder>', "a study's folder")
    .description('print the numbers of the chunks that are still to be worked')
    .action((folder: string) => run(async () => (await import('./commands/missing.ts')).missing(folder)));
}

/** What a study is asked for; a flag goes before the file. */
function asked(command: Command): Command {
  return command
    .argument('<study...>', 'a study file, or scenarios by path or name')
    .option('--seed <n>', 'study seed: all chance follows from it', wholeNumber(0, Number.MAX_SAFE_INTEGER))
    .option('--replicates <n>', 'runs of each scenario at each point; or auto', replicates)
    .option('--precision <share>', 'with auto: play on until intervals are this narrow, 5%', share)
    .option('--of <names>', 'with auto: the outcomes to be precise in, with commas between')
    .option('--least <n>', 'with auto: replicates played in any case; default 8', wholeNumber(2, 1e6))
    .option('--most <n>', 'with auto: at most so many; default 2000', wholeNumber(2, 1e6))
    .option('--workers <n>', 'threads; default: one for each core', wholeNumber(1, 512))
    .option('--months <n>', 'play only the first so many months', wholeNumber(1, 156))
    .option('--set <name=formula>', 'set a parameter in every scenario; may be repeated', collect, [])
    .option('--vary <name=lo:hi>', 'vary a parameter: name=lo:hi or name=a,b,c; may be repeated', collect, [])
    .option('--design <kind>', 'factorial, latin-hypercube, sobol, table, morris or saltelli')
    .option('--points <n>', 'points of a latin-hypercube or sobol design', wholeNumber(1, 1e8))
    .option('--bases <n>', 'blocks of rows of a morris or saltelli design', wholeNumber(2, 1e7))
    .option('--outcomes <names>', 'columns of by_month to keep, with commas between')
    .option('--window <months>', 'months of the means, 2018-05..2020-04')
    .option('--tables <names>', 'tables to keep month by month, with commas between; or none')
    .option('--run-seconds <n>', 'a run that takes longer fails', positive)
    .option('--out <folder>', 'where to leave tables; default: output/<study>-<hash>');
}

function positive(text: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('It must be a number above 0.');
}
