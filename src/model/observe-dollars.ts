import type { Observable } from './observables.ts';
import { valueAt } from './parameter-values.ts';

/** What is recorded of the dollar window each month. */
export const dollarObservables: readonly Observable[] = [
  {
    name: 'premium_share',
    unit: 'ratio',
    meaning: 'street premium of the dollar over the official price; 0 where the window is off',
    read: (r) => r.world.state.dollars.premium,
  },
  {
    name: 'window_fraud_usd',
    unit: 'usd',
    meaning: 'dollars bought at the window on false papers',
    read: (r) => r.world.state.dollars.fraud,
  },
  {
    name: 'window_refused_usd',
    unit: 'usd',
    meaning: 'honest demand that the window refuses, or has no banknotes for',
    read: (r) => r.world.state.dollars.refused,
  },
  ...(
    [
      ['factions', 'reach factions, from others'],
      ['elite', 'reach the political elite'],
      ['patron', 'reach the patron'],
      ['importers', 'importers are sold at the window and on the street'],
    ] as const
  ).map(
    ([holder, words]): Observable => ({
      name: `cents_per_dollar_to_${holder}`,
      unit: 'cents_per_dollar',
      meaning: `cents that ${words}, for each dollar shipped in the month, traced by haircut; 0 where none is shipped or traced`,
      read: ({ world, month }) => {
        if (valueAt(world.parameters, 'books.origins', month) === 0) return 0;
        const { reached } = world.origins;
        return reached.shipped > 0 ? (100 * reached[holder]) / reached.shipped : 0;
      },
    }),
  ),
];
