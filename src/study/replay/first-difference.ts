import { formatMonth } from '../../engine/calendar.ts';
import { rowOffset, type TableRecord } from '../../engine/recorder.ts';
import { formatWindow } from '../../scenario/window.ts';
import type { KeptOk, KeptRun } from '../kept-run.ts';
import type { Plan } from '../plan.ts';

/** Where two playings of one run first differ, in the order of time; what cannot be placed has no month. */
export interface RunDifference {
  /** The table, or `outcomes`, `events`, `runs`. */
  readonly table: string;
  readonly month: number | undefined;
  /** The column, with its entity where the table has one. */
  readonly column: string;
  readonly kept: string;
  readonly replayed: string;
}

/** The first difference between what is kept of a run and what a replay of it gives; undefined where all that was recorded is equal, kept or not. */
export function firstDifference(plan: Plan, kept: KeptRun, replayed: KeptRun): RunDifference | undefined {
  if (kept.status === 'failed' || replayed.status === 'failed') return differentEnd(kept, replayed);
  if (kept.digest === replayed.digest && haveEqualMeans(kept, replayed)) return undefined;
  const cells = kept.tables.flatMap((table) => inTable(plan, table, replayed.tables) ?? []);
  const found = [...cells, ...inEvents(kept, replayed)].sort((a, b) => (a.month ?? 0) - (b.month ?? 0));
  return found[0] ?? inMeans(plan, kept, replayed) ?? digestAlone(kept, replayed);
}

function differentEnd(kept: KeptRun, replayed: KeptRun): RunDifference | undefined {
  const [before, now] = [kept, replayed].map((run) =>
    run.status === 'ok' ? 'ok' : `${run.stage} ${run.code}: ${run.message}`,
  );
  if (before === now) return undefined;
  return { table: 'runs', month: undefined, column: 'status', kept: before, replayed: now };
}

function haveEqualMeans({ means: a }: KeptOk, { means: b }: KeptOk): boolean {
  return a.length === b.length && a.every((value, at) => Object.is(value, b[at]));
}

function inTable(plan: Plan, table: TableRecord, others: readonly TableRecord[]): RunDifference | undefined {
  const { spec, data, months } = table;
  const other = others.find((each) => each.spec.name === spec.name);
  const [columns, now] = [spec, other?.spec].map(
    (each) => each?.columns.map(({ name }) => name).join(', ') ?? '',
  );
  if (columns !== now || other === undefined)
    return { table: spec.name, month: undefined, column: 'columns', kept: columns, replayed: now };
  const at = data.findIndex((value, cell) => !Object.is(value, other.data[cell]));
  if (at < 0) return undefined;
  const width = spec.columns.length;
  const index = Math.floor(at / rowOffset(table, 1, 0));
  const entity =
    spec.key === null || months === 0
      ? ''
      : ` of ${spec.entities[Math.floor(at / width) % spec.entities.length]}`;
  return {
    table: spec.name,
    month: plan.firstMonth + index,
    column: `${spec.columns[at % width].name}${entity}`,
    kept: String(data[at]),
    replayed: String(other.data[at]),
  };
}

function inEvents({ events: a }: KeptOk, { events: b }: KeptOk): readonly RunDifference[] {
  const at = a.findIndex((event, index) => JSON.stringify(event) !== JSON.stringify(b[index]));
  const place = at >= 0 ? at : a.length < b.length ? a.length : -1;
  if (place < 0) return [];
  const [kept, replayed] = [a, b].map((events) => JSON.stringify(events[place]) ?? 'nothing');
  return [
    { table: 'events', month: (a[place] ?? b[place]).month, column: `seq ${place + 1}`, kept, replayed },
  ];
}

function inMeans(plan: Plan, kept: KeptOk, replayed: KeptOk): RunDifference | undefined {
  const at = kept.means.findIndex((value, index) => !Object.is(value, replayed.means[index]));
  if (at < 0) return undefined;
  const width = plan.outcomes.length;
  const window = plan.scenarios[kept.place.scenario].windows[Math.floor(at / width)];
  return {
    table: 'outcomes',
    month: undefined,
    column: `${plan.outcomes[at % width]} over ${formatWindow(window)}`,
    kept: String(kept.means[at]),
    replayed: String(replayed.means[at]),
  };
}

/** Everything that is kept is equal, so what differs is in a table that the study did not keep. */
function digestAlone(kept: KeptOk, replayed: KeptOk): RunDifference {
  return { table: 'runs', month: undefined, column: 'digest', kept: kept.digest, replayed: replayed.digest };
}

/** A difference in one sentence. */
export function differenceWords({ table, month, column, kept, replayed }: RunDifference): string {
  const when = month === undefined ? '' : `, ${formatMonth(month)}`;
  return `${table}${when}, ${column}: ${kept} is kept, the replay gives ${replayed}`;
}
