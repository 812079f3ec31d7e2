import type { Command } from 'commander';
import type { DoctorOptions } from './commands/doctor.ts';
import type { NewOptions } from './commands/new.ts';
import type { ExitCode } from './exit-codes.ts';

/** Does a verb and keeps its exit code. */
type Do = (verb: () => Promise<ExitCode>) => Promise<void>;

/** Declares the verbs that somebody starts with: a file to fill in, and whether the program can work here. */
export function addStartingVerbs(program: Command, run: Do): void {
  addNew(program, run);
  addDoctor(program, run);
}

function addNew(program: Command, run: Do): void {
  program
    .command('new')
    .argument('<name>', 'name of the file, without .yaml')
    .description('write a scenario, or a study, that can be played as it is and says how to change it')
    .addHelpText(
      'before',
      `Examples
  maabar new my-cut
  maabar new gates-reopened --from two-gates
  maabar new my-study --study --from two-gates
`,
    )
    .option('--from <scenario>', 'build on this scenario, by path or shipped name', 'baseline')
    .option('--study', 'a study of the scenario, not a scenario')
    .option('--json', 'JSON on stdout')
    .action((name: string, options: NewOptions) =>
      run(async () => (await import('./commands/new.ts')).newFile(name, options)),
    );
}

function addDoctor(program: Command, run: Do): void {
  program
    .command('doctor')
    .description('whether this machine can do the work: Node, disk, threads, the same numbers as everywhere')
    .addHelpText('before', 'Examples\n  maabar doctor\n  maabar doctor --json\n')
    .option('--json', 'JSON lines on stdout')
    .action((options: DoctorOptions) =>
      run(async () => (await import('./commands/doctor.ts')).doctor(options)),
    );
}
