import type { FlowRecord } from '../engine/recorder.ts';
import { firstFaction } from './accounts.ts';
import type { FlowNames } from './run-record.ts';

/** Transaction-flow matrix of a month (Godley and Lavoie 2007): what each sector gains (+) or pays (-) under each tag, whole cents. */
export interface FlowMatrix {
  readonly sectors: readonly string[];
  readonly rows: readonly {
    readonly line: string;
    /** One for each sector; they sum to exactly 0. */
    readonly cents: readonly number[];
    /** What was paid from one sector to another or within one, all payments together. */
    readonly paid: number;
  }[];
  /** Change of each sector's cash, the sum of its column. */
  readonly change: readonly number[];
}

/** Sums the payments of a month by tag and sector, all factions as one sector. Tags without a payment are left out. */
export function flowMatrix(flows: FlowRecord & { readonly names: FlowNames }, month: number): FlowMatrix {
  const sectors = [...flows.names.accounts.slice(0, firstFaction), 'factions'];
  const cents = flows.names.lines.map(() => new Array<number>(sectors.length).fill(0));
  const paid = new Array<number>(flows.names.lines.length).fill(0);
  for (let row = 0; row < flows.length; row++) {
    if (flows.month[row] !== month) continue;
    const line = flows.line[row];
    cents[line][Math.min(flows.from[row], firstFaction)] -= flows.cents[row];
    cents[line][Math.min(flows.to[row], firstFaction)] += flows.cents[row];
    paid[line] += flows.cents[row];
  }
  const rows = flows.names.lines
    .map((line, at) => ({ line, cents: cents[at], paid: paid[at] }))
    .filter((row) => row.paid > 0);
  const change = sectors.map((_, sector) => rows.reduce((sum, row) => sum + row.cents[sector], 0));
  return { sectors, rows, change };
}
