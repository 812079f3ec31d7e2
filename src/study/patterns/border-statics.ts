import type { RunRecord } from '../../model/run-record.ts';
import { monthMean } from '../read-run.ts';
import type { Shelf } from '../shelf.ts';
import { rises, type ValidationRow } from '../validation-row.ts';
import { staticRow } from './static-row.ts';

/** The raised number is raised from this month on (January 2023), and read over the three years that follow its first half year. */
const raisedFrom = 109;
const read = '2023-07..2025-12';

/** Comparative statics of what crosses the border on the shipped world: the patron's demand for dollars, and its cheaper goods. */
export async function borderStatics(shelf: Shelf): Promise<readonly ValidationRow[]> {
  return [...(await dollarDemand(shelf)), ...(await fuelDiscount(shelf))];
}

async function raised(shelf: Shelf, name: string, factor: number) {
  const times = (month: number, before: number): number => (month >= raisedFrom ? before * factor : before);
  return {
    before: await shelf.experiment('history'),
    after: await shelf.experiment('history', { [name]: times }, `${name} times ${factor}`),
  };
}

async function dollarDemand(shelf: Shelf): Promise<readonly ValidationRow[]> {
  const runs = await raised(shelf, 'dollars.barred_trade', 1.5);
  const row = (part: string, column: string) =>
    staticRow(
      `C.dollar-demand.${part}`,
      `the patron's barred trade half as large again: ${part}`,
      rises,
      'by the rule of the window',
      runs,
      (run: RunRecord) => monthMean(run, column, read),
    );
  return [row('premium', 'premium_share'), row('leakage', 'window_fraud_usd')];
}

async function fuelDiscount(shelf: Shelf): Promise<readonly ValidationRow[]> {
  const runs = await raised(shelf, 'neighbours.*.price_gap', 1.5);
  const row = (part: string, about: string, column: string) =>
    staticRow(
      `C.fuel-discount.${part}`,
      `neighbours' goods cheaper by half as much again: ${about}`,
      rises,
      'Bhagwati and Hansen 1973',
      runs,
      (run: RunRecord) => monthMean(run, column, read),
    );
  return [row('volume', 'smuggled volume', 'smuggled_usd'), row('income', 'fuel income', 'income_fuel_usd')];
}
