import type { Leaving } from './leaving.ts';
import { type RunScreenOptions, runScreen } from './run-screen.ts';
import { showUntilLeft, type TerminalOptions } from './show-until-left.ts';
import { openStage, type StagedScreen } from './stage.ts';

export { attachedBatchScreen } from './batch/attached.ts';
export { chooseScreen } from './choose/choose-screen.ts';
export { exitCodeOf, type Leaving } from './leaving.ts';
export { runScreen } from './run-screen.ts';

/** What to show, where, and how; nothing is read from elsewhere but the environment (NO_COLOR, TERM, COLORFGBG). */
export interface DashboardOptions extends TerminalOptions, RunScreenOptions {}

/**
 * Shows the run on the terminal until the user leaves or something ends it, and gives the terminal back as it was. Rejects only when the screen
 * cannot be opened.
 */
export function mountDashboard(options: DashboardOptions): Promise<Leaving> {
  return mountScreen(options, runScreen(options));
}

/** The same for any screen, and those that it opens over itself. */
export function mountScreen(options: TerminalOptions, first: StagedScreen): Promise<Leaving> {
  return showUntilLeft(options, (surface, leave) => openStage(surface, leave, first));
}
