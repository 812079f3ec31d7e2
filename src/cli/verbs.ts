import { type Command, Option } from 'commander';
import { collect } from './collect.ts';
import type { CheckOptions } from './commands/check.ts';
import type { ExplainOptions } from './commands/explain.ts';
import type { ListOptions } from './commands/list.ts';
import type { MapOptions } from './commands/map.ts';
import type { RunOptions } from './commands/run.ts';
import { addEvidenceVerbs } from './evidence-verbs.ts';
import type { ExitCode } from './exit-codes.ts';
import { addFolderVerbs } from './folder-verbs.ts';
import { addJudgingVerbs } from './judging-verbs.ts';
import { program as word } from './program-word.ts';
import { addFrameForm, addScreenLook } from './screen-options.ts';
import { addStartingVerbs } from './starting-verbs.ts';
import { addStudyVerbs } from './study-verbs.ts';
import { addWatch } from './watch-verb.ts';
import { wholeNumber } from './whole-number.ts';

/** Does a verb and keeps its exit code. */
type Do = (verb: () => Promise<ExitCode>) => Promise<void>;

/** Where the program is not installed, `maabar` in an example is something longer. */
const heading = word === 'maabar' ? 'Examples' : `Examples (here maabar is typed: ${word})`;

const examples = `${heading}
  maabar                                       choose a scenario and watch it
  maabar list                                  what is shipped
  maabar run maximum-pressure                  play it against its baseline
  maabar run patron-cut-only --replicates 32   narrower intervals
  maabar explain patron.transfer               what a number is, and its source
  maabar batch classroom-quick                 many runs: a study into a folder
`;

/** Declares every verb and flag. What a verb needs is imported inside its action, so that help costs next to nothing. */
export function addVerbs(program: Command, version: string, run: Do): void {
  program
    .description('An agent-based simulator of faction economies under sanctions. Model output, not data.')
    .version(version)
    .addHelpText('before', examples)
    .exitOverride()
    .configureHelp({ helpWidth: 80 })
    .showHelpAfterError(`${word} --help lists what it can do.`);
  addRun(program, run);
  addWatch(program, run);
  addCheck(program, run);
  addList(program, run);
  addExplain(program, run);
  addMap(program, run);
  addFolderVerbs(program, run);
  addEvidenceVerbs(program, run);
  addStudyVerbs(program, run);
  addJudgingVerbs(program, run);
  addStartingVerbs(program, run);
}

function addRun(program: Command, run: Do): void {
  addFrameForm(addScreenLook(program.command('run')))
    .argument('<scenario>', 'path of a scenario file, or the name of a shipped one')
    .description(
      'play a scenario against its baseline: watched live in a terminal, summary and tables elsewhere',
    )
    .addHelpText(
      'before',
      `${heading}
  maabar run maximum-pressure
  maabar run my-scenario.yaml --seed 7 --replicates 32 --plain
  maabar run baseline --set "patron.transfer=baseline * 0.4" --json
  maabar run baseline --size 120x40 --frame 2018-06 --view crossings --plain
  maabar run baseline --frame 2018-06 --as csv > factions.csv
`,
    )
    .option(
      '--seed <n>',
      'study seed: all chance follows from it',
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
      1,
    )
    .option('--replicates <n>', 'runs of each scenario on different draws', wholeNumber(1, 1e6), 8)
    .option('--replicate <n>', 'only this replicate', wholeNumber(1, 1e6))
    .option('--workers <n>', 'threads; default: one for each core', wholeNumber(1, 512))
    .option('--months <n>', 'play only the first so many months', wholeNumber(1, 156))
    .option('--set <name=formula>', 'set a parameter from the first month; may be repeated', collect, [])
    .option('--against <scenario>', 'what to compare with; default: what the scenario says')
    .option('--out <folder>', 'where to leave tables; default: output/<scenario>-<hash>')
    .option('--predict', 'ask what the main change will do before it comes, then show what it did')
    .option('--json', 'JSON lines on stdout')
    .option('--plain', 'a summary in plain text, even in a terminal')
    .option('--frame <month>', 'print the screen at a month, 2018-06, as text, and leave no tables')
    .addOption(
      new Option('--view <view>', 'what the screen shows first, or --frame prints').choices([
        'run',
        'compare',
        'batch',
        'crossings',
        'why',
        'params',
      ]),
    )
    .addOption(
      new Option(
        '--screen-reader',
        'no screen and no table: the run told line by line, in sentences',
      ).conflicts('json'),
    )
    .option(
      '--pairs <n>',
      'runs on shared draws that the view compare shows; default 20',
      wholeNumber(1, 1000),
    )
    .option('--on <name>', 'with --view why or crossings: a faction, crossing, parameter or event number')
    .action((scenario: string, options: RunOptions) =>
      run(async () => (await import('./commands/run.ts')).run(scenario, options)),
    );
}

function addCheck(program: Command, run: Do): void {
  program
    .command('check')
    .argument(
      '<files...>',
      'scenario and study files, folders of them, names of shipped ones, or folders that batch left',
    )
    .description(
      'scenarios: read, play once, hold their checks against the run; studies: read with all they name; a folder of batch: schema, keys, checksums, rows',
    )
    .option('--schema-only', 'read the files, play nothing')
    .option('--json', 'JSON lines on stdout')
    .action((files: string[], options: CheckOptions) =>
      run(async () => (await import('./commands/check.ts')).check(files, options)),
    );
}

function addList(program: Command, run: Do): void {
  program
    .command('list')
    .description('scenarios and studies: title, question, difficulty or size')
    .option('--json', 'JSON lines on stdout')
    .action((options: ListOptions) => run(async () => (await import('./commands/list.ts')).list(options)));
}

function addExplain(program: Command, run: Do): void {
  program
    .command('explain')
    .argument(
      '[name]',
      'a parameter, an outcome, a run of a study, "elasticities" (which line answers need, and how strongly), or "ledger"',
    )
    .description('what a parameter, an outcome or a run is: meaning, unit, value, source')
    .addHelpText(
      'before',
      `${heading}
  maabar explain patron.transfer
  maabar explain income_patron_usd --month 2018-06 --scenario maximum-pressure
  maabar explain elasticities
  maabar explain ledger --month 2020-07        who paid whom, summing to zero
  maabar explain --assumptions
  maabar explain r-7f3a91c204be --replay      whether a run can be had again
`,
    )
    .option('--scenario <scenario>', 'as this scenario has it; default: baseline')
    .option('--month <month>', 'in this month, 2018-06')
    .option('--parameters', 'every parameter')
    .option('--outcomes', 'every outcome')
    .option('--assumptions', 'every value that no source supports')
    .option('--folder <folder>', 'of a run: the study that holds it; default: all of output/')
    .option('--replay', 'of a run: play it again and compare it with what its folder holds')
    .option('--sweep', 'with --assumptions: each from low to high, worst first; takes minutes')
    .option('--json', 'JSON lines on stdout')
    .action((name: string | undefined, options: ExplainOptions) =>
      run(async () => (await import('./commands/explain.ts')).explain(name, options)),
    );
}

function addMap(program: Command, run: Do): void {
  program
    .command('map')
    .argument('<world>', 'the name of a shipped world, or the path of a folder')
    .description('whether a pact raises or lowers what a truck pays on this map of ownership, post by post')
    .addHelpText(
      'before',
      `Examples
  maabar map two-gates
  maabar map iraq --json
`,
    )
    .option('--json', 'JSON lines on stdout')
    .action((world: string, options: MapOptions) =>
      run(async () => (await import('./commands/map.ts')).map(world, options)),
    );
}
