import type { RunRecord } from '../model/run-record.ts';
import { type KeptRun, recordOf } from '../study/kept-run.ts';
import type { Plan } from '../study/plan.ts';
import { pointIdOf } from '../study/run-order.ts';
import type { CheckRow } from './checks-table.ts';

/** What is checked of every run while its rows are written. */
export interface Audit {
  readonly plan: Plan;
  /** The first run of each scenario that ended well. */
  readonly first: Map<string, RunRecord>;
  /** The first failure of each scenario. */
  readonly broken: Map<string, string>;
  /** The first cell of each scenario that lies outside its bounds. */
  readonly outside: Map<string, string>;
}

/** Starts an audit of a plan's runs. */
export function createAudit(plan: Plan): Audit {
  return { plan, first: new Map(), broken: new Map(), outside: new Map() };
}

/** Looks at one run. */
export function addToAudit(audit: Audit, run: KeptRun): void {
  const { scenarioId } = audit.plan.scenarios[run.place.scenario];
  const where = placeWords(audit.plan, run);
  if (run.status === 'failed') keepFirst(audit.broken, scenarioId, `${where}: ${run.message}`);
  else if (run.outside !== null) keepFirst(audit.outside, scenarioId, `${where}: ${run.outside}`);
  if (run.status === 'ok' && !audit.first.has(scenarioId))
    audit.first.set(scenarioId, recordOf(audit.plan, run));
}

function keepFirst(map: Map<string, string>, scenarioId: string, words: string): void {
  if (!map.has(scenarioId)) map.set(scenarioId, words);
}

function placeWords({ design }: Plan, { place }: KeptRun): string {
  const replicate = `replicate ${place.replicate}`;
  return design.points === 1 ? replicate : `${pointIdOf(place.point)}, ${replicate}`;
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
  return audit.plan.scenarios.flatMap(({ scenarioId: id }) => [
    row(id, 'accounting', 'books balance', audit.broken.get(id), 'to the cent in every month of every run'),
    row(id, 'bounds', 'cells within bounds', audit.outside.get(id), 'every cell of every run'),
  ]);
}
