import { shownBatch } from '../dashboard/batch/shown-batch.ts';
import { startBatchState } from '../dashboard/batch/state.ts';
import { studyView } from '../dashboard/batch/study-view.ts';
import { chooseView } from '../dashboard/choose/choose-view.ts';
import { mayHideProblems } from '../dashboard/choose/look-through.ts';
import { shownList } from '../dashboard/choose/shown-list.ts';
import { startChoosing } from '../dashboard/choose/state.ts';
import type { Choice } from '../figures/choices.ts';
import type { WatchOptions } from './commands/watch.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { frameInForm, type Printed } from './frame-form.ts';
import { readSize } from './frame-size.ts';
import { print } from './streams.ts';
import { studyIn } from './study-shown.ts';
import { findChoices } from './watch-choices.ts';
import { findProblems } from './watching.ts';

/** Prints what `watch` shows before any key: the screen of a study's folder as it is now, or the list where no folder is given. Throws ForeignFolder and UsageError. */
export async function printWatched(folder: string | undefined, options: WatchOptions): Promise<ExitCode> {
  const size = readSize(options.size);
  const printed = folder === undefined ? await printedList(options.seed) : await printedFolder(folder);
  print((await frameInForm(printed, size, options)).replace(/\n$/, ''));
  return exitCodes.ok;
}

async function printedFolder(folder: string): Promise<Printed> {
  const start = { ...(await studyIn(folder)), notice: '', state: startBatchState };
  return {
    view: studyView(start, startBatchState),
    at: (panel) => shownBatch({ ...start, state: { ...startBatchState, panel } }),
  };
}

/** The list once every row of one's own was looked through. */
async function printedList(seed: number): Promise<Printed> {
  const choices: Choice[] = [];
  for (const choice of findChoices())
    choices.push(mayHideProblems(choice) ? { ...choice, problems: await findProblems(choice) } : choice);
  const start = { choices, seed, status: '', state: startChoosing(false) };
  return {
    view: chooseView(start),
    at: (panel) => shownList({ ...start, state: { ...start.state, panel } }),
  };
}
