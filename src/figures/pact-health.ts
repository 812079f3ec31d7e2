import type { RunRecord } from '../model/run-record.ts';
import type { Comparison } from './comparison.ts';
import { byMonth, type Gauge, gaugeOf, type Read } from './gauge.ts';
import { cellAt, seriesOf } from './run-tables.ts';
import type { Subject } from './subject.ts';

/** Months over which what happens now and then is counted, the shown month included. */
const countedMonths = 12;

/**
 * How the pact among factions fares: its cohesion and misfit in the month, who is at war, and how many breaches, alarms, settlements and months of war the
 * last 12 months held. A breach is counted when it is made, seen or not.
 */
export function pactGauges(record: RunRecord, month: number, comparison?: Comparison): readonly Gauge[] {
  const gauge = (label: string, unit: Gauge['unit'], read: Read, subject?: Subject) =>
    gaugeOf({ label, unit, subject }, read, record, month, comparison);
  const counted = (label: string, type: string) =>
    gauge(label, 'count', yearlyCount(type), latest(record, type, month));
  return [
    gauge('cohesion', 'index', byMonth('pact_cohesion_idx')),
    gauge('factions at war', 'count', byMonth('war_factions_n'), latest(record, 'war-begins', month)),
    counted('alarms, 12 months', 'alarm'),
    gauge('war months of 12', 'count', warMonths, latest(record, 'war-begins', month)),
    counted('breaches, 12 m', 'breach'),
    counted('settled, 12 m', 'settled'),
    gauge('misfit of shares', 'index', byMonth('misfit_idx'), latest(record, 'talks-open', month)),
  ].flat();
}

/** How the pact stands in a month, in a few words: `at peace`, `broken, at peace` where no member spares another, `2 factions at war`. */
export function pactWords(record: RunRecord, month: number): string {
  const atWar = cellAt(record, 'by_month', 'war_factions_n', month);
  if (atWar > 0) return `${atWar} factions at war`;
  return cellAt(record, 'by_month', 'pact_cohesion_idx', month) === 0 ? 'broken, at peace' : 'at peace';
}

const counts = new WeakMap<RunRecord, Map<string, readonly number[]>>();

/** Events of a type in the 12 months that end with each; counted once for each run, since every frame asks again. */
function yearlyCount(type: string): Read {
  return (record) => {
    const known = counts.get(record) ?? new Map<string, readonly number[]>();
    counts.set(record, known);
    const found = known.get(type) ?? countYearly(record, type);
    known.set(type, found);
    return found;
  };
}

function countYearly({ events, firstMonth, months }: RunRecord, type: string): readonly number[] {
  const perMonth = new Array<number>(months).fill(0);
  for (const event of events) if (event.type === type) perMonth[event.month - firstMonth]++;
  return yearlySums(perMonth);
}

/** Months of the 12 that end with each in which any faction was at war when they ended. */
function warMonths(record: RunRecord): readonly number[] {
  return yearlySums(Array.from(seriesOf(record, 'by_month', 'war_factions_n'), (atWar) => Number(atWar > 0)));
}

function yearlySums(perMonth: readonly number[]): readonly number[] {
  let sum = 0;
  return perMonth.map((count, at) => {
    sum += count - (perMonth[at - countedMonths] ?? 0);
    return sum;
  });
}

/** The latest event of a type up to and with the month. */
function latest({ events }: RunRecord, type: string, month: number): Subject | undefined {
  const event = events.findLast((each) => each.type === type && each.month <= month);
  return event && { kind: 'event', seq: event.seq };
}
