import type { Keystroke } from './keys.ts';
import type { Line, Size } from './paint/line.ts';
import { play } from './player.ts';
import { point } from './point.ts';
import { heldByPrediction } from './predict/prediction.ts';
import { createRedraw } from './redraw.ts';
import type { RunRequest } from './request.ts';
import { screen } from './screen.ts';
import { isTyping, type ScreenState, takeKey } from './screen-state.ts';
import type { Snapshot } from './snapshot.ts';
import { type Theme, turnTheme } from './theme.ts';
import { focusOf } from './views.ts';

/** After a longer gap (a laptop that slept) playing goes on where it was rather than jumping ahead. */
const longestStepSeconds = 1;

/** What a screen is drawn on. */
export interface Surface {
  readonly size: () => Size;
  /** The theme before any key. */
  readonly theme: Theme;
  readonly show: (lines: readonly Line[], theme: Theme) => void;
  /** Puts text on the clipboard; absent where there is none. */
  readonly copy?: (text: string) => void;
  /** Has the mouse reported or not, and says which; absent where there is none. */
  readonly toggleMouse?: () => boolean;
  /** Redraws a second at most; eight unless said. */
  readonly fps?: number;
  /** A fault while drawing; the screen draws no more by itself then. */
  readonly onFault: (error: unknown) => void;
}

/** A picture of a snapshot that is kept current. */
export interface LiveScreen {
  readonly update: (change: Partial<Snapshot>) => void;
  /** What the keys ask for beyond this screen: to quit, or to go back where there is nothing left to close. Keys after it are not looked at. */
  readonly press: (keys: readonly Keystroke[]) => Beyond;
  /** The snapshot as it is now. */
  readonly now: () => Snapshot;
  /** Draws again soon, even if nothing but the size has changed. */
  readonly resize: () => void;
  readonly close: () => void;
}

/** What keys ask for beyond a screen, if anything. */
export type Beyond = 'stay' | 'quit' | 'back';

/** Takes up what a key asked for beyond the state, at the snapshot that it was asked of. */
export type TakeUp = (request: RunRequest, snapshot: Snapshot, theme: Theme) => void;

/** Redraws at most every 125 ms, as long as months pass or when something has changed; paused, it sets no timer at all. */
export function createLiveScreen(
  start: Snapshot,
  surface: Surface,
  takeUp: TakeUp = () => undefined,
): LiveScreen {
  let snapshot = start;
  let passedAt: number | undefined;
  const passMonths = (now: number): void => {
    const seconds = passedAt === undefined ? 0 : Math.min((now - passedAt) / 1000, longestStepSeconds);
    if (isMoving(snapshot)) snapshot = withPlayer(snapshot, seconds);
    passedAt = isMoving(snapshot) ? now : undefined;
  };
  const after = (key: Keystroke): ScreenState =>
    key.mouse === undefined
      ? takeKey(snapshot.state, key, (state) => focusOf({ ...snapshot, state }))
      : point(snapshot, key.mouse, surface.size(), themeNow());
  const themeNow = (): Theme => themeOf(snapshot, surface);
  const redraw = createRedraw(
    (now) => {
      passMonths(now);
      const theme = themeNow();
      surface.show(screen(snapshot, surface.size(), theme), theme);
      return isMoving(snapshot);
    },
    surface.onFault,
    surface.fps,
  );
  return {
    update(change) {
      snapshot = { ...snapshot, ...change };
      redraw.soon();
    },
    press(keys) {
      for (const key of keys) {
        if (key.action === 'quit' && !isTyping(snapshot.state)) return 'quit';
        // A notice ends with the next key, and is nothing that Esc would have to close first.
        snapshot = withoutNotice(snapshot);
        const state = heldByPrediction(after(key));
        if (key.action === 'close' && state === snapshot.state) {
          redraw.soon();
          return 'back';
        }
        snapshot = { ...snapshot, state: { ...state, request: undefined } };
        if (state.request !== undefined) takeUp(state.request, snapshot, themeNow());
      }
      redraw.soon();
      return 'stay';
    },
    now: () => snapshot,
    resize: redraw.soon,
    close: redraw.close,
  };
}

function isMoving(snapshot: Snapshot): boolean {
  return snapshot.record !== undefined && snapshot.state.player.isPlaying;
}

function withoutNotice(snapshot: Snapshot): Snapshot {
  return snapshot.state.notice === '' ? snapshot : { ...snapshot, state: { ...snapshot.state, notice: '' } };
}

function withPlayer(snapshot: Snapshot, seconds: number): Snapshot {
  const player = play(snapshot.state.player, { kind: 'pass', seconds });
  return { ...snapshot, state: heldByPrediction({ ...snapshot.state, player }) };
}

function themeOf({ state }: Snapshot, { theme }: Surface): Theme {
  return turnTheme(theme, state.glyphTurns, state.themeTurns);
}
