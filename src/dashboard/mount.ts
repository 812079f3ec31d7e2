import type { Leaving } from './leaving.ts';
import { type RunScreenOptions, runScreen } from './run-screen.ts';
import { showUntilLeft, type TerminalOptions } from './show-until-left.ts';
import { openStage } from './stage.ts';

export { exitCodeOf, type Leaving } from './leaving.ts';

/** What to show, where, and how; nothing is read from elsewhere but the environment (NO_COLOR, TERM, COLORFGBG). */
export interface DashboardOptions extends TerminalOptions, RunScreenOptions {}

/**
 * Shows the run on the terminal until the user leaves or something ends it, and gives the terminal back as it was. Rejects only when the screen
 * cannot be opened.
 */
export function mountDashboard(options: DashboardOptions): Promise<Leaving> {
  return showUntilLeft(options, (surface, leave) => openStage(surface, leave, runScreen(options)));
}
