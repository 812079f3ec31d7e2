import type { KeyAction, Keystroke } from '../keys.ts';
import type { Surface } from '../live-screen.ts';
import type { MouseReport } from '../mouse-report.ts';
import { createPicture } from '../picture.ts';
import type { Request } from '../request.ts';
import type { Theme } from '../theme.ts';
import { isElsewhere, keyOfMouse, pointBatch } from './point-batch.ts';
import { batchScreen } from './screen.ts';
import type { BatchPhase, BatchSnapshot } from './snapshot.ts';
import { type BatchState, isOfExport, takeBatchKey } from './state.ts';

/** A picture of a study that is kept current. */
export interface LiveBatch {
  readonly update: (changed: Partial<Omit<BatchSnapshot, 'phase' | 'state'>>) => void;
  /** Another phase; a question that was asked is asked no more. */
  readonly enter: (phase: BatchPhase) => void;
  /** Time has passed; draws when the clock on the screen moves on. */
  readonly pass: (seconds: number) => void;
  readonly press: (keys: readonly Keystroke[]) => void;
  readonly now: () => BatchSnapshot;
  readonly resize: () => void;
  readonly close: () => void;
}

/** What keys ask for beyond the screen, and who is told of it; that may enter another phase. */
export interface Commands<Command> {
  readonly of: (state: BatchState, phase: BatchPhase, key: KeyAction) => Command | undefined;
  readonly obey: (command: Command) => void;
}

/** Takes up what a key asked for beyond the screen, at the snapshot that it was asked of. */
export type TakeUpBatch = (request: Request, snapshot: BatchSnapshot, theme: Theme) => void;

/** Draws when something changed, at most every 125 ms. */
export function createLiveBatch<Command>(
  start: BatchSnapshot,
  surface: Surface,
  commands: Commands<Command>,
  takeUp: TakeUpBatch = () => undefined,
): LiveBatch {
  let snapshot = start;
  const picture = createPicture(
    surface,
    () => snapshot.state,
    (size, theme) => batchScreen(snapshot, size, theme),
  );
  const change = (changed: Partial<BatchSnapshot>): void => {
    snapshot = { ...snapshot, ...changed };
    picture.soon();
  };
  const take = (key: Keystroke): void => {
    const { about, progress, phase, state } = snapshot;
    const bounds = { outcomes: about.outcomes.length, scenarios: progress.scenarios.length };
    const isFree = key.action !== undefined && !isOfExport(state, key);
    const command = isFree ? commands.of(state, phase, key.action) : undefined;
    const { request, ...after } = takeBatchKey(state, key, bounds);
    change({ state: { ...after, request: undefined }, notice: '' });
    if (command !== undefined) commands.obey(command);
    if (request !== undefined) takeUp(request, snapshot, picture.theme());
  };
  const point = (mouse: MouseReport): void => {
    const action = isElsewhere(snapshot.state) ? undefined : keyOfMouse(mouse, surface.size());
    if (action !== undefined) take({ action, text: '' });
    else change({ state: pointBatch(snapshot, mouse, surface.size(), picture.theme()), notice: '' });
  };
  return {
    update: change,
    enter: (phase) => change({ phase, state: { ...snapshot.state, isAsking: false } }),
    pass: (seconds) => {
      if (Math.floor(seconds) !== Math.floor(snapshot.seconds)) change({ seconds });
    },
    press: (keys) => {
      for (const key of keys) key.mouse === undefined ? take(key) : point(key.mouse);
    },
    now: () => snapshot,
    resize: picture.soon,
    close: picture.close,
  };
}
