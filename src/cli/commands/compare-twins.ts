import { formatMonth } from '../../engine/calendar.ts';
import { parameterDifferences } from '../../study/twin/parameter-differences.ts';
import { type Parting, playTwins, type Twins } from '../../study/twin/play-twins.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { isStudyFolder } from '../find-run.ts';
import { print, printJson } from '../streams.ts';
import { twinText } from '../twin-text.ts';
import { type TwinWorlds, twinScenarios, twinsOfFolder } from '../twin-worlds.ts';
import { UsageError } from '../usage-error.ts';
import type { CompareOptions } from './compare.ts';

/** Plays two worlds in step and says the first month, phase and decision at which they part, and what follows from it. */
export async function compareTwins(words: readonly string[], options: CompareOptions): Promise<ExitCode> {
  const worlds = await worldsOf(words, options);
  const twins = playTwins(worlds.first, worlds.second, options.seed ?? 1, options.replicate);
  if (options.json) printTwinsJson(worlds, twins);
  else print(twinText(worlds, twins));
  return exitCodes.ok;
}

function worldsOf(words: readonly string[], { months, point }: CompareOptions): Promise<TwinWorlds> {
  const isFolder = isStudyFolder(words[0]);
  if (isFolder && words.length === 3) return twinsOfFolder(words[0], words.slice(1), point);
  if (!isFolder && words.length <= 2) return twinScenarios(words, months);
  throw new UsageError('--twin takes two scenarios, or a folder and the names of two of its scenarios.');
}

/** The parting, the first decision that differs, then every event that differs, as JSON lines. */
function printTwinsJson({ first, second }: TwinWorlds, { parting, decision, consequences }: Twins): void {
  const worlds = [first.scenarioId, second.scenarioId];
  const told = (found: Parting | undefined) =>
    found === undefined
      ? null
      : {
          month: formatMonth(found.month),
          phase: found.phase,
          parameters: parameterDifferences(first, second, found.month),
          differences: found.differences,
        };
  printJson({ type: 'twins', worlds, parting: told(parting), decision: told(decision) });
  for (const { event, world, other, cause, follows } of consequences)
    printJson({
      type: 'consequence',
      month: formatMonth(event.month),
      in: world === 'differs' ? 'both' : worlds[world],
      event,
      other: other ?? null,
      cause: cause ?? null,
      follows: follows ?? null,
    });
}
