import type { FlowRecord } from '../engine/recorder.ts';
import { createPostings, growPostings, type Postings } from './ledger.ts';
import { valueAt } from './parameter-values.ts';
import type { World } from './world.ts';

/** All payments of a run as growing columns, and what every account's money was made of in each month. */
export interface FlowLog extends Postings {
  month: Uint16Array;
  readonly madeOf: Float64Array[];
}

const firstRoom = 1 << 15;

/** An empty log with room to grow. */
export function createFlowLog(): FlowLog {
  return { ...createPostings(firstRoom), month: new Uint16Array(firstRoom), madeOf: [] };
}

/** Adds the month that was just played to the log. */
export function keepFlows(log: FlowLog, { ledger, state, parameters }: World, month: number): void {
  const { month: rows } = ledger;
  while (log.length + rows.length > log.cents.length) {
    const wider = new Uint16Array(log.cents.length * 2);
    wider.set(log.month);
    growPostings(log);
    log.month = wider;
  }
  for (const column of ['from', 'to', 'line', 'place', 'goods', 'cents'] as const)
    log[column].set(rows[column].subarray(0, rows.length), log.length);
  log.month.fill(month, log.length, log.length + rows.length);
  log.length += rows.length;
  const isTraced = valueAt(parameters, 'books.origins', month) > 0;
  log.madeOf.push(isTraced ? state.madeOf.slice() : new Float64Array(state.madeOf.length));
}

/** The log without its spare room. */
export function trimFlows(log: FlowLog): FlowRecord {
  const cut = <T extends Uint16Array | Float64Array>(column: T) => column.slice(0, log.length) as T;
  return {
    length: log.length,
    month: cut(log.month),
    from: cut(log.from),
    to: cut(log.to),
    line: cut(log.line),
    place: cut(log.place),
    goods: cut(log.goods),
    cents: cut(log.cents),
    madeOf: joined(log.madeOf),
  };
}

function joined(months: readonly Float64Array[]): Float64Array {
  const width = months[0]?.length ?? 0;
  const all = new Float64Array(months.length * width);
  months.forEach((made, at) => {
    all.set(made, at * width);
  });
  return all;
}
