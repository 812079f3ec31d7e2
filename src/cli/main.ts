import { Command, CommanderError } from 'commander';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { isWatched } from './is-watched.ts';
import { toolVersion } from './package-root.ts';
import { reportError } from './report-error.ts';
import { endQuietlyOnClosedPipe } from './streams.ts';
import { addVerbs } from './verbs.ts';

/** Reads the command line, does what it says, and gives the exit code; alone in a terminal it is `watch`. Verbs are loaded only when asked for. */
async function main(argv: readonly string[]): Promise<ExitCode> {
  const program = new Command('maabar');
  let exitCode: ExitCode = exitCodes.ok;
  addVerbs(program, toolVersion(), async (verb) => {
    exitCode = await verb();
  });
  try {
    const words = argv.length === 0 && (await isWatched({})) ? ['watch'] : argv;
    if (words.length === 0) program.outputHelp();
    else await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    return reportError(error);
  }
}

endQuietlyOnClosedPipe();
process.exitCode = await main(process.argv.slice(2));
