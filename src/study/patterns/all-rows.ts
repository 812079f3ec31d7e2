import type { Shelf } from '../shelf.ts';
import type { ValidationRow } from '../validation-row.ts';
import { borderStatics } from './border-statics.ts';
import { inputRows } from './input-rows.ts';
import { levelRows } from './level-rows.ts';
import { metamorphicRows } from './metamorphic-rows.ts';
import { needStatics } from './need-statics.ts';
import { pactStatics } from './pact-statics.ts';
import { priceStatics } from './price-statics.ts';
import { recordedRows } from './recorded-rows.ts';
import { replacementRows } from './replacement-rows.ts';
import { routeRows } from './route-rows.ts';
import { stateStatics } from './state-statics.ts';
import { treasuryRows } from './treasury-rows.ts';

const kinds = ['pattern', 'comparative', 'metamorphic'];

/** Every line of the table, patterns first, then comparative statics, then what holds for any numbers. */
export async function allRows(shelf: Shelf): Promise<readonly ValidationRow[]> {
  const rows = [
    ...(await replacementRows(shelf)),
    ...(await recordedRows(shelf)),
    ...(await treasuryRows(shelf)),
    ...(await routeRows(shelf)),
    ...(await inputRows(shelf)),
    ...(await levelRows(shelf)),
    ...priceStatics(shelf),
    ...stateStatics(shelf),
    ...needStatics(shelf),
    ...pactStatics(shelf),
    ...(await borderStatics(shelf)),
    ...metamorphicRows(shelf),
  ];
  return rows.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}
