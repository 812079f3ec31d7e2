import { isoDate } from '../../engine/calendar.ts';
import type { TollCurve, TollPoint } from '../../model/toll-curve.ts';
import type { WorldSpec } from '../../model/world-spec.ts';
import { type DataTable, dataTable, numbers, words } from '../data-table.ts';

/** What other tolls at a post would bring in all hands and to factions: the curve's points in rising order, then the prices that serve an aim best. A gate's price is the share of what a fixer saves. */
export function tollsTable(curve: TollCurve, world: WorldSpec): DataTable {
  const posts = [...world.crossings, ...world.posts];
  const { id, name } = posts[curve.post];
  const isGate = curve.post < world.crossings.length;
  const part = curve.factionsPart;
  return dataTable('tolls', namedPoints(curve), [
    words('date', () => isoDate(curve.month)),
    words('crossing_id', () => id),
    words('crossing', () => name),
    words('toll', ({ role }) => role),
    numbers('gate_price_share', 'share', ({ price }) => (isGate ? price : Number.NaN)),
    numbers('price_share', 'share', ({ costShare }) => costShare),
    numbers('traffic_usd', 'usd', ({ settled }) => settled.trafficUsd),
    numbers('paying_usd', 'usd', ({ settled }) => settled.payingUsd),
    numbers('take_all_usd', 'usd', ({ settled }) => settled.takeUsd),
    numbers('take_usd', 'usd', ({ settled }) => settled.takeUsd * part),
    numbers('traffic_at_once_usd', 'usd', ({ inMonth }) => inMonth.trafficUsd),
    numbers('paying_at_once_usd', 'usd', ({ inMonth }) => inMonth.payingUsd),
    numbers('take_all_at_once_usd', 'usd', ({ inMonth }) => inMonth.takeUsd),
    numbers('take_at_once_usd', 'usd', ({ inMonth }) => inMonth.takeUsd * part),
  ]);
}

/** Points with what they are: `asked`, `most`, the other aims, or empty. */
function namedPoints(curve: TollCurve): readonly (TollPoint & { readonly role: string })[] {
  const { points, asked, most, mostAtOnce, together, alone } = curve;
  const roleOf = ({ price }: TollPoint): string =>
    price === asked.price ? 'asked' : price === most.price ? 'most' : '';
  return [
    ...points.map((point) => ({ ...point, role: roleOf(point) })),
    { ...mostAtOnce, role: 'most at once' },
    { ...together, role: 'best together' },
    ...(alone === undefined ? [] : [{ ...alone, role: 'best alone' }]),
  ];
}
