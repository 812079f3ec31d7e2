import { exportOf, panelText } from './export-of.ts';
import type { Keeper } from './keeper.ts';
import type { Surface } from './live-screen.ts';
import type { Size } from './paint/line.ts';
import type { Request } from './request.ts';
import type { Shown } from './shown.ts';
import type { Theme } from './theme.ts';

/**
 * Does what keys asked for of what is shown, or of a sentence why nothing is, and says in a few words what came of it. Never throws for what a
 * disk or a terminal refuses.
 */
export async function fulfil(
  request: Request,
  shown: Shown | string,
  theme: Theme,
  surface: Surface,
  keeper: Keeper | undefined,
): Promise<string> {
  if (request.kind === 'mouse') return turnMouse(surface);
  if (typeof shown === 'string') return shown;
  if (request.kind === 'copy') return copyPanel(shown, surface, theme);
  if (keeper === undefined) return 'no file can be written from here';
  const exported = exportOf(request.form, shown, surface.size(), theme, keeper.csv);
  if (exported === undefined) return 'this panel has no numbers; e t: the screen';
  return keeper.keep(exported).then(
    (path) => `Written: ${path}`,
    (error: Error) => `not written: ${error.message}`,
  );
}

function turnMouse({ toggleMouse }: Surface): string {
  if (toggleMouse === undefined) return 'no terminal here has a mouse';
  // Where programs have the mouse, terminals mark text only with Shift held, if at all.
  return toggleMouse() ? 'mouse on: wheel, click; % off' : 'mouse off';
}

function copyPanel(shown: Shown, { copy, size }: Surface, theme: Theme): string {
  if (copy === undefined) return 'no terminal here to copy by; e t: a file';
  copy(panelText(shown, zoomed(size()), theme));
  return 'sent to the clipboard; not there? e t: a file';
}

/** The inside of the panel as if it had the screen for itself. */
function zoomed({ columns, rows }: Size): Size {
  return { columns, rows: Math.max(1, rows - 4) };
}
