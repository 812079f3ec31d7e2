import { createHash } from 'node:crypto';
import type { RunRecord } from '../model/run-record.ts';
import { littleEndianBytes } from './little-endian.ts';

/** What a run recorded, without its name and its digest. */
export type Recorded = Pick<RunRecord, 'tables' | 'events' | 'flows'>;

/**
 * sha256, hex, of all a run recorded: every table's name, columns and numbers (doubles, least significant byte first), the events, and the
 * flows where they were kept. One bit of one cell changes it.
 */
export function digestOf(recorded: Recorded): string {
  const hash = createHash('sha256');
  for (const table of recorded.tables) {
    const columns = table.spec.columns.map((column) => column.name);
    hash.update(JSON.stringify([table.spec.name, table.spec.entities, columns, table.months]));
    hash.update(littleEndianBytes(table.data));
  }
  hash.update(JSON.stringify(recorded.events));
  if (recorded.flows !== null) addFlows(hash, recorded.flows);
  return hash.digest('hex');
}

function addFlows(hash: ReturnType<typeof createHash>, flows: NonNullable<RunRecord['flows']>): void {
  hash.update(JSON.stringify([flows.length, flows.names]));
  for (const column of [flows.month, flows.from, flows.to, flows.line, flows.place, flows.goods, flows.cents])
    hash.update(littleEndianBytes(column.subarray(0, flows.length)));
  hash.update(littleEndianBytes(flows.madeOf));
}
