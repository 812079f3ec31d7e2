import { type Command, Option } from 'commander';
import { collect } from './collect.ts';
import type { WatchOptions } from './commands/watch.ts';
import type { ExitCode } from './exit-codes.ts';
import { addFrameForm, addScreenLook } from './screen-options.ts';
import { wholeNumber } from './whole-number.ts';

/** Does a verb and keeps its exit code. */
type Do = (verb: () => Promise<ExitCode>) => Promise<void>;

const examples = `Examples
  maabar watch                                 the list, as maabar alone
  maabar watch maximum-pressure                beside what it is compared with
  maabar watch no-sanctions maximum-pressure   two compared on the same draws
  maabar watch my-scenario.yaml --seed 7 --view why
  maabar watch output/sweep-3f9c1a             a study, also while it is worked
  maabar watch output/sweep-3f9c1a --frame --size 120x40
  maabar watch output/sweep-3f9c1a --frame --as csv > scenarios.csv
`;

const views = ['run', 'compare', 'crossings', 'why', 'params'];

/** Declares `watch`. */
export function addWatch(program: Command, run: Do): void {
  addFrameForm(addScreenLook(program.command('watch')))
    .argument(
      '[what...]',
      "a scenario file or the name of a shipped one, two to compare, or a study's folder; none: the list",
    )
    .description('choose scenarios from a list and watch them played, in a terminal; no tables are written')
    .addHelpText('before', examples)
    .option(
      '--seed <n>',
      'study seed: all chance follows from it',
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
      1,
    )
    .option('--months <n>', 'play only the first so many months', wholeNumber(1, 156))
    .option('--set <name=formula>', 'set a parameter in what is watched; may be repeated', collect, [])
    .option('--predict', 'ask what the main change will do before it comes, then show what it did')
    .addOption(new Option('--view <view>', 'what a run opens with').choices(views))
    .option('--frame', "print the screen of a study's folder, or the list, once, also on a pipe")
    .option('--screen-reader', "no screen: how far a study's folder is, in sentences")
    .action((what: string[], options: WatchOptions) =>
      run(async () => (await import('./commands/watch.ts')).watch(what, options)),
    );
}
