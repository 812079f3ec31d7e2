import { setImmediate } from 'node:timers/promises';
import type { Opened } from '../dashboard/choose/choose-screen.ts';
import type { RunScreenOptions } from '../dashboard/run-screen.ts';
import type { StagedScreen } from '../dashboard/stage.ts';
import type { ViewName } from '../dashboard/tabs.ts';
import { formatProblem, InvalidInput, type Problem } from '../engine/problem.ts';
import type { Choice } from '../figures/choices.ts';
import type { RunRecord } from '../model/run-record.ts';
import { type LoadedScenario, loadScenario } from '../scenario/load.ts';
import { playBesideScreen, type ScreenPlayer } from '../study/screen-player.ts';
import { isStudyFolder } from './find-run.ts';
import { packageRoot } from './package-root.ts';
import { asTyped } from './program-word.ts';
import { type PairRecords, runOnScreen } from './run-on-screen.ts';
import { loadRunPair, type PairRequest, type RunPair, runWords } from './run-pair.ts';
import { UsageError } from './usage-error.ts';

/** What the command line says of all that is watched. */
export interface WatchRequest extends PairRequest {
  /** The view that a run opens with. */
  readonly view?: ViewName;
  /** Whether the user is asked what a run's main change will do before it comes. */
  readonly predict?: boolean;
}

/** Makes screens of what a user names or chooses. */
export interface Watching {
  /** The screen of one scenario, or of two compared, the first as A. Throws InvalidInput and UsageError. */
  readonly open: (words: readonly string[]) => Promise<StagedScreen>;
  /** The same for rows of the list, with what is wrong in words. */
  readonly openChosen: (chosen: readonly Choice[]) => Promise<Opened>;
  readonly findProblems: (choice: Choice) => Promise<readonly Problem[]>;
  /** The command that writes tables of what was opened last; undefined before anything was. */
  readonly command: () => string | undefined;
  readonly close: () => void;
}

/** What makes screens; the dashboard is loaded late, so it is handed in. */
export interface ScreenMakers {
  readonly runScreen: (options: RunScreenOptions) => StagedScreen;
}

/** Opens the bench on which everything watched in one sitting is played. */
export function openWatching(request: WatchRequest, { runScreen }: ScreenMakers): Watching {
  const player = playBesideScreen();
  let command: string | undefined;
  const open: Watching['open'] = async (words) => {
    const asked = words.length === 2 ? { ...request, against: words[0] } : request;
    const scenario = words[words.length - 1];
    if (isStudyFolder(scenario)) throw new UsageError(folderWords(scenario));
    const pair = await loadRunPair(scenario, asked);
    const view = request.view ?? (words.length === 2 ? 'compare' : 'run');
    command = runWords(pair, asked);
    const records = playPair(pair, request.seed, player, `${command} --replicate 1`);
    return runScreen({ ...runOnScreen(pair, request, records), view });
  };
  return {
    open,
    openChosen: async (chosen) => {
      const opened = await orProblems(() => open(chosen.map(({ path }) => path)));
      return Array.isArray(opened)
        ? { refusal: opened.map(formatProblem) }
        : { screen: opened as StagedScreen };
    },
    findProblems: async ({ path }) => {
      await setImmediate();
      const loaded = await orProblems(() => loadScenario(path, { shippedDir: packageRoot }));
      return Array.isArray(loaded) ? loaded : [];
    },
    command: () => command,
    close: player.close,
  };
}

/** Plays replicate 1 of a pair, the scenario first. A run that fails says how to have it again; nobody need be listening by then. */
function playPair(
  { loaded, baseline }: RunPair,
  studySeed: number,
  player: ScreenPlayer,
  command: string,
): PairRecords {
  const play = ({ experiment }: LoadedScenario): Promise<RunRecord> => {
    const playing = player.playWhole({ experiment, studySeed, replicate: 1 }).then((outcome) => {
      if (outcome.status === 'ok') return outcome.record;
      throw new Error(`${outcome.message}\nTo repeat it:  ${asTyped(command)}`);
    });
    playing.catch(() => {});
    return playing;
  };
  return { loaded: play(loaded), baseline: baseline && play(baseline) };
}

/** What is wrong with the user's files or words; anything else that is wrong is thrown. */
async function orProblems<T>(make: () => Promise<T>): Promise<T | readonly Problem[]> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof InvalidInput) return error.problems;
    if (error instanceof UsageError) return [{ message: error.message }];
    throw error;
  }
}

function folderWords(folder: string): string {
  return `${folder} is a study's folder, and watch shows none yet.`;
}
