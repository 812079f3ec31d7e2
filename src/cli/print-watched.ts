import type { Printed } from '../dashboard/printed.ts';
import { type Choice, mayHideProblems } from '../figures/choices.ts';
import type { WatchOptions } from './commands/watch.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { frameInForm } from './frame-form.ts';
import { readSize } from './frame-size.ts';
import { print } from './streams.ts';
import { studyIn } from './study-shown.ts';
import { findChoices } from './watch-choices.ts';
import { findProblems } from './watching.ts';

/** Prints what `watch` shows before any key: the screen of a study's folder as it is now, or the list where no folder is given. Throws ForeignFolder and UsageError. */
export async function printWatched(folder: string | undefined, options: WatchOptions): Promise<ExitCode> {
  const size = readSize(options.size);
  const printed = await printedOf(folder, options.seed);
  print((await frameInForm(printed, size, options)).replace(/\n$/, ''));
  return exitCodes.ok;
}

async function printedOf(folder: string | undefined, seed: number): Promise<Printed> {
  const { printedList, printedStudy } = await import('../dashboard/printed.ts');
  return folder === undefined ? printedList(await soundOrNot(), seed) : printedStudy(await studyIn(folder));
}

/** The rows of the list once each of one's own was looked through. */
async function soundOrNot(): Promise<readonly Choice[]> {
  const choices: Choice[] = [];
  for (const choice of findChoices())
    choices.push(mayHideProblems(choice) ? { ...choice, problems: await findProblems(choice) } : choice);
  return choices;
}
