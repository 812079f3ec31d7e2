import type { ParameterFacts } from '../figures/parameter-facts.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Experiment } from '../model/world-spec.ts';
import type { Keystroke } from './keys.ts';
import type { Leaving } from './leaving.ts';
import { createLiveScreen, type LiveScreen } from './live-screen.ts';
import { startState } from './screen-state.ts';
import { type Leave, showUntilLeft, type TerminalOptions } from './show-until-left.ts';
import type { Snapshot } from './snapshot.ts';

export { exitCodeOf, type Leaving } from './leaving.ts';

/** What to show, where, and how; nothing is read from elsewhere but the environment (NO_COLOR, TERM, COLORFGBG). */
export interface DashboardOptions extends TerminalOptions {
  readonly title: string;
  readonly scenarioId: string;
  readonly seed: number;
  readonly experiment: Experiment;
  readonly record: Promise<RunRecord> | RunRecord;
  /** Another run on the same draws, named in the month's sentence. */
  readonly comparison?: { readonly scenarioId: string; readonly record: Promise<RunRecord> | RunRecord };
  /** Work that goes on behind the screen; asked twice a second, shown when its words change. */
  readonly background?: { status(): string };
  /** What the world file and the scenario say of each parameter; without it the views say less. */
  readonly parameters?: readonly ParameterFacts[];
}

const statusMs = 500;

/**
 * Shows the run on the terminal until the user leaves or something ends it, and gives the terminal back as it was. Rejects only when the screen
 * cannot be opened.
 */
export function mountDashboard(options: DashboardOptions): Promise<Leaving> {
  return showUntilLeft(options, (surface, leave) => {
    const live = createLiveScreen(startSnapshot(options), surface);
    const stopAsking = askStatus(options, live);
    awaitRuns(options, live, leave);
    return {
      press: (keys) => obey(keys, live, leave),
      resize: live.resize,
      close: () => {
        stopAsking();
        live.close();
      },
    };
  });
}

function startSnapshot(options: DashboardOptions): Snapshot {
  const { timeline } = options.experiment;
  return {
    title: options.title,
    scenarioId: options.scenarioId,
    seed: options.seed,
    experiment: options.experiment,
    record: undefined,
    comparison: undefined,
    parameters: options.parameters ?? [],
    status: options.background?.status() ?? '',
    state: startState(timeline.firstMonth, timeline.months),
  };
}

function obey(keys: readonly Keystroke[], live: LiveScreen, leave: Leave): void {
  if (keys.some(({ action }) => action === 'interrupt')) leave({ reason: 'interrupted' });
  else if (live.press(keys)) leave({ reason: 'quit' });
}

function askStatus(options: DashboardOptions, live: LiveScreen): () => void {
  const { background } = options;
  if (background === undefined) return () => undefined;
  let known = background.status();
  const timer = setInterval(() => {
    const status = background.status();
    if (status === known) return;
    known = status;
    live.update({ status });
  }, statusMs);
  return () => clearInterval(timer);
}

function awaitRuns(options: DashboardOptions, live: LiveScreen, leave: Leave): void {
  const onFault = (error: unknown): void => leave({ reason: 'failed', error });
  if (options.record instanceof Promise) options.record.then((record) => live.update({ record }), onFault);
  else live.update({ record: options.record });
  const { comparison } = options;
  if (comparison === undefined) return;
  const { scenarioId } = comparison;
  Promise.resolve(comparison.record).then(
    (record) => live.update({ comparison: { scenarioId, record } }),
    onFault,
  );
}
