import type { RunRecord } from '../../model/run-record.ts';
import type { Experiment } from '../../model/world-spec.ts';
import type { LoadedScenario } from '../../scenario/load.ts';
import { valueInMonth } from '../../scenario/world-file.ts';
import { takeRows } from '../change-timeline.ts';
import { type Months, monthMean } from '../read-run.ts';
import type { Shelf } from '../shelf.ts';
import { type Measured, rises, type ValidationRow } from '../validation-row.ts';

/** What instruments act on: the fixer's terms and the days that a declaration takes. */
export function isInstrument(name: string): boolean {
  return /^(customs|enforcement|government\.(soldiers|automation|audit|patrol))\./.test(`${name}.`)
    ? name !== 'customs.brokered_share'
    : /^crossings\.[^.]+\.clearance_days$/.test(name);
}

/** A scenario without the dated instruments that it lays over its world. */
export function withoutInstruments({ experiment, world }: LoadedScenario): Experiment {
  const { firstMonth, months, names } = experiment.timeline;
  const values = Float64Array.from(
    names.flatMap((name) =>
      Array.from({ length: months }, (_, at) => valueInMonth(world.values.get(name)!, firstMonth + at)),
    ),
  );
  const asWorld = { ...experiment, timeline: { ...experiment.timeline, values } };
  return takeRows(experiment, asWorld, isInstrument);
}

const customsAuthority = 'Customs Authority, 2022-2026';
const bodies = 'Asharq al-Awsat 2020; Zhyan 2021';

/** P3 and P4: what the treasury gets, and what soldiers and automation did for it. */
export async function treasuryRows(shelf: Shelf): Promise<readonly ValidationRow[]> {
  const plain = await shelf.experiment('baseline');
  const without = withoutInstruments(await shelf.load('baseline'));
  const runs = { plain, without };
  const gainIn = (months: Months) => (records: Readonly<Record<string, RunRecord>>) =>
    gain(records.without, records.plain, months);
  const row = { kind: 'pattern', use: 'judged', unit: 'share', runs } as const;
  return [
    {
      ...row,
      id: 'P3.owed',
      use: 'calibrated',
      about: 'share of duty owed that reaches the treasury, 2018',
      seen: '10-12% of what customs should yield reaches the ministry; less than 1bn of 6-7bn',
      source: 'finance minister to AFP, March 2021',
      band: { lo: 0.08, hi: 0.15 },
      runs: { plain },
      measure: (records) => monthMean(records.plain, 'duty_paid_share', '2018-01..2018-12'),
    },
    {
      ...row,
      id: 'P3.effective',
      use: 'calibrated',
      about: 'customs over the value of imports, 2018',
      seen: 'about 1% in 2016, below 2% in 2019-24',
      source: 'IMF 2016; Iraq Future Foundation 2024',
      band: { lo: 0.01, hi: 0.025 },
      runs: { plain },
      measure: (records) => ({
        top: monthMean(records.plain, 'treasury_customs_usd', '2018-01..2018-12'),
        bottom: monthMean(records.plain, 'imports_usd', '2018-01..2018-12'),
      }),
    },
    {
      ...row,
      id: 'P4.soldiers-first',
      about: 'soldiers at the gates: what customs gain in the first three months',
      seen: 'July 2020 was called a record; +10-25% at treated gates is read from it',
      source: bodies,
      band: { lo: 0.05, hi: 0.25 },
      measure: gainIn('2020-07..2020-09'),
    },
    {
      ...row,
      id: 'P4.soldiers-year',
      about: 'soldiers at the gates: what customs gain over the first year',
      seen: 'nine months of 2021 hardly above those of 2020; +6-9% by arithmetic',
      source: bodies,
      band: { lo: 0, hi: 0.15 },
      measure: gainIn('2020-07..2021-06'),
    },
    {
      ...row,
      id: 'P4.soldiers-fade',
      about: 'gain of the first three months less that of months 10 to 12',
      seen: 'a quick small gain that fades',
      source: bodies,
      band: rises,
      unit: 'ratio',
      measure: (records) =>
        shareGained(records.without, records.plain, '2020-07..2020-09') -
        shareGained(records.without, records.plain, '2021-04..2021-06'),
    },
    {
      ...row,
      id: 'P4.automation',
      about: 'automated customs: what the treasury gains at full roll-out, 2025',
      seen: '+247% from 2022 to 2025, of which +60-130% is taken to be automation alone',
      source: customsAuthority,
      band: { lo: 0.6, hi: 1.3 },
      measure: gainIn('2025-01..2025-12'),
    },
    {
      ...row,
      id: 'P4.decelerating',
      about: 'growth of customs 2023 to 2024, less that of 2024 to 2025',
      seen: '+28, +106, +17-25% in successive years',
      source: customsAuthority,
      band: rises,
      unit: 'ratio',
      runs: { plain },
      measure: ({ plain: run }) => growth(run, 2024) - growth(run, 2025),
    },
    {
      ...row,
      id: 'P4.beats-soldiers',
      about: 'gain by automation in 2025, less that by soldiers in their first year',
      seen: 'large and lasting against small and fading',
      source: customsAuthority,
      band: rises,
      unit: 'ratio',
      measure: (records) =>
        shareGained(records.without, records.plain, '2025-01..2025-12') -
        shareGained(records.without, records.plain, '2020-07..2021-06'),
    },
  ];
}

function gain(before: RunRecord, after: RunRecord, months: Months): Measured {
  const was = monthMean(before, 'treasury_customs_usd', months);
  return { top: monthMean(after, 'treasury_customs_usd', months) - was, bottom: was };
}

function shareGained(before: RunRecord, after: RunRecord, months: Months): number {
  const was = monthMean(before, 'treasury_customs_usd', months);
  return monthMean(after, 'treasury_customs_usd', months) / was - 1;
}

function growth(run: RunRecord, year: number): number {
  const inYear = (at: number): number => monthMean(run, 'treasury_customs_usd', `${at}-01..${at}-12`);
  return inYear(year) / inYear(year - 1) - 1;
}
