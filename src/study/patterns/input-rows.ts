import { rowOf } from '../change-timeline.ts';
import { monthMean, postMeans } from '../read-run.ts';
import type { Shelf } from '../shelf.ts';
import { rises, type ValidationRow } from '../validation-row.ts';

/** P11 and its like: what the world file is told, read back. They check inputs and are no evidence for a rule. */
export async function inputRows(shelf: Shelf): Promise<readonly ValidationRow[]> {
  const told = await shelf.experiment('history');
  const common = { kind: 'pattern', use: 'calibrated', runs: { told } } as const;
  const january = (name: string, year: number): number => rowOf(told, name)[(year - 2014) * 12];
  const near = told.world.crossings.flatMap((crossing, at) =>
    told.world.neighbours.some(
      ({ id, name }) => id === crossing.neighbourId && name.includes(told.world.patronName),
    )
      ? [at]
      : [],
  );
  const fromPatron = (run: Parameters<typeof postMeans>[0], year: number): number => {
    const traffic = postMeans(run, 'traffic_usd', `${year}-01..${year}-12`);
    return near.reduce((sum, at) => sum + traffic[at], 0);
  };
  return [
    {
      ...common,
      id: 'P11.payroll',
      about: 'input: largest fall of registered fighters from one month to the next',
      seen: 'headcount never falls',
      source: 'Washington Institute 2023; Middle East Eye 2023',
      band: { lo: 0, hi: 0 },
      unit: 'count',
      measure: () => largestFall(rowOf(told, 'payroll.registered')),
    },
    {
      ...common,
      id: 'P11.oil',
      about:
        'input: correlation over months of contract money with the state’s oil income, two quarters later',
      seen: 'state-side rents follow oil revenue with a lag of one or two quarters',
      source: 'oil revenue as in the world file; the lag is general knowledge',
      band: rises,
      unit: 'ratio',
      measure: () =>
        correlation(rowOf(told, 'government.oil_income'), rowOf(told, 'lines.contracts.base'), 6),
    },
    {
      ...common,
      id: 'V15',
      about: 'input: months of expected take that a post is sold for',
      seen: 'smallest customs post USD 50,000-100,000, to be earned back in 1-3 years',
      source: 'finance minister to AFP, March 2021',
      band: { lo: 12, hi: 36 },
      unit: 'count',
      measure: () => rowOf(told, 'elite.post_price')[0],
    },
    {
      ...common,
      id: 'V13',
      about: 'input: patron’s exports in 2024 over the most it can sell',
      seen: 'exports back to 60-70% of their peak by 2024, sanctions still in law',
      source: 'Kpler 2022; Nikkei 2023; Vortexa 2024',
      band: { lo: 0.6, hi: 0.7 },
      unit: 'share',
      measure: () => 1 - january('patron.sanctions', 2024),
    },
    {
      ...common,
      id: 'V14',
      use: 'judged',
      about: 'traffic through the patron’s own border in 2022 over 2018',
      seen: 'its goods still flow: USD 8.9bn in 2018, 7.4bn in 2020, 10.2bn in 2022',
      source: 'Iranian customs; ILNA 2022',
      band: { lo: 0.95, hi: 1.3 },
      unit: 'ratio',
      measure: ({ told: run }) => ({ top: fromPatron(run, 2022), bottom: fromPatron(run, 2018) }),
    },
    {
      ...common,
      id: 'V10',
      use: 'judged',
      about: 'fighters of all factions, late 2023 over 2021, less 1',
      seen: 'registered men up by a fifth or nearly double, by whose count',
      source: 'Washington Institute 2023; Rudaw 2024',
      band: { lo: 0.15, hi: 0.95 },
      unit: 'share',
      measure: ({ told: run }) => {
        const before = monthMean(run, 'fighters_n', '2021-01..2021-12');
        return { top: monthMean(run, 'fighters_n', '2023-07..2023-12') - before, bottom: before };
      },
    },
  ];
}

function largestFall(values: Float64Array): number {
  return values.reduce((most, value, at) => (at === 0 ? 0 : Math.max(most, values[at - 1] - value)), 0);
}

/** Pearson's correlation of a series with another one `lag` months later. */
function correlation(leading: Float64Array, following: Float64Array, lag: number): number {
  const x = Array.from(leading.subarray(0, leading.length - lag));
  const y = Array.from(following.subarray(lag));
  const [mx, my] = [x, y].map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  const sum = (term: (at: number) => number): number => x.reduce((total, _, at) => total + term(at), 0);
  const both = sum((at) => (x[at] - mx) * (y[at] - my));
  return both / Math.sqrt(sum((at) => (x[at] - mx) ** 2) * sum((at) => (y[at] - my) ** 2));
}
