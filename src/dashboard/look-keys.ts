import type { PanelFocus } from './draw-view.ts';
import type { KeyAction } from './keys.ts';

/** How often glyphs and theme were changed by key, from those that the program was started with. */
export interface LookTurns {
  readonly glyphTurns: number;
  readonly themeTurns: number;
}

/** The state after a key that changes glyphs or theme; undefined for other keys. */
export function turnLook<State extends LookTurns>(state: State, key: KeyAction): State | undefined {
  if (key === 'glyphs') return { ...state, glyphTurns: state.glyphTurns + 1 };
  return key === 'theme' ? { ...state, themeTurns: state.themeTurns + 1 } : undefined;
}

/** The state after a key that puts another panel in focus, or the one in focus alone and back; undefined for other keys. */
export function movePanel<State extends PanelFocus>(state: State, key: KeyAction): State | undefined {
  if (key === 'panel-next') return { ...state, panel: state.panel + 1 };
  if (key === 'panel-back') return { ...state, panel: state.panel - 1 };
  return key === 'zoom' ? { ...state, isZoomed: !state.isZoomed } : undefined;
}
