import type { ChooseOptions } from '../../dashboard/choose/choose-screen.ts';
import type { GlyphName } from '../../dashboard/paint/glyphs.ts';
import type { TerminalOptions } from '../../dashboard/show-until-left.ts';
import type { ThemeName } from '../../dashboard/theme.ts';
import type { ExitCode } from '../exit-codes.ts';
import { openHint } from '../first-hint.ts';
import { isWatched } from '../is-watched.ts';
import { keeperIn } from '../keep-shown.ts';
import { asTyped } from '../program-word.ts';
import { say } from '../streams.ts';
import { UsageError } from '../usage-error.ts';
import { findChoices } from '../watch-choices.ts';
import type { WatchRequest } from '../watched-run.ts';
import { openWatching, type Watching } from '../watching.ts';

/** Flags of `watch`. */
export interface WatchOptions extends WatchRequest {
  readonly color: boolean;
  readonly glyphs?: GlyphName;
  readonly theme?: ThemeName;
  readonly mouse?: boolean;
  readonly fps?: number;
}

/**
 * Shows runs that are played as they are watched, and writes no tables: the list of what there is where nothing is named, else a scenario beside
 * what it is compared with, two compared, or the folder of a study. Throws UsageError where there is no terminal for a screen, and for three words and more.
 */
export async function watch(words: readonly string[], options: WatchOptions): Promise<ExitCode> {
  await refuse(words);
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
    return dashboard.exitCodeOf(leaving) as ExitCode;
  } finally {
    watching.close();
  }
}

async function refuse(words: readonly string[]): Promise<void> {
  if (words.length > 2)
    throw new UsageError(
      `watch shows one scenario, or two compared, and ${words.length} are named. Name two at most.`,
    );
  if (await isWatched({})) return;
  const [first = '<scenario>'] = words;
  throw new UsageError(
    `watch needs a terminal that it can draw on, and this is none. ${asTyped(`maabar run ${first}`)} prints a summary, also on a pipe.`,
  );
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

function terminalOf({ color, glyphs, theme, mouse, fps }: WatchOptions): TerminalOptions {
  return {
    ...(glyphs && { glyphs }),
    ...(theme && { theme }),
    ...(mouse && { mouse }),
    ...(fps && { fps }),
    color: color ? 'auto' : 'never',
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
  };
}
