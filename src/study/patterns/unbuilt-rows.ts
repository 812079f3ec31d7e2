import { notBuilt, type RowText, rises, type ValidationRow } from '../validation-row.ts';

/** Lines of the table whose rules the model does not have yet. A rule that is built takes its lines from here to a file of its own. */
export const unbuiltRows: readonly ValidationRow[] = [
  pattern(
    'P12.groups',
    'small armed groups, two years after January 2020 less before',
    'more small groups announced themselves',
    rises,
  ),
  pattern(
    'V15',
    'months of expected take that a post is sold for',
    'smallest customs post USD 50,000-100,000, earned back in 1-3 years',
    { lo: 12, hi: 36 },
  ),
  comparative(
    'C.dollar-demand.premium',
    'demand of the patron for dollars raised: premium',
    rises,
    'by the rule of the window',
  ),
  comparative(
    'C.dollar-demand.leakage',
    'demand of the patron for dollars raised: leakage',
    rises,
    'by the rule of the window',
  ),
  comparative(
    'C.fuel-discount.volume',
    'discount on sanctioned fuel raised: smuggled volume',
    rises,
    'Bhagwati and Hansen 1973',
  ),
  comparative(
    'C.fuel-discount.income',
    'discount on sanctioned fuel raised: fuel income',
    rises,
    'Bhagwati and Hansen 1973',
  ),
];

function pattern(id: string, about: string, seen: string, band: RowText['band']): ValidationRow {
  const source = id === 'V15' ? 'finance minister to AFP, March 2021' : 'CTC Sentinel 2021-2025';
  return notBuilt({ id, kind: 'pattern', about, seen, source, band, use: 'judged', unit: 'ratio' });
}

function comparative(id: string, about: string, band: RowText['band'], source: string): ValidationRow {
  const seen = 'the sign that the rule’s source expects';
  return notBuilt({ id, kind: 'comparative', about, seen, source, band, use: 'judged', unit: 'ratio' });
}
