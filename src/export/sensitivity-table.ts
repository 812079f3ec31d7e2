import type { Measured } from '../study/sensitivity/study-sensitivity.ts';
import type { Cell } from './csv.ts';
import { countField, type Field, type OutputTable, textField } from './table-declaration.ts';

function estimateField(name: string, description: string): Field {
  return {
    name,
    type: 'number',
    unit: 'morris: as the outcome; sobol: share of variance',
    description,
  };
}

/** `summary/sensitivity.csv`: how far each parameter moves each outcome, with intervals. */
export const sensitivityTable: OutputTable = {
  name: 'sensitivity',
  path: 'summary/sensitivity.csv',
  description:
    'how far each varied parameter, and chance, moves each outcome (its mean over the months that judge the scenario), with 95% bootstrap intervals',
  primaryKey: ['scenario_id', 'outcome', 'parameter', 'index_name'],
  fields: [
    textField('method_name', 'how it is estimated', ['morris', 'sobol']),
    textField('scenario_id', 'the scenario'),
    textField(
      'baseline_id',
      'what is subtracted on the same draws; empty where the outcome itself is measured',
    ),
    textField('outcome', 'column of by_month'),
    textField('parameter', 'the varied parameter, or chance'),
    textField(
      'index_name',
      'mu_star: mean size of the effects of a move over the whole range; mu: their mean; sigma: their standard deviation; first and total: order of the share of variance; chance: what chance alone makes',
      ['mu_star', 'mu', 'sigma', 'first', 'total', 'chance'],
    ),
    estimateField('estimate', 'the index; empty where nothing can be said'),
    estimateField('lo', 'lower bound of its interval'),
    estimateField('hi', 'upper bound of its interval'),
    {
      name: 'ci_level',
      type: 'number',
      unit: 'share',
      description: 'share of studies whose interval holds the truth',
      min: 0,
      max: 1,
    },
    countField('n_base', 'bases that the estimate rests on'),
    countField('n_runs', 'runs, or pairs of runs where a baseline is subtracted, failed ones too'),
    countField('n_failed', 'bases left out because one of their runs failed'),
    {
      name: 'converged',
      type: 'boolean',
      unit: '',
      description: 'whether the intervals of this outcome are as narrow as the method asks',
    },
  ],
};

/** Rows of sensitivity.csv. */
export function* sensitivityRows(measured: readonly Measured[]): Generator<readonly Cell[]> {
  for (const { scenarioId, baselineId, outcomes } of measured)
    for (const { rows } of outcomes)
      for (const row of rows)
        yield [
          row.method,
          scenarioId,
          baselineId,
          row.outcome,
          row.parameter,
          row.index,
          row.estimate,
          row.lo,
          row.hi,
          row.level,
          row.nBase,
          row.nRuns,
          row.nFailed,
          row.converged,
        ];
}
