import type { RunRecord } from '../../model/run-record.ts';
import { type Months, monthMean } from '../read-run.ts';
import type { Shelf } from '../shelf.ts';
import type { Band, RowText, ValidationRow } from '../validation-row.ts';

/** Levels that must land in their bands, not only signs. */
export async function levelRows(shelf: Shelf): Promise<readonly ValidationRow[]> {
  const [plain, pressed, told] = await Promise.all(
    ['baseline', 'maximum-pressure', 'history'].map((scenario) => shelf.experiment(scenario)),
  );
  const text = (more: Pick<RowText, 'id' | 'about' | 'seen' | 'source' | 'unit' | 'use'> & { band: Band }) =>
    ({ kind: 'pattern', ...more }) as const;
  const patronShare = (months: Months) => ({
    runs: { pressed },
    measure: ({ pressed: run }: Readonly<Record<string, RunRecord>>) => ({
      top: monthMean(run, 'income_patron_usd', months),
      bottom: monthMean(run, 'income_total_usd', months),
    }),
  });
  return [
    {
      ...text({
        id: 'L.inland',
        about: 'mean charge of an inland post for a truck that pays, 2018',
        seen: '25,000-100,000 dinars a stop',
        source: 'KirkukNow, August 2020; Rudaw, February 2019',
        band: { lo: 15, hi: 85 },
        use: 'calibrated',
        unit: 'usd',
      }),
      runs: { plain },
      measure: ({ plain: run }) => monthMean(run, 'inland_charge_usd', '2018-01..2018-12'),
    },
    {
      ...text({
        id: 'L.customs',
        about: 'factions’ customs income in 2018, a year',
        seen: 'half of .15-.45 of the duty evaded; no source splits it',
        source: 'finance minister to AFP, March 2021; the split is an assumption',
        band: { lo: 0.4e9, hi: 1.5e9 },
        use: 'calibrated',
        unit: 'usd',
      }),
      runs: { plain },
      measure: ({ plain: run }) => 12 * monthMean(run, 'income_customs_usd', '2018-01..2018-12'),
    },
    {
      ...text({
        id: 'L.patron-before',
        about: 'patron’s part of factions’ income, January to April 2018',
        seen: 'USD 216-240m a year beside a payroll of 1.7bn and rents; at most 15% by arithmetic',
        source: 'Reuters, July 2020; Draw Media 2025',
        band: { lo: 0, hi: 0.15 },
        use: 'judged',
        unit: 'share',
      }),
      ...patronShare('2018-01..2018-04'),
    },
    {
      ...text({
        id: 'L.patron-after',
        about: 'patron’s part of factions’ income under maximum pressure, 2020',
        seen: 'at most 8% by the same arithmetic',
        source: 'Reuters, July 2020',
        band: { lo: 0, hi: 0.08 },
        use: 'judged',
        unit: 'share',
      }),
      ...patronShare('2020-01..2020-12'),
    },
    {
      ...text({
        id: 'L.patron-cut',
        about: 'patron’s money, March to June 2020 over early 2018, less 1',
        seen: 'USD 4.5-5m a month for each leading group, then 2-3m',
        source: 'Reuters, July 2020',
        band: { lo: -0.6, hi: -0.33 },
        use: 'calibrated',
        unit: 'share',
      }),
      runs: { told },
      measure: ({ told: run }) => {
        const before = monthMean(run, 'income_patron_usd', '2018-01..2018-04');
        return { top: monthMean(run, 'income_patron_usd', '2020-03..2020-06') - before, bottom: before };
      },
    },
  ];
}
