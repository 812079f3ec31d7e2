import type { Size } from './paint/line.ts';

/** Below this the screen says only what it needs. */
export const smallest: Size = { columns: 60, rows: 16 };

/** `tiny` cannot be drawn; `ruled` parts its panels by rules; `boxed` has room for boxes, the event log and the line of time. */
export type Form = 'tiny' | 'ruled' | 'boxed';

/** The form for a size: boxes from 110x30 on, rules down to `smallest`, below it `tiny`. */
export function formOf(size: Size): Form {
  if (size.columns < smallest.columns || size.rows < smallest.rows) return 'tiny';
  return size.columns >= 110 && size.rows >= 30 ? 'boxed' : 'ruled';
}

/** Rows for each panel's inside, its rule or box not counted. */
export interface PanelRows {
  readonly factions: number;
  readonly chart: number;
  readonly holders: number;
  /** 0: no event panel of its own. */
  readonly events: number;
}

/** What the panels would take if there were room for all. */
export interface Wishes {
  readonly factions: number;
  /** Rows wanted when there may be at most so many. */
  readonly holders: (most: number) => number;
}

const mostFactions = 7;

/** Rows under rules in a view's `size`: three rules and the sentence are taken off first. */
export function ruledRows(size: Size, wishes: Wishes): PanelRows {
  const free = size.rows - 3 - 1;
  const holders = wishes.holders(Math.max(1, Math.floor(free / 5)));
  const leastChart = Math.min(7, Math.max(4, Math.floor(free * 0.36)));
  const mostRows = size.rows >= 27 ? Math.floor(free / 2) : mostFactions + 1;
  const factions = Math.max(3, Math.min(wishes.factions + 1, mostRows, free - holders - leastChart));
  return { factions, holders, chart: free - holders - factions, events: 0 };
}

/** Rows in boxes in a view's `size`: three boxes' edges and the sentence are taken off first. */
export function boxedRows(size: Size, wishes: Wishes): PanelRows {
  const free = size.rows - 6 - 1;
  const holders = wishes.holders(Math.max(1, Math.floor(free / 4)));
  const factions = Math.max(5, Math.min(wishes.factions + 2, Math.floor(free * 0.4)));
  const chart = free - holders - factions;
  return { factions, holders, chart, events: chart };
}
