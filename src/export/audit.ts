import type { RunRecord } from '../model/run-record.ts';
import type { RunOutcome } from '../study/outcome.ts';
import type { Plan } from '../study/plan.ts';
import { findOutOfBounds } from './bounds-check.ts';
import type { CheckRow } from './checks-table.ts';

/** What is checked of every run while its rows are written. */
export interface Audit {
  readonly scenarioIds: readonly string[];
  /** The first run of each scenario that ended well. */
  readonly first: Map<string, RunRecord>;
  /** The first failure of each scenario. */
  readonly broken: Map<string, string>;
  /** The first cell of each scenario that lies outside its bounds. */
  readonly outside: Map<string, string>;
}

/** Starts an audit of a plan's runs. */
export function createAudit(plan: Plan): Audit {
  const scenarioIds = plan.scenarios.map((planned) => planned.scenarioId);
  return { scenarioIds, first: new Map(), broken: new Map(), outside: new Map() };
}

/** Looks at one run. */
export function addToAudit(audit: Audit, run: RunOutcome): void {
  const keepFirst = <T>(map: Map<string, T>, scenarioId: string, value: T | undefined): void => {
    if (value !== undefined && !map.has(scenarioId)) map.set(scenarioId, value);
  };
  if (run.status === 'failed') {
    keepFirst(audit.broken, run.scenarioId, `replicate ${run.replicate}: ${run.message}`);
    return;
  }
  keepFirst(audit.first, run.record.scenarioId, run.record);
  keepFirst(audit.outside, run.record.scenarioId, findOutOfBounds(run.record));
}

/** The checks that hold of every study: its books balance and its cells lie within bounds. */
export function auditRows(audit: Audit): readonly CheckRow[] {
  const row = (
    scenarioId: string,
    kind: CheckRow['kind'],
    name: string,
    fault: string | undefined,
    well: string,
  ): CheckRow => ({
    scenarioId,
    kind,
    name,
    status: fault === undefined ? 'pass' : 'fail',
    found: fault ?? well,
  });
  return audit.scenarioIds.flatMap((id) => [
    row(id, 'accounting', 'books balance', audit.broken.get(id), 'to the cent in every month of every run'),
    row(id, 'bounds', 'cells within bounds', audit.outside.get(id), 'every cell of every run'),
  ]);
}
