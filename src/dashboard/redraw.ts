/** Redraws a second at most: a frame through Ink costs several times what writing the same cells would. */
export const mostFps = 8;

/** Draws when asked, but never too often. */
export interface Redraw {
  /** Draws soon; asking often draws once. */
  readonly soon: () => void;
  readonly close: () => void;
}

/**
 * Calls `draw` with the time in milliseconds at most `fps` times a second, when asked and as long as it answers true; else it sets no timer at all.
 * After a fault in `draw` it draws no more by itself.
 */
export function createRedraw(
  draw: (now: number) => boolean,
  onFault: (error: unknown) => void,
  fps: number = mostFps,
): Redraw {
  const redrawMs = 1000 / Math.min(fps, mostFps);
  let timer: NodeJS.Timeout | undefined;
  let drawnAt = performance.now() - redrawMs;
  let isClosed = false;
  const soon = (): void => {
    if (isClosed) return;
    timer ??= setTimeout(drawNow, Math.max(0, redrawMs - (performance.now() - drawnAt)));
  };
  const drawNow = (): void => {
    timer = undefined;
    drawnAt = performance.now();
    try {
      if (draw(drawnAt)) soon();
    } catch (error) {
      onFault(error);
    }
  };
  return {
    soon,
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
