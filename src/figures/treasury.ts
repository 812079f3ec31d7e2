import { purposeIndex, treasury } from '../model/accounts.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { WorldSpec } from '../model/world-spec.ts';
import type { Comparison } from './comparison.ts';
import { byMonth, type Gauge, gaugeOf, type Read } from './gauge.ts';
import { seriesOf } from './run-tables.ts';
import { factionLetter } from './words.ts';

/**
 * What reaches the treasury in a month, what it pays armed men, and the cash that factions hold at its end: together, then each, as in the
 * world file. Oil income is known only of runs that kept their payments.
 */
export function treasuryGauges(
  record: RunRecord,
  world: WorldSpec,
  month: number,
  comparison?: Comparison,
): readonly Gauge[] {
  const gauge = (label: string, unit: Gauge['unit'], read: Read, subject?: Gauge['subject']) =>
    gaugeOf({ label, unit, subject }, read, record, month, comparison);
  const factions = world.factions.map(({ name }, index) =>
    gauge(`cash ${factionLetter(index)} ${name}`, 'usd', cashOf(index), { kind: 'faction', index }),
  );
  return [
    gauge('customs receipts', 'usd', byMonth('treasury_customs_usd')),
    gauge('oil income', 'usd', oilIncome),
    gauge('cash of factions', 'usd', allCash(world.factions.length)),
    gauge('duty paid of owed', 'share', byMonth('duty_paid_share')),
    gauge('fines, seizures', 'usd', byMonth('treasury_fines_usd')),
    gauge('wages to fighters', 'usd', byMonth('payroll_wages_usd')),
    ...factions,
  ].flat();
}

function cashOf(faction: number): Read {
  return (record) => seriesOf(record, 'by_faction_month', 'cash_usd', faction);
}

function allCash(factions: number): Read {
  return (record) => {
    const each = Array.from({ length: factions }, (_, index) => cashOf(index)(record)!);
    return Array.from({ length: record.months }, (_, at) => each.reduce((sum, cash) => sum + cash[at], 0));
  };
}

const oilOf = new WeakMap<NonNullable<RunRecord['flows']>, Float64Array>();

/** US dollars a month that come in for oil, from the payments kept; read once for each run, since every frame asks again. */
function oilIncome({ flows, firstMonth, months }: RunRecord): Float64Array | undefined {
  if (flows === null) return undefined;
  const known = oilOf.get(flows);
  if (known !== undefined) return known;
  const sums = new Float64Array(months);
  for (let row = 0; row < flows.length; row++)
    if (flows.to[row] === treasury && flows.line[row] === purposeIndex.oil)
      sums[flows.month[row] - firstMonth] += flows.cents[row] / 100;
  oilOf.set(flows, sums);
  return sums;
}
