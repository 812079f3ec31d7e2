import type { Surface } from './live-screen.ts';
import type { LookTurns } from './look-keys.ts';
import type { Line, Size } from './paint/line.ts';
import { createRedraw, type Redraw } from './redraw.ts';
import { type Theme, turnTheme } from './theme.ts';

/** What is drawn on a surface when something changed. */
export interface Picture extends Redraw {
  /** The theme that keys have turned to. */
  readonly theme: () => Theme;
}

/** Draws what `linesOf` gives when asked, as often as the surface takes it; nothing moves by itself. */
export function createPicture(
  surface: Surface,
  turns: () => LookTurns,
  linesOf: (size: Size, theme: Theme) => readonly Line[],
): Picture {
  const theme = (): Theme => {
    const { glyphTurns, themeTurns } = turns();
    return turnTheme(surface.theme, glyphTurns, themeTurns);
  };
  const draw = (): boolean => {
    const now = theme();
    surface.show(linesOf(surface.size(), now), now);
    return false;
  };
  return { theme, ...createRedraw(draw, surface.onFault, surface.fps) };
}
