import type { RunRecord } from '../model/run-record.ts';
import type { Experiment, WorldSpec } from '../model/world-spec.ts';
import type { Series, TimeFigure } from './figure.ts';
import { marksOf } from './marks.ts';
import { moneyScale } from './numbers.ts';
import { rivalsOf } from './rivals.ts';
import { seriesOf } from './run-tables.ts';

/** Most rivals that a chart shows beside a post. */
const mostRivals = 3;

/** The rivals that charts show, numbered from 1 in this order: those with most goods over the whole run. */
export function chartedRivals(record: RunRecord, world: WorldSpec, post: number): readonly number[] {
  const goods = (index: number): number => total(seriesOf(record, 'by_crossing_month', 'traffic_usd', index));
  return rivalsOf(world, post)
    .map(({ index }) => index)
    .sort((a, b) => goods(b) - goods(a))
    .slice(0, mostRivals);
}

/** Traffic or price of a post and its largest rivals over the run, the post itself as `*`. */
export function postOverTime(
  what: 'traffic' | 'price',
  record: RunRecord,
  experiment: Experiment,
  post: number,
): TimeFigure {
  const { world, changes } = experiment;
  const names = [...world.crossings, ...world.posts].map(({ name }) => name);
  const column = what === 'traffic' ? 'traffic_usd' : 'price_share';
  const raw = (index: number): Float64Array => seriesOf(record, 'by_crossing_month', column, index);
  const shown = [post, ...chartedRivals(record, world, post)];
  const largest = Math.max(...shown.map((index) => raw(index).reduce((a, b) => Math.max(a, b), 0)));
  const scale =
    what === 'traffic' ? moneyScale(Math.max(1, largest)) : { divisor: 0.01, word: '%', suffix: '%' };
  const series = shown.map(
    (index, at): Series => ({
      letter: at === 0 ? '*' : String(at),
      label: names[index],
      hue: at,
      values: Array.from(raw(index), (value) => value / scale.divisor),
    }),
  );
  return {
    title: what === 'traffic' ? 'Goods' : 'Price',
    unit: what === 'traffic' ? `${scale.word} a month` : '% of the cargo',
    scale,
    firstMonth: record.firstMonth,
    months: record.months,
    series,
    marks: marksOf(changes),
    range: [0, largest / scale.divisor],
  };
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
