import { RunFailed } from '../study/run-failed.ts';
import { copyByTerminal } from './clipboard.ts';
import { openKeyboard } from './keyboard.ts';
import type { Keystroke } from './keys.ts';
import type { Leaving } from './leaving.ts';
import type { Surface } from './live-screen.ts';
import { openMouseReports } from './mouse-reports.ts';
import type { GlyphName } from './paint/glyphs.ts';
import type { Size } from './paint/line.ts';
import { chooseTheme, type ThemeName, terminalLine } from './theme.ts';
import { watchProcess } from './watch-process.ts';

/** Where a screen is shown, and how; nothing is read from elsewhere but the environment (NO_COLOR, TERM, COLORFGBG). */
export interface TerminalOptions {
  readonly color: 'auto' | 'never';
  readonly glyphs?: GlyphName;
  /** Colours whatever the terminal says of its background; refused colour stays refused. */
  readonly theme?: ThemeName;
  /** Whether the mouse is reported from the start; off unless said. */
  readonly mouse?: boolean;
  /** Redraws a second, 1 to 8; 8 unless said. */
  readonly fps?: number;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** Ends a screen; only the first call counts. */
export type Leave = (leaving: Leaving) => void;

/** A picture that lives on a surface. */
export interface Live {
  readonly press: (keys: readonly Keystroke[]) => void;
  /** Draws soon, also for the first time. */
  readonly resize: () => void;
  readonly close: () => void;
}

/** A terminal that has gone away never tells that it has taken the last bytes. */
const flushMs = 500;

/**
 * Shows on the terminal what `open` makes until it is left or something ends it, and gives the terminal back as it was: other screen left,
 * cursor shown, raw mode off. What would end the process, signals and faults that nobody caught, goes through `onEnding`. After a fault its
 * message is on stderr by the end. Rejects only when the screen cannot be opened.
 */
export async function showUntilLeft(
  options: TerminalOptions,
  open: (surface: Surface, leave: Leave) => Live,
  onEnding: (leaving: Leaving, leave: Leave) => void = (leaving, leave) => leave(leaving),
): Promise<Leaving> {
  let leave: Leave = () => undefined;
  const over = new Promise<Leaving>((resolve) => {
    leave = resolve;
  });
  const stopWatching = watchProcess((leaving) => onEnding(leaving, leave));
  const giveBack = await openTerminal(options, leave, open);
  const leaving = await over;
  await giveBack(leaving);
  stopWatching();
  if (leaving.reason === 'failed') options.stderr.write(`${wordsOf(leaving.error)}\n`);
  return leaving;
}

/** Opens screen and keyboard; returns how to close both. */
async function openTerminal(
  options: TerminalOptions,
  leave: Leave,
  open: (surface: Surface, leave: Leave) => Live,
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
  const mouse = openMouseReports(stdout, options.mouse === true);
  const surface: Surface = {
    theme,
    copy: (text) => copyByTerminal(stdout, text),
    toggleMouse: mouse.toggle,
    ...(options.fps && { fps: options.fps }),
    size: () => sizeOf(stdout),
    show: (lines, shown) =>
      showFrame(
        instance,
        lines.map((line) => terminalLine(line, shown)),
      ),
    onFault: (error) => leave({ reason: 'failed', error }),
  };
  const live = open(surface, leave);
  live.resize();
  stdout.on('resize', live.resize);
  const closeKeyboard = openKeyboard(stdin, live.press, onGone);
  return async (why) => {
    live.close();
    mouse.close();
    stdout.off('resize', live.resize);
    closeKeyboard();
    instance.unmount();
    await Promise.race([instance.waitUntilExit().catch(() => undefined), milliseconds(flushMs)]);
    if (why.reason !== 'hung-up') stdout.off('error', onGone);
  };
}

function sizeOf(stdout: NodeJS.WriteStream): Size {
  return { columns: stdout.columns || 80, rows: stdout.rows || 24 };
}

function wordsOf(error: unknown): string {
  if (error instanceof RunFailed) return error.message;
  return `The dashboard stopped: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

function milliseconds(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time).unref());
}
