import type { KeyAction } from './keys.ts';
import { type Line, span, widthOf } from './paint/line.ts';

/** The views, in the order of their keys; so they are told in help and on the command line. */
export const tabs = [
  { view: 'run', key: 1, name: 'Run' },
  { view: 'compare', key: 2, name: 'Compare' },
  { view: 'batch', key: 3, name: 'Batch' },
  { view: 'crossings', key: 4, name: 'Crossings' },
  { view: 'why', key: 5, name: 'Why' },
  { view: 'params', key: 6, name: 'Params' },
] as const;

/** Name of a view, as `--view` takes it. */
export type ViewName = (typeof tabs)[number]['view'];

/** The view that a key asks for; undefined for keys of no view. */
export function viewOfKey(key: KeyAction): ViewName | undefined {
  return tabs.find((tab) => key === `view-${tab.key}`)?.view;
}

/** All tabs with the open one in brackets, in at most `columns` cells where that can be: gaps narrow first, then the names of closed tabs go. */
export function tabBar(open: ViewName, columns: number): Line {
  const bars = [tabsWith('  ', open, true), tabsWith(' ', open, true), tabsWith(' ', open, false)];
  return bars.find((bar) => widthOf(bar) <= columns) ?? bars[2];
}

/** The number of the tab under a column of that bar; undefined between tabs and beside them. */
export function tabAt(
  open: ViewName,
  columns: number,
  column: number,
): (typeof tabs)[number]['key'] | undefined {
  let left = column;
  for (const { text } of tabBar(open, columns)) {
    left -= text.length;
    if (left < 0) return tabs.find(({ key }) => text.replace('[', '').startsWith(String(key)))?.key;
  }
  return undefined;
}

function tabsWith(gap: string, open: ViewName, isNamed: boolean): Line {
  return tabs.flatMap(({ view, key, name }, index) => {
    const before = span(index === 0 ? ' ' : gap);
    if (view === open) return [before, span(`[${key} ${name}]`, 'strong')];
    return [before, span(isNamed ? `${key} ${name}` : String(key), 'dim')];
  });
}
