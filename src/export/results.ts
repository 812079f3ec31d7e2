import type { RunRecord } from '../model/run-record.ts';
import type { KeptRun } from '../study/kept-run.ts';
import type { Plan } from '../study/plan.ts';
import { type Comparison, type Summary, summarise } from '../study/summarise.ts';
import { addToAudit, auditRows, createAudit } from './audit.ts';
import type { CheckRow } from './checks-table.ts';

/** What a study's runs amount to, and what was checked of them. */
export interface Results {
  readonly summary: Summary;
  readonly checks: readonly CheckRow[];
}

/** Evaluates the scenarios' own checks on the first run of each scenario that ended well. */
export type Evaluate = (first: ReadonlyMap<string, RunRecord>) => readonly CheckRow[];

/** Takes runs one at a time; of each only what the results need stays in memory, and the first of each scenario for its checks. */
export interface ResultsCollector {
  readonly add: (run: KeptRun) => void;
  readonly finish: () => Results;
}

/** Starts the results of a plan, whose runs come in its order; `onPoint` is told the comparisons of each point of the design. */
export function collectResults(
  plan: Plan,
  evaluate: Evaluate,
  onPoint?: (point: number, comparisons: readonly Comparison[]) => void,
): ResultsCollector {
  const summariser = summarise(plan, onPoint);
  const audit = createAudit(plan);
  return {
    add: (run) => {
      summariser.add(run);
      addToAudit(audit, run);
    },
    finish: () => ({
      summary: summariser.finish(),
      checks: [...auditRows(audit), ...evaluate(audit.first)],
    }),
  };
}
