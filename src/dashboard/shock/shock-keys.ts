import type { Keystroke } from '../keys.ts';
import { play } from '../player.ts';
import type { ScreenState } from '../screen-state.ts';
import { fire } from '../shock-list.ts';
import { type Arming, armKey, type ShockPalette, startArming } from './arming.ts';

/** The paused picture with the palette over it, or with the sentence why nothing can be thrown in. */
export function openPalette(state: ScreenState, palette: ShockPalette | string): ScreenState {
  if (typeof palette === 'string') return { ...state, notice: palette };
  const player = play(state.player, { kind: 'step', months: 0 });
  return { ...state, player, overlay: 'none', arming: startArming };
}

/** The state after a key while a shock is on its way; a shock that is fired holds from the month that is shown. */
export function shockKey(
  state: ScreenState,
  arming: Arming,
  key: Keystroke,
  palette: ShockPalette | string,
): ScreenState {
  if (typeof palette === 'string') return { ...state, arming: undefined, notice: palette };
  const step = armKey(arming, key, palette, state.player.month);
  const moved =
    step.months === undefined ? state.player : play(state.player, { kind: 'step', months: step.months });
  const after = { ...state, player: moved, arming: step.arming, notice: '' };
  if (step.fired === undefined) return after;
  return {
    ...after,
    thrown: fire(state.thrown, step.fired),
    notice: 'Fired: space plays on, r replays, u undoes',
  };
}
