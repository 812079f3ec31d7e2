import { type Command, Option } from 'commander';
import { collect } from './collect.ts';
import type { WatchOptions } from './commands/watch.ts';
import type { ExitCode } from './exit-codes.ts';
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
  program
    .command('watch')
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
    .option('--mouse', 'the mouse scrolls and chooses from the start; % turns it on and off')
    .option('--fps <n>', 'redraws of the screen a second', wholeNumber(1, 8), 8)
    .option('--no-color', 'no colours')
    .addOption(
      new Option('--glyphs <set>', 'characters of the screen').choices(['braille', 'block', 'ascii']),
    )
    .addOption(new Option('--theme <name>', 'colours of the screen').choices(['dark', 'light', 'mono']))
    .addOption(new Option('--view <view>', 'what a run opens with').choices(views))
    .option('--frame', "print the screen of a study's folder, or the list, once, also on a pipe")
    .option('--size <size>', 'with --frame: columns and rows; default 80x24')
    .addOption(
      new Option(
        '--as <form>',
        'with --frame: text (default), the picture as svg, or the numbers of a panel',
      ).choices(['text', 'svg', 'csv', 'json']),
    )
    .option('--panel <panel>', 'with --as csv or json: which panel, by number or name; default 1')
    .option('--screen-reader', "no screen: how far a study's folder is, in sentences")
    .action((what: string[], options: WatchOptions) =>
      run(async () => (await import('./commands/watch.ts')).watch(what, options)),
    );
}
