import type { Command } from 'commander';
import type { AttributeOptions } from './commands/attribute.ts';
import type { CalibrateOptions } from './commands/calibrate.ts';
import type { ValidateOptions } from './commands/validate.ts';
import type { ExitCode } from './exit-codes.ts';
import { wholeNumber } from './whole-number.ts';

/** Does a verb and keeps its exit code. */
type Do = (verb: () => Promise<ExitCode>) => Promise<void>;

/** Declares the verbs that judge the model: what it reproduces and why it moves. */
export function addEvidenceVerbs(program: Command, run: Do): void {
  addValidate(program, run);
  addAttribute(program, run);
  addCalibrate(program, run);
}

function addValidate(program: Command, run: Do): void {
  program
    .command('validate')
    .description(
      'hold the model against patterns of the world, comparative statics, and what holds for any numbers; failures are shown',
    )
    .option('--full', 'more replicates: narrower intervals')
    .option('--strict', 'exit 6 when a row fails')
    .option('--seed <n>', 'study seed', wholeNumber(0, Number.MAX_SAFE_INTEGER), 1)
    .option('--workers <n>', 'threads; default: one for each core', wholeNumber(1, 512))
    .option('--json', 'one JSON array on stdout')
    .action((options: ValidateOptions) =>
      run(async () => (await import('./commands/validate.ts')).validateModel(options)),
    );
}

function addAttribute(program: Command, run: Do): void {
  program
    .command('attribute')
    .argument('<scenario>', 'path of a scenario file, or the name of a shipped one')
    .description('what each driver has of the change that a scenario makes: Shapley shares with intervals')
    .option('--over-time', 'against the same world frozen before its first change, not its baseline')
    .option('--replicates <n>', 'runs of each world on different draws', wholeNumber(1, 1e4), 4)
    .option('--seed <n>', 'study seed', wholeNumber(0, Number.MAX_SAFE_INTEGER), 1)
    .option('--workers <n>', 'threads; default: one for each core', wholeNumber(1, 512))
    .option('--json', 'JSON lines on stdout')
    .action((scenario: string, options: AttributeOptions) =>
      run(async () => (await import('./commands/attribute.ts')).attributeScenario(scenario, options)),
    );
}

function addCalibrate(program: Command, run: Do): void {
  program
    .command('calibrate')
    .argument('<study>', 'path of a calibration, studies/iraq.yaml')
    .description(
      'fit parameters to the rows of validate that are marked calibrated, by rejection from stated priors',
    )
    .option('--draws <n>', 'draws from the priors; default: as the study says', wholeNumber(10, 1e6))
    .option('--out <file>', 'where to leave the posterior; default: beside the study')
    .option('--workers <n>', 'threads; default: one for each core', wholeNumber(1, 512))
    .option('--json', 'JSON on stdout')
    .action((study: string, options: CalibrateOptions) =>
      run(async () => (await import('./commands/calibrate.ts')).calibrateStudy(study, options)),
    );
}
