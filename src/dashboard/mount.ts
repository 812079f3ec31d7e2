import type { ParameterFacts } from '../figures/parameter-facts.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Experiment } from '../model/world-spec.ts';
import { openKeyboard } from './keyboard.ts';
import type { Keystroke } from './keys.ts';
import type { Leaving } from './leaving.ts';
import { createLiveScreen, type LiveScreen } from './live-screen.ts';
import type { GlyphName } from './paint/glyphs.ts';
import type { Size } from './paint/line.ts';
import { startState } from './screen-state.ts';
import type { Snapshot } from './snapshot.ts';
import { chooseTheme, type ThemeName, terminalLine } from './theme.ts';
import { watchProcess } from './watch-process.ts';

export { exitCodeOf, type Leaving } from './leaving.ts';
export { canShowScreen } from './theme.ts';

/** What to show, where, and how; nothing is read from elsewhere but the environment (NO_COLOR, TERM, COLORFGBG). */
export interface DashboardOptions {
  readonly title: string;
  readonly scenarioId: string;
  readonly seed: number;
  readonly experiment: Experiment;
  readonly record: Promise<RunRecord> | RunRecord;
  /** Another run on the same draws, named in the month's sentence. */
  readonly comparison?: { readonly scenarioId: string; readonly record: Promise<RunRecord> | RunRecord };
  /** Work that goes on behind the screen; asked twice a second, shown when its words change. */
  readonly background?: { status(): string };
  readonly color: 'auto' | 'never';
  readonly glyphs?: GlyphName;
  /** Colours whatever the terminal says of its background; refused colour stays refused. */
  readonly theme?: ThemeName;
  /** What the world file and the scenario say of each parameter; without it the views say less. */
  readonly parameters?: readonly ParameterFacts[];
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

const statusMs = 500;
/** A terminal that has gone away never tells that it has taken the last bytes. */
const flushMs = 500;

type Leave = (leaving: Leaving) => void;

/**
 * Shows the run on the terminal until the user leaves or something ends it, and gives the terminal back as it was: other screen left,
 * cursor shown, raw mode off. After a fault its message is on stderr by then. Rejects only when the screen cannot be opened.
 */
export async function mountDashboard(options: DashboardOptions): Promise<Leaving> {
  let leave: Leave = () => undefined;
  const over = new Promise<Leaving>((resolve) => {
    leave = resolve;
  });
  const stopWatching = watchProcess(leave);
  const giveBack = await openTerminal(options, leave);
  const leaving = await over;
  await giveBack(leaving);
  stopWatching();
  if (leaving.reason === 'failed') options.stderr.write(`The dashboard stopped: ${wordsOf(leaving.error)}\n`);
  return leaving;
}

/** Opens screen and keyboard; returns how to close both. */
async function openTerminal(
  options: DashboardOptions,
  leave: Leave,
): Promise<(why: Leaving) => Promise<void>> {
  const { stdin, stdout } = options;
  // React reads it once, when it is loaded.
  process.env.NODE_ENV ??= 'production';
  const { openFrame, showFrame } = await import('./app.ts');
  const theme = chooseTheme(process.env, options.color, options.glyphs, options.theme);
  const onGone = (): void => leave({ reason: 'hung-up' });
  stdout.on('error', onGone);
  const instance = openFrame([], options);
  instance.waitUntilExit().catch((error: unknown) => leave({ reason: 'failed', error }));
  const live = createLiveScreen(startSnapshot(options), {
    theme,
    size: () => sizeOf(stdout),
    show: (lines, shown) =>
      showFrame(
        instance,
        lines.map((line) => terminalLine(line, shown)),
      ),
    onFault: (error) => leave({ reason: 'failed', error }),
  });
  live.resize();
  stdout.on('resize', live.resize);
  const closeKeyboard = openKeyboard(stdin, (keys) => obey(keys, live, leave), onGone);
  const stopAsking = askStatus(options, live);
  awaitRuns(options, live, leave);
  return async (why) => {
    stopAsking();
    live.close();
    stdout.off('resize', live.resize);
    closeKeyboard();
    instance.unmount();
    await Promise.race([instance.waitUntilExit().catch(() => undefined), milliseconds(flushMs)]);
    if (why.reason !== 'hung-up') stdout.off('error', onGone);
  };
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

function sizeOf(stdout: NodeJS.WriteStream): Size {
  return { columns: stdout.columns || 80, rows: stdout.rows || 24 };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function milliseconds(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time).unref());
}
