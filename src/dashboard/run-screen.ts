import type { Comparison } from '../figures/comparison.ts';
import type { ParameterFacts } from '../figures/parameter-facts.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Experiment } from '../model/world-spec.ts';
import { shockKinds } from '../scenario/shock-palette.ts';
import { startAskingTolls, type TollAsking } from './ask-tolls.ts';
import type { ShownStudy } from './batch/snapshot.ts';
import { fulfil } from './fulfil.ts';
import type { Keeper } from './keeper.ts';
import type { Keystroke } from './keys.ts';
import type { Laboratory } from './laboratory.ts';
import { createLiveScreen, type LiveScreen, type Surface, type TakeUp } from './live-screen.ts';
import { type Predict, startPredicting } from './predict/start-predicting.ts';
import { type Rehearsed, type Rehearsing, startRehearsing } from './rehearse.ts';
import type { RunRequest } from './request.ts';
import { startState } from './screen-state.ts';
import type { Leave } from './show-until-left.ts';
import { shownRun } from './shown-run.ts';
import type { Snapshot } from './snapshot.ts';
import type { Stage, StagedScreen } from './stage.ts';
import type { ViewName } from './tabs.ts';
import type { Theme } from './theme.ts';
import { writeScenario } from './write-scenario.ts';

/** A run to show, and what goes on behind it. */
export interface RunScreenOptions {
  readonly title: string;
  readonly scenarioId: string;
  readonly seed: number;
  readonly experiment: Experiment;
  readonly record: Promise<RunRecord> | RunRecord;
  /** Another run on the same draws, named in the month's sentence. */
  readonly comparison?: Omit<Comparison, 'record'> & { readonly record: Promise<RunRecord> | RunRecord };
  /** Work that goes on behind the screen; asked twice a second, shown when its words change. */
  readonly background?: { status(): string };
  /** The study that the run is of, as far as it is; asked as often, shown when it is another object. */
  readonly study?: () => ShownStudy | undefined;
  /** What the world file and the scenario say of each parameter; without it the views say less. */
  readonly parameters?: readonly ParameterFacts[];
  /** Plays what is thrown in; without it nothing can be. */
  readonly laboratory?: Laboratory;
  /** Writes what is shown to files; without it nothing is written. */
  readonly keeper?: Keeper;
  /** The view that it opens with; the Run view unless said. */
  readonly view?: ViewName;
  /** Asks what the main change will do before it comes. */
  readonly predict?: Predict;
}

const statusMs = 500;

/** The screen of one run: its views, and what is thrown in. */
export function runScreen(options: RunScreenOptions): StagedScreen {
  return (surface, stage) => {
    const obeyRequest: TakeUp = (request, snapshot, theme) =>
      tell(live, takeUp(request, snapshot, theme, surface, options), stage.leave);
    const live: LiveScreen = createLiveScreen(startSnapshot(options), surface, obeyRequest);
    const stopAsking = askStatus(options, live);
    const rehearsing = rehearse(options, live, stage.leave);
    const asking = askTolls(options, live, stage.leave);
    awaitRuns(options, live, stage.leave, () => {
      rehearsing?.follow(live.now());
      asking?.follow();
    });
    return {
      press: (keys) => {
        obey(keys, live, stage);
        rehearsing?.follow(live.now());
        asking?.follow();
      },
      resize: live.resize,
      close: () => {
        stopAsking();
        asking?.close();
        rehearsing?.close();
        live.close();
      },
    };
  };
}

function startSnapshot(options: RunScreenOptions): Snapshot {
  const { timeline } = options.experiment;
  const study = options.study?.();
  return {
    title: options.title,
    scenarioId: options.scenarioId,
    seed: options.seed,
    experiment: options.experiment,
    original: options.experiment,
    record: undefined,
    comparison: undefined,
    pairs: undefined,
    parameters: options.parameters ?? [],
    palette: paletteOf(options),
    status: options.background?.status() ?? '',
    ...(study === undefined ? {} : { study }),
    state: startPredicting(startState(timeline.firstMonth, timeline.months, options.view), options.predict),
  };
}

/** What became of a request, in words. Only a run with a laboratory is asked to be written. */
async function takeUp(
  request: RunRequest,
  snapshot: Snapshot,
  theme: Theme,
  surface: Surface,
  { laboratory, keeper }: RunScreenOptions,
): Promise<string> {
  if (request.kind === 'scenario') return laboratory === undefined ? '' : writeScenario(laboratory, snapshot);
  const shown = shownRun(snapshot) ?? 'the run is still being played';
  return fulfil(request, shown, theme, surface, keeper);
}

