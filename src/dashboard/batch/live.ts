import type { StudyProgress } from '../../study/progress.ts';
import type { KeyAction } from '../keys.ts';
import type { Surface } from '../live-screen.ts';
import { createRedraw } from '../redraw.ts';
import { batchScreen } from './screen.ts';
import type { BatchPhase, BatchSnapshot } from './snapshot.ts';
import { type BatchCommand, commandOf, pressBatch } from './state.ts';

/** A picture of a study at work that is kept current. */
export interface LiveBatch {
  readonly tell: (progress: StudyProgress) => void;
  readonly enter: (phase: BatchPhase) => void;
  /** Time has passed; draws when the clock on the screen moves on. */
  readonly pass: (seconds: number) => void;
  readonly press: (keys: readonly KeyAction[]) => void;
  readonly resize: () => void;
  readonly close: () => void;
}

/** Draws when something changed, at most every 125 ms; what keys ask of the work goes to `onCommand`, which may enter another phase. */
export function createLiveBatch(
  start: BatchSnapshot,
  surface: Surface,
  onCommand: (command: BatchCommand) => void,
): LiveBatch {
  let snapshot = start;
  const redraw = createRedraw(
    () => {
      surface.show(batchScreen(snapshot, surface.size(), surface.theme), surface.theme);
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
    const command = commandOf(state, phase, key);
    change({ state: pressBatch(state, key, bounds) });
    if (command !== undefined) onCommand(command);
  };
  return {
    tell: (progress) => change({ progress }),
    enter: (phase) => change({ phase, state: { ...snapshot.state, isAsking: false } }),
    pass: (seconds) => {
      if (Math.floor(seconds) !== Math.floor(snapshot.seconds)) change({ seconds });
    },
    press: (keys) => {
      for (const key of keys) press(key);
    },
    resize: redraw.soon,
    close: redraw.close,
  };
}
