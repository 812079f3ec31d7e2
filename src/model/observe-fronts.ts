import { elite, purposeIndex } from './accounts.ts';
import { received } from './ledger.ts';
import type { Observable } from './observables.ts';

/** What is recorded of fronts, the elite and what flows back each month. */
export const frontObservables: readonly Observable[] = [
  {
    name: 'us_base_fuel_iranian_usd',
    unit: 'usd',
    meaning: "fuel of the patron's that fronts sell to the sanctioning power's bases",
    read: (r) => r.world.state.fronts.baseFuel,
  },
  {
    name: 'fronts_n',
    unit: 'count',
    meaning: 'front companies in business at the end of the month',
    read: (r) => r.world.state.fronts.customers.filter((customers) => customers > 0).length,
  },
  {
    name: 'designations_n',
    unit: 'count',
    meaning: 'fronts designated or shut by legal action',
    read: (r) => r.world.state.fronts.designated,
  },
  {
    name: 'frozen_usd',
    unit: 'usd',
    meaning: 'stock of fronts frozen',
    read: (r) => r.world.state.fronts.frozen,
  },
  {
    name: 'patron_back_usd',
    unit: 'usd',
    meaning: 'what the patron earns in the country: fuel, fronts, barred trade',
    read: (r) => r.world.state.flowsBack,
  },
  {
    name: 'embezzled_usd',
    unit: 'usd',
    meaning: 'state spending embezzled',
    read: (r) => r.world.state.embezzled,
  },
  {
    name: 'immunity_usd',
    unit: 'usd',
    meaning: 'what the elite is paid to keep detected acts from being punished',
    read: ({ world }) => received(world.ledger, elite, purposeIndex.immunity) / 100,
  },
];
