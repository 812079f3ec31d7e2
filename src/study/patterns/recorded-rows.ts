import { monthColumns } from '../../model/observables.ts';
import { monthMean } from '../read-run.ts';
import type { Shelf } from '../shelf.ts';
import { falls, type MeasuredRow, notBuilt, rises, type ValidationRow } from '../validation-row.ts';

/** P2, P12 and P6: rows that need a column which a world may not record yet; they answer as soon as it is there. */
export async function recordedRows(shelf: Shelf): Promise<readonly ValidationRow[]> {
  const told = await shelf.experiment('history');
  const common = { kind: 'pattern', use: 'calibrated', runs: { told } } as const;
  return [
    whereRecorded('clashes_n', {
      ...common,
      id: 'P2',
      about: 'clashes over posts a year, 2018-2025',
      seen: 'revenue shared with remarkably little friction, yet at least one quarrel over a gate: one in 12-24 months',
      source: 'AFP, March 2021; Al-Fassel, September 2024',
      band: { lo: 0.5, hi: 1 },
      unit: 'count',
      measure: ({ told: run }) => 12 * monthMean(run, 'clashes_n', '2018-01..2025-12'),
    }),
    {
      ...common,
      id: 'P12.cohesion',
      use: 'judged',
      about: 'cohesion of the pact in 2020-2021 less that of 2018-2019',
      seen: 'the understanding loosened after the coordinator was killed in January 2020',
      source: 'CTC Sentinel 2021-2025',
      band: falls,
      unit: 'ratio',
      measure: ({ told: run }) =>
        monthMean(run, 'pact_cohesion_idx', '2020-01..2021-12') -
        monthMean(run, 'pact_cohesion_idx', '2018-01..2019-12'),
    },
    whereRecorded('small_groups_n', {
      ...common,
      id: 'P12.groups',
      use: 'judged',
      about: 'small armed groups in 2020-2021 less those of 2018-2019',
      seen: 'more small groups announced themselves',
      source: 'CTC Sentinel 2021-2025',
      band: rises,
      unit: 'count',
      measure: ({ told: run }) =>
        monthMean(run, 'small_groups_n', '2020-01..2021-12') -
        monthMean(run, 'small_groups_n', '2018-01..2019-12'),
    }),
    whereRecorded('premium_share', {
      ...common,
      id: 'P6.before',
      about: 'street premium of the dollar before the rules of November 2022, 2022-01 to 2022-10',
      seen: '0-3%',
      source: 'general knowledge',
      band: { lo: 0, hi: 0.03 },
      unit: 'share',
      measure: ({ told: run }) => monthMean(run, 'premium_share', '2022-01..2022-10'),
    }),
    whereRecorded('premium_share', {
      ...common,
      id: 'P6.after',
      about: 'street premium of the dollar, 2023',
      seen: '1,570 against 1,300 in July, 1,560 against 1,320 in October',
      source: 'Bloomberg and Al-Monitor 2023; INA 2023',
      band: { lo: 0.15, hi: 0.2 },
      unit: 'share',
      measure: ({ told: run }) => monthMean(run, 'premium_share', '2023-01..2023-12'),
    }),
  ];
}

/** The row where the model records the column it reads, else a row that says the rule is not built. */
export function whereRecorded(column: string, row: MeasuredRow): ValidationRow {
  return monthColumns.some(({ name }) => name === column) ? row : notBuilt(row);
}
