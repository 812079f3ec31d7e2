import type { ViewName } from './tabs.ts';

/** A key, and what it does, in so few words that two stand side by side on 60 columns. */
export type KeyHelp = readonly [key: string, meaning: string];

/** Help and leaving come last: where room is short the line of hints has them still. */
const everywhere: readonly KeyHelp[] = [
  ['1 to 6', 'the views above'],
  ['space', 'play, pause'],
  ['left right', 'a month (h l)'],
  ['[ ]', 'a year back, on'],
  ['Home End', 'first, last month'],
  [':', 'to a month: 2020-01'],
  ['+ -', 'faster, slower'],
  ['up down', 'choose a row (j k)'],
  ['PgUp PgDn', 'ten rows'],
  ['Enter', 'why, or closer'],
  ['Esc', 'back'],
  ['Tab', 'panel on; Shift+Tab back'],
  ['z', 'panel alone, and back'],
  ['o O', 'sort the list; reverse'],
  ['/', 'filter, until Enter'],
  ['L', 'all events'],
  ['s u U', 'shock, undo, redo'],
  ['r R', 'replay shock, or all'],
  ['w', 'write a scenario file'],
  ['p', 'class view'],
  ['e y', 'export; copy panel'],
  ['g t', 'characters; colours'],
  ['%', 'mouse on, off'],
  ['? q', 'help; leave'],
];

const only: Readonly<Partial<Record<ViewName, readonly KeyHelp[]>>> = {
  compare: [
    ['m M', 'next measure, or before'],
    ['x', 'swap A and B'],
  ],
  batch: [
    ['m M', 'next outcome, or before'],
    ['f', 'failures, and back'],
  ],
  params: [['c', 'change the parameter']],
};

/** All keys of a view, its own first. */
export function helpKeys(view: ViewName): readonly KeyHelp[] {
  return [...(only[view] ?? []), ...everywhere];
}
