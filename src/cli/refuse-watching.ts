import type { WatchOptions } from './commands/watch.ts';
import { isStudyFolder } from './find-run.ts';
import { isWatched } from './is-watched.ts';
import { asTyped } from './program-word.ts';
import { shellWord } from './shell-word.ts';
import { UsageError } from './usage-error.ts';

/** Throws UsageError for what `watch` cannot show, for flags that do not fit together, and where there is no terminal for a screen. */
export async function refuseWatching(words: readonly string[], options: WatchOptions): Promise<void> {
  if (words.length > 2)
    throw new UsageError(
      `watch shows one scenario, or two compared, and ${words.length} are named. Name two at most.`,
    );
  if (options.frame && options.screenReader)
    throw new UsageError(
      '--frame prints a picture, and --screen-reader tells in sentences. Leave one of the two out.',
    );
  if (options.frame) return refuseFrame(words, options);
  for (const name of ['size', 'as', 'panel'] as const)
    if (options[name] !== undefined) throw new UsageError(`--${name} is for a printed screen. Add --frame.`);
  if (options.screenReader) return refuseAloud(words, options);
  if (!(await isWatched({}))) throw noTerminal(words);
}

function refuseFrame(words: readonly string[], options: WatchOptions): void {
  refuseRunFlags('--frame prints the list or the screen of a study', options);
  if (words.length === 0) return;
  const [word] = words;
  if (words.length === 1 && isStudyFolder(word)) return;
  const other = words.find((each) => !isStudyFolder(each));
  throw new UsageError(
    other === undefined
      ? 'watch --frame prints the screen of one folder, and two are named. Name one.'
      : `${other} is no folder of a study, and watch --frame prints the screen of one, or the list where nothing is named. A run's screen at a month is printed by: ${asTyped(`maabar run ${shellWord(other)} --frame 2018-06`)}`,
  );
}

function refuseAloud(words: readonly string[], options: WatchOptions): void {
  refuseRunFlags('--screen-reader tells how far a study is', options);
  const [word] = words;
  if (words.length === 1 && isStudyFolder(word)) return;
  const instead =
    word === undefined
      ? `Name one, or have the scenarios told by: ${asTyped('maabar list')}`
      : `A run is told by: ${asTyped(`maabar run ${shellWord(word)} --screen-reader`)}`;
  throw new UsageError(`watch --screen-reader tells how far the study of one folder is. ${instead}`);
}

/** What is asked of a run alone says nothing of a study's folder or of the list. */
function refuseRunFlags(what: string, { view, predict, mouse, months, set }: WatchOptions): void {
  const asked = { view, predict, mouse, months, set: set.length === 0 ? undefined : set };
  for (const [name, value] of Object.entries(asked))
    if (value !== undefined)
      throw new UsageError(`${what}, and --${name} is for a run on the screen. Leave --${name} out.`);
}

function noTerminal(words: readonly string[]): UsageError {
  const [first = '<scenario>'] = words;
  const instead = isStudyFolder(first)
    ? `${asTyped(`maabar watch ${shellWord(first)} --frame`)} prints the screen once`
    : `${asTyped(`maabar run ${shellWord(first)}`)} prints a summary`;
  return new UsageError(
    `watch needs a terminal that it can draw on, and this is none. ${instead}, also on a pipe.`,
  );
}
