import { type Page, tableUnder } from './pages.ts';

/** A row of the table of switches in docs/model.md: what takes a mechanism out of a run, and where to see it. */
export interface MechanismSwitch {
  readonly mechanism: string;
  readonly settings: Readonly<Record<string, number>>;
  readonly column: string;
}

/** The rows of the table. */
export function readSwitches(page: Page): readonly MechanismSwitch[] {
  return tableUnder(page, 'Switches').map(([mechanism, without, look]) => ({
    mechanism,
    settings: Object.fromEntries(
      [...without.matchAll(/`([^`]+)` ([\d.]+)/g)].map(([, name, value]) => [name, Number(value)]),
    ),
    column: look.replaceAll('`', ''),
  }));
}
