import type { Laboratory, Rehearsal } from '../dashboard/laboratory.ts';
import { formatProblem, InvalidInput } from '../engine/problem.ts';
import { type LoadedScenario, loadScenario } from '../scenario/load.ts';
import type { Shock } from '../scenario/shock.ts';
import { scenarioText } from '../scenario/write-scenario.ts';
import { keepLatestUsed, mostRemembered } from '../study/latest-used.ts';
import type { FailedRun } from '../study/outcome.ts';
import { playBesideScreen, type ScreenPlayer } from '../study/screen-player.ts';
import { renameSet } from '../study/set-scenario.ts';
import type { FailedPlays } from './failed-plays.ts';
import { packageRoot } from './package-root.ts';
import { parametersShown } from './parameters-shown.ts';
import { replayCommands } from './replay-shocked.ts';
import { saveNew } from './save-new.ts';
import { pairForScreen } from './screen-pairs.ts';

/** What is shown, and on which draws. */
export interface LaboratoryOptions {
  readonly loaded: LoadedScenario;
  /** What it is compared with; undefined and it is the scenario without shocks. */
  readonly baseline: LoadedScenario | undefined;
  /** Settings that the command line laid over the scenario. */
  readonly set: Readonly<Record<string, string>>;
  readonly seed: number;
  /** The replicate that is shown. */
  readonly replicate: number;
  /** Pairs to play, at least 1: replicates 1 and on. */
  readonly pairs: number;
  /** Folder into which scenarios are saved. */
  readonly folder: string;
  /** The command that runs what is shown, up to its replicates. */
  readonly command: string;
  /** Told of every run that failed, with the command that repeats it. */
  readonly onFailed: FailedPlays['note'];
}

/** Loads a scenario with each list of shocks once, plays it in a thread, plays its pairs while nothing else is played, and saves it as a file. */
export function openLaboratory(options: LaboratoryOptions, player = playBesideScreen()): Laboratory {
  let playing: Promise<unknown> = Promise.resolve();
  const load = rememberLoads(options);
  const repeat = replayCommands({
    command: options.command,
    months: options.loaded.experiment.timeline.months,
    save: (shocks) => saveShocked(options, shocks),
  });
  const note = (shocks: readonly Shock[], failed: FailedRun): void =>
    options.onFailed(failed, repeat(shocks, failed));
  const pairing = pairForScreen({
    baseline: (options.baseline ?? options.loaded).experiment,
    studySeed: options.seed,
    wanted: options.pairs,
    lanes: player.lanes,
    play: player.playColumns,
    whenFree: () => playing,
  });
  return {
    play(shocks) {
      const rehearsal = load(shocks).then((loaded) =>
        rehearse(options, player, loaded, (failed) => note(shocks, failed)),
      );
      playing = rehearsal.catch(() => {});
      return rehearsal;
    },
    pair(shocks, onPairs, onFault) {
      const stop = new AbortController();
      const { baseline = options.loaded } = options;
      load(shocks)
        .then(({ experiment }) =>
          pairing(experiment, onPairs, stop.signal, (failed, side) =>
            note(side === baseline.experiment ? [] : shocks, failed),
          ),
        )
        .catch((error: unknown) => {
          // Shocks that make no scenario are refused where they are played.
          if (!stop.signal.aborted && !(error instanceof InvalidInput)) onFault(error);
        });
      return () => stop.abort();
    },
    tolls: (shocks, month, post) =>
      load(shocks).then(({ experiment }) =>
        player.playTolls({ experiment, ...shownRun(options), month, post }),
      ),
    save: async (shocks) => saveShocked(options, shocks),
    close: player.close,
  };
}

/** Loads each list of shocks that is kept once, so that runs of what is undone and done again are known by their experiment. */
function rememberLoads(options: LaboratoryOptions): (shocks: readonly Shock[]) => Promise<LoadedScenario> {
  const known = keepLatestUsed<Promise<LoadedScenario>>(mostRemembered);
  return async (shocks) =>
    shocks.length === 0
      ? options.loaded
      : known.findOrMake(JSON.stringify(shocks), () => loadShocked(options, shocks));
}

/** The scenario under the same settings and months, with shocks. Throws `InvalidInput` in one line. */
async function loadShocked(
  { loaded, set }: LaboratoryOptions,
  shocks: readonly Shock[],
): Promise<LoadedScenario> {
  const overrideMonths = loaded.experiment.timeline.months;
  const shelves = { shippedDir: packageRoot };
  const shocked = await loadScenario(loaded.scenario.file, {
    ...{ ...shelves, overrideMonths, overrideSet: set, thrown: shocks },
  }).catch(inOneLine);
  return { ...shocked, experiment: renameSet(shocked.experiment, set) };
}

/** A screen has one line for what is wrong. */
function inOneLine(error: unknown): never {
  if (!(error instanceof InvalidInput)) throw error;
  const [first, ...others] = error.problems;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  throw new InvalidInput([{ message: `${formatProblem(first)}${more}` }]);
}

/** The run that is shown, as threads know it. */
function shownRun({ seed: studySeed, replicate }: LaboratoryOptions) {
  return { studySeed, replicate };
}

async function rehearse(
  options: LaboratoryOptions,
  { playWhole }: Pick<ScreenPlayer, 'playWhole'>,
  loaded: LoadedScenario,
  onFailed: (failed: FailedRun) => void,
): Promise<Rehearsal> {
  const { experiment } = loaded;
  const { studySeed, replicate } = shownRun(options);
  const outcome = await playWhole({ experiment, studySeed, replicate });
  if (outcome.status === 'ok')
    return { experiment, record: outcome.record, parameters: parametersShown(loaded) };
  onFailed(outcome);
  const message = `The model cannot play that with seed ${studySeed}, replicate ${replicate}: ${outcome.message}.`;
  throw new InvalidInput([{ message }]);
}

/** The file's name says what it came from; what was saved before and is played on keeps that name. */
function saveShocked({ loaded, baseline, set, folder }: LaboratoryOptions, shocks: readonly Shock[]): string {
  const comparedWith = (baseline ?? loaded).scenario;
  const text = scenarioText({ loaded, comparedWith, set, shocks, folder }, { shippedDir: packageRoot });
  const name = `${loaded.scenario.id.replace(/-shocked(-\d+)?$/, '')}-shocked`;
  return saveNew(folder, name, text);
}
