import type { Keystroke } from './keys.ts';
import type { Surface } from './live-screen.ts';
import type { Leave, Live } from './show-until-left.ts';

/** Where screens follow one another on one terminal. */
export interface Stage {
  readonly leave: Leave;
  /** Shows another screen over the one at hand. */
  readonly open: (screen: StagedScreen) => void;
  /** Closes the screen at hand and shows the one it was opened from; false where there is none. */
  readonly back: () => boolean;
}

/** Makes a screen on a surface. */
export type StagedScreen = (surface: Surface, stage: Stage) => Live;

/** A stage with its first screen, as one live picture: keys go to the screen on top, and only that one draws. */
export function openStage(surface: Surface, leave: Leave, first: StagedScreen): Live {
  const screens: Live[] = [];
  const onTop = (): Live => screens[screens.length - 1];
  const stage: Stage = {
    leave,
    open: (screen) => {
      const depth = screens.length;
      const isOnTop = (): boolean => screens.length === depth + 1;
      screens.push(screen({ ...surface, show: (...frame) => isOnTop() && surface.show(...frame) }, stage));
      onTop().resize();
    },
    back: () => {
      if (screens.length < 2) return false;
      screens.pop()!.close();
      onTop().resize();
      return true;
    },
  };
  stage.open(first);
  return {
    press: (keys: readonly Keystroke[]) => onTop().press(keys),
    resize: () => onTop().resize(),
    close: () => {
      for (const screen of screens) screen.close();
    },
  };
}
