import type { KeyAction } from './keys.ts';
import type { Line, Size } from './paint/line.ts';
import { play } from './player.ts';
import { createRedraw } from './redraw.ts';
import { screen } from './screen.ts';
import { type Bounds, press } from './screen-state.ts';
import type { Snapshot } from './snapshot.ts';
import type { Theme } from './theme.ts';

/** After a longer gap (a laptop that slept) playing goes on where it was rather than jumping ahead. */
const longestStepSeconds = 1;

/** What a screen is drawn on. */
export interface Surface {
  readonly size: () => Size;
  readonly theme: Theme;
  readonly show: (lines: readonly Line[]) => void;
  /** A fault while drawing; the screen draws no more by itself then. */
  readonly onFault: (error: unknown) => void;
}

/** A picture of a snapshot that is kept current. */
export interface LiveScreen {
  readonly update: (change: Partial<Snapshot>) => void;
  readonly press: (keys: readonly KeyAction[]) => void;
  /** Draws again soon, even if nothing but the size has changed. */
  readonly resize: () => void;
  readonly close: () => void;
}

/** Redraws at most every 125 ms, as long as months pass or when something has changed; paused, it sets no timer at all. */
export function createLiveScreen(start: Snapshot, surface: Surface): LiveScreen {
  let snapshot = start;
  let passedAt: number | undefined;
  const passMonths = (now: number): void => {
    const seconds = passedAt === undefined ? 0 : Math.min((now - passedAt) / 1000, longestStepSeconds);
    if (isMoving(snapshot)) snapshot = withPlayer(snapshot, seconds);
    passedAt = isMoving(snapshot) ? now : undefined;
  };
  const redraw = createRedraw((now) => {
    passMonths(now);
    surface.show(screen(snapshot, surface.size(), surface.theme));
    return isMoving(snapshot);
  }, surface.onFault);
  return {
    update(change) {
      snapshot = { ...snapshot, ...change };
      redraw.soon();
    },
    press(keys) {
      const bounds = boundsOf(snapshot);
      const state = keys.reduce((before, key) => press(before, key, bounds), snapshot.state);
      snapshot = { ...snapshot, state };
      redraw.soon();
    },
    resize: redraw.soon,
    close: redraw.close,
  };
}

function isMoving(snapshot: Snapshot): boolean {
  return snapshot.record !== undefined && snapshot.state.player.isPlaying;
}

function withPlayer(snapshot: Snapshot, seconds: number): Snapshot {
  const player = play(snapshot.state.player, { kind: 'pass', seconds });
  return { ...snapshot, state: { ...snapshot.state, player } };
}

function boundsOf(snapshot: Snapshot): Bounds {
  const { experiment, record } = snapshot;
  return {
    factions: experiment.world.factions.length,
    logEntries: experiment.changes.length + (record?.events.length ?? 0),
  };
}
