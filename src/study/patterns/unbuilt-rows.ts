import { falls, notBuilt, type RowText, rises, type ValidationRow } from '../validation-row.ts';

/** Lines of the table whose rules the model does not have yet. A rule that is built takes its lines from here to a file of its own. */
export const unbuiltRows: readonly ValidationRow[] = [
  pattern(
    'P12.groups',
    'small armed groups, two years after January 2020 less before',
    'more small groups announced themselves',
    rises,
  ),
  pattern(
    'P12.cohesion',
    'cohesion of the pact, two years after January 2020 less before',
    'the understanding loosened',
    falls,
  ),
  pattern(
    'V15',
    'months of expected take that a post is sold for',
    'smallest customs post USD 50,000-100,000, earned back in 1-3 years',
    { lo: 12, hi: 36 },
  ),
  ...['discount factor', 'cost of war', 'length of punishment', 'compensation'].flatMap((raised) => [
    comparative(
      `C.${slug(raised)}.cheat`,
      `${raised} raised: P(cheat)`,
      falls,
      'Green and Porter 1984; Levenstein and Suslow 2011',
    ),
    comparative(
      `C.${slug(raised)}.cohesion`,
      `${raised} raised: cohesion that can be sustained`,
      rises,
      'Green and Porter 1984; Levenstein and Suslow 2011',
    ),
  ]),
  ...['number of members', 'monitoring noise'].flatMap((raised) => [
    comparative(`C.${slug(raised)}.cheat`, `${raised} raised: P(cheat)`, rises, 'Green and Porter 1984'),
    comparative(
      `C.${slug(raised)}.cohesion`,
      `${raised} raised: cohesion that can be sustained`,
      falls,
      'Green and Porter 1984',
    ),
  ]),
  comparative('C.mediator.cohesion', 'mediator removed: cohesion', falls, 'Levenstein and Suslow 2011'),
  comparative('C.mediator.war', 'mediator removed: months of war', rises, 'Levenstein and Suslow 2011'),
  comparative('C.mediator.trade', 'mediator removed: trade', falls, 'Levenstein and Suslow 2011'),
  comparative('C.mediator.duties', 'mediator removed: duties', falls, 'Levenstein and Suslow 2011'),
  comparative(
    'C.capacity.share',
    'capacity of one faction raised: its share',
    rises,
    'Skaperdas 1996; Powell 2006',
  ),
  comparative(
    'C.capacity.sum',
    'shares after talks: how far their sum is from 1',
    { lo: 0, hi: 0 },
    'by definition',
  ),
  comparative(
    'C.capacity.equal',
    'equal capacity: largest difference of shares',
    { lo: 0, hi: 0 },
    'Skaperdas 1996',
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

function slug(words: string): string {
  return words.replaceAll(' ', '-');
}
