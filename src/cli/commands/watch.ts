import type { ChooseOptions } from '../../dashboard/choose/choose-screen.ts';
import type { ExportForm } from '../../dashboard/export-of.ts';
import type { ExitCode } from '../exit-codes.ts';
import { openHint } from '../first-hint.ts';
import { keeperIn } from '../keep-shown.ts';
import { asTyped } from '../program-word.ts';
import { refuseWatching } from '../refuse-watching.ts';
import { say } from '../streams.ts';
import { type ScreenLook, terminalOf } from '../terminal-options.ts';
import { findChoices } from '../watch-choices.ts';
import type { WatchRequest } from '../watched-run.ts';
import { openWatching, type Watching } from '../watching.ts';

/** Flags of `watch`. */
export interface WatchOptions extends WatchRequest, ScreenLook {
  /** Whether the screen of a folder, or the list, is printed once instead of shown. */
  readonly frame?: boolean;
  readonly size?: string;
  readonly as?: ExportForm;
  readonly panel?: string;
  readonly screenReader?: boolean;
}

/**
 * Shows runs that are played as they are watched, and writes no tables: the list of what there is where nothing is named, else a scenario beside
 * what it is compared with, two compared, or the folder of a study. The list and a folder can be printed once instead, and a folder told in sentences.
 * Throws UsageError where there is no terminal for a screen, for three words and more, and for flags that do not fit together.
 */
export async function watch(words: readonly string[], options: WatchOptions): Promise<ExitCode> {
  await refuseWatching(words, options);
  if (options.frame) return (await import('../print-watched.ts')).printWatched(words[0], options);
  if (options.screenReader) return (await import('../tell-folder.ts')).tellFolder(words[0]);
  const dashboard = await import('../../dashboard/mount.ts');
  const watching = openWatching(options, dashboard);
  try {
    const first =
      words.length === 0
        ? dashboard.chooseScreen(listOptions(options, watching))
        : await watching.open(words);
    const leaving = await dashboard.mountScreen(terminalOf(options), first);
    const command = watching.command();
    if (leaving.reason === 'quit' && command !== undefined) say(`For tables of it:  ${asTyped(command)}`);
    return watching.tellFailed(dashboard.exitCodeOf(leaving) as ExitCode);
  } finally {
    watching.close();
  }
}

function listOptions({ seed }: WatchOptions, watching: Watching): ChooseOptions {
  return {
    findChoices,
    seed,
    ...openHint(),
    keeper: keeperIn('.'),
    open: watching.openChosen,
    findProblems: watching.findProblems,
  };
}
