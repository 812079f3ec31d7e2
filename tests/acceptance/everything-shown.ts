import type { Size } from '../../src/dashboard/paint/line.ts';
import type { ScreenState } from '../../src/dashboard/screen-state.ts';
import type { Snapshot } from '../../src/dashboard/snapshot.ts';
import { tabs } from '../../src/dashboard/tabs.ts';
import { panelPlaces, snapshotAt } from '../fixtures/pseudo-places.ts';

/** The sizes that looks are checked at: the smallest, and one of each form. */
export const sizes: readonly Size[] = [
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
];

/** What may lie over a view, or take its last line. */
const overs: Readonly<Record<string, Partial<ScreenState>>> = {
  help: { overlay: 'help' },
  log: { overlay: 'log' },
  typing: { typing: { what: 'month', text: '20', list: 'factions' } },
  exporting: { isExporting: true },
  notice: { notice: 'Written: a-file.csv' },
};

/** Every view, every panel of it alone, and all that may lie over them, by name. */
export const everythingShown: Readonly<Record<string, Snapshot>> = Object.fromEntries([
  ...tabs.map(({ view }) => [view, snapshotAt(100, { view })] as const),
  ...Object.entries(panelPlaces).flatMap(([name, place]) => [
    [`${name} in focus`, snapshotAt(100, place)] as const,
    [`${name} alone`, snapshotAt(100, { ...place, isZoomed: true })] as const,
  ]),
  ...tabs.flatMap(({ view }) =>
    Object.entries(overs).map(([name, over]) => [`${name} over ${view}`, under(view, over)]),
  ),
  ['before the run', { ...snapshotAt(1), record: undefined }],
]);

function under(view: (typeof tabs)[number]['view'], over: Partial<ScreenState>): Snapshot {
  const snapshot = snapshotAt(100, { view });
  return { ...snapshot, state: { ...snapshot.state, ...over } };
}
