import { setImmediate } from 'node:timers/promises';
import type { AttachedBatch } from '../dashboard/batch/attached.ts';
import type { Opened } from '../dashboard/choose/choose-screen.ts';
import type { RunScreenOptions } from '../dashboard/run-screen.ts';
import type { StagedScreen } from '../dashboard/stage.ts';
import { formatProblem, InvalidInput, type Problem } from '../engine/problem.ts';
import type { Choice } from '../figures/choices.ts';
import { loadScenario } from '../scenario/load.ts';
import { playBesideScreen } from '../study/screen-player.ts';
import { ForeignFolder } from '../study/session.ts';
import { attachFolder } from './attach-folder.ts';
import { collectFailedPlays, type FailedPlays } from './failed-plays.ts';
import { isStudyFolder } from './find-run.ts';
import { packageRoot } from './package-root.ts';
import { UsageError } from './usage-error.ts';
import { type WatchRequest, watchedRun } from './watched-run.ts';

/** Makes screens of what a user names or chooses. */
export interface Watching {
  /** The screen of one scenario, of two compared, the first as A, or of a study's folder. Throws InvalidInput, UsageError and ForeignFolder. */
  readonly open: (words: readonly string[]) => Promise<StagedScreen>;
  /** The same for rows of the list, with what is wrong in words. */
  readonly openChosen: (chosen: readonly Choice[]) => Promise<Opened>;
  readonly findProblems: (choice: Choice) => Promise<readonly Problem[]>;
  /** The command that writes tables of the run that was opened last; undefined before any was. */
  readonly command: () => string | undefined;
  /** Tells on stderr which runs failed while they were watched, and gives the exit code. */
  readonly tellFailed: FailedPlays['tell'];
  readonly close: () => void;
}

/** What makes screens; the dashboard is loaded late, so it is handed in. */
export interface ScreenMakers {
  readonly runScreen: (options: RunScreenOptions) => StagedScreen;
  readonly attachedBatchScreen: (folder: AttachedBatch) => StagedScreen;
}

/** Opens the bench on which everything watched in one sitting is played. */
export function openWatching(request: WatchRequest, screens: ScreenMakers): Watching {
  const player = playBesideScreen();
  const failed = collectFailedPlays();
  let command: string | undefined;
  const open: Watching['open'] = async (words) => {
    const folder = words.find(isStudyFolder);
    if (folder !== undefined) {
      refuseCompany(words, folder);
      return screens.attachedBatchScreen(attachFolder(folder, player));
    }
    const run = await watchedRun(words, request, player, failed.note);
    command = run.command;
    return screens.runScreen(run.options);
  };
  return {
    open,
    openChosen: (chosen) => openedOrRefused(() => open(chosen.map(({ path }) => path))),
    findProblems,
    command: () => command,
    tellFailed: failed.tell,
    close: player.close,
  };
}

function refuseCompany(words: readonly string[], folder: string): void {
  if (words.length === 1) return;
  throw new UsageError(
    `${folder} is the folder of a study, which is watched alone. To compare two of its scenarios, name their files in ${folder}/scenarios.`,
  );
}

async function openedOrRefused(open: () => Promise<StagedScreen>): Promise<Opened> {
  try {
    return { screen: await open() };
  } catch (error) {
    return { refusal: problemsOf(error).map(formatProblem) };
  }
}

/** All that loading finds wrong with a scenario. Lets the screen answer keys first: reading one with its world takes a while. */
export async function findProblems({ path }: Choice): Promise<readonly Problem[]> {
  await setImmediate();
  try {
    await loadScenario(path, { shippedDir: packageRoot });
    return [];
  } catch (error) {
    return problemsOf(error);
  }
}

/** What is wrong with the user's files or words; anything else that is wrong is thrown. */
function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof InvalidInput) return error.problems;
  if (error instanceof UsageError || error instanceof ForeignFolder) return [{ message: error.message }];
  throw error;
}
