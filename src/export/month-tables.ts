import { apportioned } from '../engine/apportion.ts';
import { isoDate } from '../engine/calendar.ts';
import { type FlowRecord, rowOffset, type TableRecord } from '../engine/recorder.ts';
import { toUsd } from '../engine/units.ts';
import { origins } from '../model/origin.ts';
import { originsOfPayment } from '../model/origins.ts';
import type { KeptOk } from '../study/kept-run.ts';
import type { Plan } from '../study/plan.ts';
import type { Cell } from './csv.ts';
import { runKeyCells } from './run-tables.ts';
import {
  countField,
  monthKeyFields,
  numberField,
  type OutputTable,
  recordedField,
  textField,
} from './table-declaration.ts';

/** `tables/flows_month.csv`: who paid whom, month by month. */
export const flowsTable: OutputTable = {
  name: 'flows_month',
  path: 'tables/flows_month.csv',
  description:
    'every payment between accounts, summed over a month; only for replicate 1 of each scenario, since these rows outweigh all others',
  primaryKey: ['run_id', 'month', 'from_id', 'to_id', 'line', 'place_id', 'goods_id', 'origin'],
  fields: [
    ...monthKeyFields,
    textField('from_id', 'the account that pays'),
    textField('to_id', 'the account that receives'),
    textField('line', 'what the payment is for'),
    {
      ...textField('place_id', 'the crossing, inland post or base where it is paid; empty where it has none'),
      mayBeEmpty: true,
    },
    { ...textField('goods_id', 'the goods it is paid on; empty where it has none'), mayBeEmpty: true },
    {
      ...textField(
        'origin',
        "where the payer's money came from, by the haircut rule; empty in a month that is not traced",
        origins,
      ),
      mayBeEmpty: true,
    },
    numberField('amount_usd', 'usd', 'the amount, exact to the cent'),
  ],
};

/** `tables/events.csv`: what happened, in order. */
export const eventsTable: OutputTable = {
  name: 'events',
  path: 'tables/events.csv',
  description: 'what happened in each run, in the order it happened',
  primaryKey: ['run_id', 'seq'],
  fields: [
    ...monthKeyFields,
    countField('seq', 'order within the run, from 1', 1),
    textField('event_type', 'what happened'),
    textField('actor_id', 'who did it; empty where nobody did'),
    textField('target_id', 'to whom; empty where to nobody'),
    textField('place_id', 'where; empty where it has no place'),
    numberField('amount_usd', 'usd', 'the money that moved by it'),
    countField('cause_seq', 'seq of the event that triggered this one; empty where none did', 1),
    textField('note', 'the event in words'),
  ],
};

function monthCells(run: readonly Cell[], month: number): readonly Cell[] {
  return [...run, month, isoDate(month)];
}

/** Rows of a recorded table, month by month, entity by entity. */
export function* recordedRows(plan: Plan, run: KeptOk, table: TableRecord): Generator<readonly Cell[]> {
  const key = runKeyCells(plan, run.place);
  const { columns, entities, key: owner } = table.spec;
  const readers = columns.map((column) => (value: number): Cell => {
    if (column.labels !== undefined) return value < 0 ? null : column.labels[value];
    return recordedField(column).type === 'boolean' ? value !== 0 : value;
  });
  const owners = owner === null ? [undefined] : entities;
  for (let index = 0; index < table.months; index++) {
    const opening = monthCells(key, plan.firstMonth + index);
    for (let entity = 0; entity < owners.length; entity++) {
      const offset = rowOffset(table, index, entity);
      const cells: Cell[] = owner === null ? [...opening] : [...opening, owners[entity]];
      for (let column = 0; column < readers.length; column++)
        cells.push(readers[column](table.data[offset + column]));
      yield cells;
    }
  }
}

/** Rows of flows_month in the order of first payments, month by month; none where the run did not keep its flows. */
export function* flowRows(plan: Plan, run: KeptOk): Generator<readonly Cell[]> {
  if (run.flows === null) return;
  const { names, ...flows } = run.flows;
  const key = runKeyCells(plan, run.place);
  const width = names.accounts.length * names.origins.length;
  for (let start = 0; start < flows.length; ) {
    let end = start;
    while (end < flows.length && flows.month[end] === flows.month[start]) end++;
    const opening = monthCells(key, flows.month[start]);
    const first = (flows.month[start] - plan.firstMonth) * width;
    const made = flows.madeOf.subarray(first, first + width);
    const isTraced = made.some((share) => share > 0);
    for (const [row, cents] of sumAlike(flows, start, end)) {
      const payment = [
        ...opening,
        names.accounts[flows.from[row]],
        names.accounts[flows.to[row]],
        names.lines[flows.line[row]],
        names.places[flows.place[row]] || null,
        names.goods[flows.goods[row]] || null,
      ];
      const parts: Iterable<readonly [string | null, number]> = isTraced
        ? partsByOrigin(flows.from[row], flows.line[row], cents, made)
        : [[null, cents]];
      for (const [origin, part] of parts) yield [...payment, origin, toUsd(part)];
    }
    start = end;
  }
}

/** A payment by the origin of the payer's money, whole cents that add up to it, in a month that was traced. */
function* partsByOrigin(
  from: number,
  line: number,
  cents: number,
  made: Float64Array,
): Generator<readonly [string, number]> {
  const shares = new Float64Array(origins.length);
  originsOfPayment(from, line, made, shares);
  for (const [origin, part] of apportioned(cents, shares).entries())
    if (part > 0) yield [origins[origin], part];
}

/** First row and sum of cents of each kind of payment among rows `start` to `end` (excluded), which are of one month. */
function sumAlike(flows: FlowRecord, start: number, end: number): Map<number, number> {
  const firstRows = new Map<string, number>();
  const sums = new Map<number, number>();
  for (let row = start; row < end; row++) {
    const kind = [flows.from, flows.to, flows.line, flows.place, flows.goods]
      .map((column) => column[row])
      .join();
    const first = firstRows.get(kind) ?? row;
    firstRows.set(kind, first);
    sums.set(first, (sums.get(first) ?? 0) + flows.cents[row]);
  }
  return sums;
}

/** Rows of events. */
export function* eventRows(plan: Plan, run: KeptOk): Generator<readonly Cell[]> {
  const key = runKeyCells(plan, run.place);
  for (const event of run.events)
    yield [
      ...monthCells(key, event.month),
      event.seq,
      event.type,
      event.actorId || null,
      event.targetId || null,
      event.placeId || null,
      event.amountUsd,
      event.causeSeq || null,
      event.note || null,
    ];
}
