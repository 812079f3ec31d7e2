import type { Choice } from '../../figures/choices.ts';
import type { Keystroke } from '../keys.ts';
import type { Surface } from '../live-screen.ts';
import type { MouseReport } from '../mouse-report.ts';
import { createPicture } from '../picture.ts';
import type { Request } from '../request.ts';
import type { Theme } from '../theme.ts';
import { pointList } from './point-list.ts';
import { choicesScreen } from './screen.ts';
import type { ChooseSnapshot } from './snapshot.ts';
import { takeChooseKey, wishOf } from './state.ts';

/** The list, kept current. */
export interface LiveChoices {
  readonly update: (change: Partial<ChooseSnapshot>) => void;
  readonly press: (keys: readonly Keystroke[]) => void;
  readonly now: () => ChooseSnapshot;
  readonly resize: () => void;
  readonly close: () => void;
}

/** What keys ask for beyond the list. */
export interface ChooseWishes {
  readonly quit: () => void;
  readonly open: (chosen: readonly Choice[]) => void;
  /** A key was pressed while the hint for a first visit was shown. */
  readonly dismissHint: () => void;
  /** Something was asked of what is shown, at the snapshot at hand. */
  readonly takeUp: (request: Request, snapshot: ChooseSnapshot, theme: Theme) => void;
}

/** Draws when something changed, at most every 125 ms. Keys after one that quits are not looked at. */
export function createLiveChoices(
  start: ChooseSnapshot,
  surface: Surface,
  wishes: ChooseWishes,
): LiveChoices {
  let snapshot = start;
  const picture = createPicture(
    surface,
    () => snapshot.state,
    (size, theme) => choicesScreen(snapshot, size, theme),
  );
  const update = (change: Partial<ChooseSnapshot>): void => {
    snapshot = { ...snapshot, ...change };
    picture.soon();
  };
  const change = (state: ChooseSnapshot['state']): void => {
    const wasHinting = snapshot.state.isHinting;
    update({ state: { ...state, request: undefined } });
    if (wasHinting) wishes.dismissHint();
    if (state.request !== undefined) wishes.takeUp(state.request, snapshot, picture.theme());
  };
  const take = (key: Keystroke): void => {
    const { state, choices } = snapshot;
    const chosen = wishOf(state, key, choices);
    change(takeChooseKey(state, key, choices));
    if (chosen !== undefined) wishes.open(chosen);
  };
  const point = (mouse: MouseReport): void => {
    const { isTyping, isExporting } = snapshot.state;
    if (mouse.what === 'click') change(pointList(snapshot, mouse, surface.size(), picture.theme()));
    else if (!isTyping && !isExporting) take({ action: mouse.what === 'wheel-up' ? 'up' : 'down', text: '' });
  };
  return {
    update,
    press: (keys) => {
      for (const key of keys) {
        const isQuit = key.action === 'quit' && !snapshot.state.isTyping;
        if (key.mouse === undefined) take(key);
        else point(key.mouse);
        if (isQuit) return wishes.quit();
      }
    },
    now: () => snapshot,
    resize: picture.soon,
    close: picture.close,
  };
}
