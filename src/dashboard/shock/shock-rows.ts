import { nameMonth } from '../../engine/calendar.ts';
import { marksOf } from '../../figures/marks.ts';
import type { DatedChange } from '../../model/world-spec.ts';
import type { Shock } from '../../scenario/shock.ts';
import type { Column } from '../paint/list-table.ts';
import type { Snapshot } from '../snapshot.ts';
import { armedShock } from './arming.ts';

/** A shock in the list of those that were thrown in. */
export interface ShockRow {
  /** Its mark on the charts; empty where the run with it is not there yet. */
  readonly number: string;
  readonly shock: Shock;
  readonly state: 'fired' | 'being played' | 'ARMED' | 'undone';
}

/** Shocks that were fired, in that order, then the one that is armed. */
export function shockRows({ state, experiment }: Snapshot): readonly ShockRow[] {
  const { thrown, arming, player } = state;
  const armed = arming?.step === 'armed' ? [armedShock(arming, player.month)] : [];
  return [
    ...thrown.shocks.map((shock) => firedRow(shock, experiment.changes)),
    ...armed.map((shock): ShockRow => ({ number: '', shock, state: 'ARMED' })),
  ];
}

/** Shocks that were taken back, the one that `U` brings back first. */
export function undoneRows({ state }: Snapshot): readonly ShockRow[] {
  return [...state.thrown.undone].reverse().map((shock) => ({ number: '', shock, state: 'undone' }));
}

/** Whether the run that is shown has every shock that was fired. */
export function areShocksPlayed({ state, experiment }: Snapshot): boolean {
  return state.thrown.shocks.every((shock) => isPlayed(shock, experiment.changes));
}

function isPlayed(shock: Shock, changes: readonly DatedChange[]): boolean {
  return changes.some(({ month, label }) => month === shock.at && label === shock.label);
}

function firedRow(shock: Shock, changes: readonly DatedChange[]): ShockRow {
  if (!isPlayed(shock, changes)) return { number: '', shock, state: 'being played' };
  const mark = marksOf(changes).find(({ month }) => month === shock.at);
  return { number: String(mark?.number ?? ''), shock, state: 'fired' };
}

/** `3 months`; `for good` without an end. */
export function lengthWords(months: number | undefined): string {
  if (months === undefined) return 'for good';
  return months === 1 ? '1 month' : `${months} months`;
}

/** The columns of the list. */
export const shockColumns: readonly Column<ShockRow>[] = [
  { heading: '', width: 2, rank: 0, align: 'right', text: ({ number }) => number, style: () => 'mark' },
  { heading: 'from', width: 8, rank: 0, text: ({ shock }) => nameMonth(shock.at) },
  { heading: 'shock', width: 14, rank: 0, grows: true, most: 60, text: ({ shock }) => shock.label },
  {
    heading: 'length',
    width: 9,
    rank: 1,
    text: ({ shock: { at, until } }) => lengthWords(until === undefined ? undefined : until - at + 1),
  },
  {
    heading: 'state',
    width: 12,
    rank: 0,
    text: ({ state }) => state,
    style: ({ state }) => (state === 'ARMED' ? 'warn' : 'plain'),
  },
];
