import type { RunScreenOptions } from '../dashboard/run-screen.ts';
import type { ViewName } from '../dashboard/tabs.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import type { ScreenPlayer } from '../study/screen-player.ts';
import { type FailedPlays, runFailed } from './failed-plays.ts';
import { openLaboratory } from './laboratory.ts';
import { predictOf } from './predict-of.ts';
import { type PairRecords, runOnScreen } from './run-on-screen.ts';
import { loadRunPair, type PairRequest, type RunPair, runWords } from './run-pair.ts';
import { usualPairs } from './screen-pairs.ts';

/** What the command line says of all that is watched. */
export interface WatchRequest extends PairRequest {
  /** The view that a run opens with. */
  readonly view?: ViewName;
  /** Whether the user is asked what a run's main change will do before it comes. */
  readonly predict?: boolean;
}

/** A run to show, and the command that writes tables of it. */
export interface WatchedRun {
  readonly options: RunScreenOptions;
  readonly command: string;
}

/** The first replicate is shown, and the shocks thrown into it are saved in the current folder. */
const shown = { replicate: 1, pairs: usualPairs, folder: '' };

/** Begins to play one scenario beside what it is compared with, or two compared, the first as A. Throws InvalidInput and UsageError. */
export async function watchedRun(
  words: readonly string[],
  request: WatchRequest,
  player: ScreenPlayer,
  onFailed: FailedPlays['note'],
): Promise<WatchedRun> {
  const isCompared = words.length === 2;
  const asked = isCompared ? { ...request, against: words[0] } : request;
  const pair = await loadRunPair(words[words.length - 1], asked);
  const { seed, view = isCompared ? 'compare' : 'run' } = request;
  const command = runWords(pair, asked);
  const records = playPair(pair, seed, player, `${command} --replicate 1`);
  const laboratory = openLaboratory({ ...pair, ...shown, seed, command, onFailed });
  const predict = predictOf(pair, request.predict);
  return { options: { ...runOnScreen(pair, seed, records), ...predict, laboratory, view }, command };
}

/** The scenario first. A run that fails says how to have it again; nobody need be listening by then. */
function playPair(
  { loaded, baseline }: RunPair,
  studySeed: number,
  player: ScreenPlayer,
  command: string,
): PairRecords {
  const play = ({ experiment }: LoadedScenario): Promise<RunRecord> => {
    const playing = player.playWhole({ experiment, studySeed, replicate: 1 }).then((outcome) => {
      if (outcome.status === 'ok') return outcome.record;
      throw runFailed(outcome, command);
    });
    playing.catch(() => {});
    return playing;
  };
  return { loaded: play(loaded), baseline: baseline && play(baseline) };
}
