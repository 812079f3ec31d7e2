import type { EventRecord, FlowRecord, TableRecord } from '../engine/recorder.ts';

/** Everything one run leaves: plain data that may be sent between threads. */
export interface RunRecord {
  readonly scenarioId: string;
  /** Study seed, 0 to 2^53 - 1. */
  readonly seed: number;
  /** From 1. */
  readonly replicate: number;
  readonly firstMonth: number;
  readonly months: number;
  /** by_month, by_faction_month, by_crossing_month, in this order. */
  readonly tables: readonly TableRecord[];
  readonly events: readonly EventRecord[];
  /** Names that flow rows index: accounts for from and to; lines; places; goods; origins. Null when flows were not kept. */
  readonly flows: (FlowRecord & { readonly names: FlowNames }) | null;
  /** sha256 over every number recorded, hex: equal on any machine for the same scenario, seed and replicate. */
  readonly digest: string;
}

/** What the numbers in flow rows stand for. */
export interface FlowNames {
  readonly accounts: readonly string[];
  readonly lines: readonly string[];
  readonly places: readonly string[];
  readonly goods: readonly string[];
  readonly origins: readonly string[];
}