/** Shows in the last line what came of something, until the next key. */
function tell(live: LiveScreen, words: Promise<string>, leave: Leave): void {
  words.then(
    (notice) => live.update({ state: { ...live.now().state, notice } }),
    (error: unknown) => leave({ reason: 'failed', error }),
  );
}

function obey(keys: readonly Keystroke[], live: LiveScreen, stage: Stage): void {
  const isInterrupt = keys.some(({ action }) => action === 'interrupt');
  if (isInterrupt) stage.leave({ reason: 'interrupted' });
  const beyond = isInterrupt ? 'stay' : live.press(keys);
  if (beyond === 'quit') stage.leave({ reason: 'quit' });
  if (beyond === 'back') stage.back();
}

function askStatus(options: RunScreenOptions, live: LiveScreen): () => void {
  const { background, study: askStudy } = options;
  if (background === undefined && askStudy === undefined) return () => undefined;
  let known = background?.status() ?? '';
  const timer = setInterval(() => {
    const study = askStudy?.();
    if (study !== undefined && study !== live.now().study) live.update({ study });
    const status = background?.status() ?? '';
    if (status === known) return;
    known = status;
    live.update({ status });
  }, statusMs);
  return () => clearInterval(timer);
}

function awaitRuns(options: RunScreenOptions, live: LiveScreen, leave: Leave, onRecord: () => void): void {
  const onFault = (error: unknown): void => leave({ reason: 'failed', error });
  const show = (record: RunRecord): void => {
    live.update({ record });
    onRecord();
  };
  if (options.record instanceof Promise) options.record.then(show, onFault);
  else show(options.record);
  const { comparison } = options;
  if (comparison === undefined) return;
  Promise.resolve(comparison.record).then(
    (record) => live.update({ comparison: { ...comparison, record } }),
    onFault,
  );
}

/** The kinds that do something in this world, and its crossings. */
function paletteOf({ laboratory, experiment }: RunScreenOptions): Snapshot['palette'] {
  if (laboratory === undefined) return 'This run can only be looked at: maabar run throws shocks into one';
  const { crossings } = experiment.world;
  return { kinds: shockKinds(experiment), crossings: crossings.map(({ id, name }) => ({ id, name })) };
}

/** Follows the shocks. A scenario that is compared with nothing is compared with itself once something is thrown in. */
function rehearse(
  { laboratory, comparison }: RunScreenOptions,
  live: LiveScreen,
  leave: Leave,
): Rehearsing | undefined {
  if (laboratory === undefined) return undefined;
  return startRehearsing(laboratory, {
    onPlaying: () => live.update({ status: 'playing it with your shocks', ...selfComparison(live.now()) }),
    onRehearsed: (rehearsed) => {
      const isAlone = comparison === undefined && rehearsed.shocks.length === 0;
      const alone = isAlone ? { comparison: undefined } : {};
      live.update({ status: '', ...alone, ...changesOf(rehearsed, live.now()) });
    },
    onPairs: (pairs) => live.update({ pairs }),
    onFault: (error) => leave({ reason: 'failed', error }),
  });
}

/** Asks for the tolls of the post that is shown. */
function askTolls({ laboratory }: RunScreenOptions, live: LiveScreen, leave: Leave): TollAsking | undefined {
  if (laboratory === undefined) return undefined;
  return startAskingTolls(laboratory, {
    now: live.now,
    onTolls: (tolls) => live.update({ tolls }),
    onFault: (error) => leave({ reason: 'failed', error }),
  });
}

function selfComparison({ comparison, record, scenarioId, experiment }: Snapshot): Partial<Snapshot> {
  if (comparison !== undefined || record === undefined) return {};
  return { comparison: { scenarioId, record, changes: experiment.changes } };
}

/** The run with the shocks; shocks that make no scenario are taken back, with the reason. */
function changesOf(rehearsed: Rehearsed, { state }: Snapshot): Partial<Snapshot> {
  if ('shown' in rehearsed) return rehearsed.shown;
  const shocks = rehearsed.shocks.slice(0, -1);
  return { state: { ...state, thrown: { ...state.thrown, shocks }, notice: rehearsed.refused } };
}
