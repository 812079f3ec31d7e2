import type { Cell } from './csv.ts';
import { type OutputTable, textField } from './table-declaration.ts';

/** What came of one check. */
export interface CheckRow {
  readonly scenarioId: string;
  /** `accounting`: the books of every run; `bounds`: declared bounds of every cell; `pattern`: what the scenario's author expects. */
  readonly kind: 'accounting' | 'bounds' | 'pattern';
  readonly name: string;
  /** `skipped`: its months lie outside the run, or no run ended well. */
  readonly status: 'pass' | 'fail' | 'skipped';
  /** What was found, in words, with the number. */
  readonly found: string;
}

/** `checks.csv`: what was checked of this study. */
export const checksTable: OutputTable = {
  name: 'checks',
  path: 'checks.csv',
  description:
    "one row for each check: the books, the bounds of all cells, and the scenario's own expectations (on one replicate)",
  primaryKey: ['scenario_id', 'check_kind', 'check_name'],
  fields: [
    textField('scenario_id', 'the scenario'),
    textField('check_kind', 'what sort of check', ['accounting', 'bounds', 'pattern']),
    textField('check_name', 'the check'),
    textField('status', 'what came of it', ['pass', 'fail', 'skipped']),
    textField('found', 'what was found'),
  ],
};

/** The row of checks.csv. */
export function checkCells(check: CheckRow): readonly Cell[] {
  return [check.scenarioId, check.kind, check.name, check.status, check.found];
}
