import type { MoneyScale } from './numbers.ts';

/** A numbered mark on the axis of time: a dated change of the scenario. */
export interface Mark {
  /** From 1, in order of date; the event log shows the same number. */
  readonly number: number;
  readonly month: number;
  readonly label: string;
}

/** One line of a chart over months. */
export interface Series {
  /** The letter that stands for it wherever colour is not shown. */
  readonly letter: string;
  readonly label: string;
  /** Place in the palette of lines. */
  readonly hue: number;
  /** Values in the figure's unit, `values[month - firstMonth]`. */
  readonly values: readonly number[];
  /** The same line in the run it is compared with, month by month; NaN where that run has none. */
  readonly against?: readonly number[];
}

/** A chart of series over months; how it is drawn is the painter's. */
export interface TimeFigure {
  readonly title: string;
  /** Unit of values and ticks, in words: `$m a month`. */
  readonly unit: string;
  readonly scale: MoneyScale;
  readonly firstMonth: number;
  readonly months: number;
  /** Largest first by their mean over the run. */
  readonly series: readonly Series[];
  readonly marks: readonly Mark[];
  /** Smallest and largest value of any series in the run, 0 included. */
  readonly range: readonly [number, number];
  /** The scenario whose values stand in `against`, when there is one. */
  readonly against?: string;
}

/** Part of a whole, with the letter that stands for it. */
export interface Part {
  readonly letter: string;
  readonly hue: number;
  readonly usd: number;
}
