import type { KeyAction } from '../keys.ts';
import type { Surface } from '../live-screen.ts';
import { createRedraw } from '../redraw.ts';
import { turnTheme } from '../theme.ts';
import { batchScreen } from './screen.ts';
import type { BatchPhase, BatchSnapshot } from './snapshot.ts';
import { type BatchState, pressBatch } from './state.ts';

/** A picture of a study that is kept current. */
export interface LiveBatch {
  readonly update: (changed: Partial<Omit<BatchSnapshot, 'phase' | 'state'>>) => void;
  /** Another phase; a question that was asked is asked no more. */
  readonly enter: (phase: BatchPhase) => void;
  /** Time has passed; draws when the clock on the screen moves on. */
  readonly pass: (seconds: number) => void;
  readonly press: (keys: readonly KeyAction[]) => void;
  readonly now: () => BatchSnapshot;
  readonly resize: () => void;
  readonly close: () => void;
}

/** What keys ask for beyond the screen, and who is told of it; that may enter another phase. */
export interface Commands<Command> {
  readonly of: (state: BatchState, phase: BatchPhase, key: KeyAction) => Command | undefined;
  readonly obey: (command: Command) => void;
}

/** Draws when something changed, at most every 125 ms. */
export function createLiveBatch<Command>(
  start: BatchSnapshot,
  surface: Surface,
  commands: Commands<Command>,
): LiveBatch {
  let snapshot = start;
  const redraw = createRedraw(
    () => {
      const { glyphTurns, themeTurns } = snapshot.state;
      const theme = turnTheme(surface.theme, glyphTurns, themeTurns);
      surface.show(batchScreen(snapshot, surface.size(), theme), theme);
      return false;
    },
    surface.onFault,
    surface.fps,
  );
  const change = (changed: Partial<BatchSnapshot>): void => {
    snapshot = { ...snapshot, ...changed };
    redraw.soon();
  };
  const press = (key: KeyAction): void => {
    const { about, progress, phase, state } = snapshot;
    const bounds = { outcomes: about.outcomes.length, scenarios: progress.scenarios.length };
    const command = commands.of(state, phase, key);
    change({ state: pressBatch(state, key, bounds), notice: '' });
    if (command !== undefined) commands.obey(command);
  };
  return {
    update: change,
    enter: (phase) => change({ phase, state: { ...snapshot.state, isAsking: false } }),
    pass: (seconds) => {
      if (Math.floor(seconds) !== Math.floor(snapshot.seconds)) change({ seconds });
    },
    press: (keys) => {
      for (const key of keys) press(key);
    },
    now: () => snapshot,
    resize: redraw.soon,
    close: redraw.close,
  };
}
