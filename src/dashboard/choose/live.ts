import type { Choice } from '../../figures/choices.ts';
import type { Keystroke } from '../keys.ts';
import type { Surface } from '../live-screen.ts';
import { createRedraw } from '../redraw.ts';
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
}

/** Draws when something changed, at most every 125 ms. Keys after one that quits are not looked at. */
export function createLiveChoices(
  start: ChooseSnapshot,
  surface: Surface,
  wishes: ChooseWishes,
): LiveChoices {
  let snapshot = start;
  const redraw = createRedraw(() => {
    surface.show(choicesScreen(snapshot, surface.size(), surface.theme), surface.theme);
    return false;
  }, surface.onFault);
  const update = (change: Partial<ChooseSnapshot>): void => {
    snapshot = { ...snapshot, ...change };
    redraw.soon();
  };
  const take = (key: Keystroke): void => {
    const { state, choices } = snapshot;
    const chosen = wishOf(state, key, choices);
    update({ state: takeChooseKey(state, key, choices) });
    if (state.isHinting) wishes.dismissHint();
    if (chosen !== undefined) wishes.open(chosen);
  };
  return {
    update,
    press: (keys) => {
      for (const key of keys) {
        const isQuit = key.action === 'quit' && !snapshot.state.isTyping;
        take(key);
        if (isQuit) return wishes.quit();
      }
    },
    now: () => snapshot,
    resize: redraw.soon,
    close: redraw.close,
  };
}
