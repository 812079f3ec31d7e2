import type { Lesson } from '../../docs/play-lesson.ts';

/** Something that the page says of a row of the Compare view in words. */
export interface LessonClaim {
  /** As it stands on the page. */
  readonly words: string;
  readonly session: keyof Lesson;
  /** Last month of the year that is compared. */
  readonly month: string;
  readonly measure: string;
  /** Where the range of the pairs lies; `none` where no pair differs. */
  readonly range: 'above zero' | 'below zero' | 'includes zero' | 'none';
}

type Told = readonly [words: string, ranges: Readonly<Record<string, LessonClaim['range']>>];

function claimsOf(session: keyof Lesson, month: string, told: readonly Told[]): readonly LessonClaim[] {
  return told.flatMap(([words, ranges]) =>
    Object.entries(ranges).map(([measure, range]) => ({ words, session, month, measure, range })),
  );
}

/** What the page says in words of differences. */
export const lessonClaims: readonly LessonClaim[] = [
  ...claimsOf('pact', '2017-12', [
    ['at the gates, where rivals undercut one another, both earn less', { customs: 'below zero' }],
    ['more trade passes it', { 'inland posts': 'above zero', imports: 'above zero' }],
    ['Customs fall, and smuggled goods with them', { customs: 'below zero', 'smuggled goods': 'below zero' }],
    ['less is smuggled past a gate that has become cheap', { 'goods smuggled past': 'below zero' }],
    ['Imports rise', { imports: 'above zero' }],
    ['the duty that reaches it falls', { 'duty to the treasury': 'below zero' }],
    ['The patron pays what it paid in every pair', { patron: 'none' }],
  ]),
  ...claimsOf('gate', '2018-12', [
    [
      'Imports, duty to the treasury and goods smuggled past include zero',
      {
        imports: 'includes zero',
        'duty to the treasury': 'includes zero',
        'goods smuggled past': 'includes zero',
      },
    ],
    ['Fuel and contracts do not include zero', { fuel: 'above zero', contracts: 'above zero' }],
    ['Total income is one of them', { 'total income': 'above zero' }],
  ]),
  ...claimsOf('gateAtLow', '2018-12', [
    ['Total income is higher for the closure at one end', { 'total income': 'above zero' }],
  ]),
  ...claimsOf('gateAtHigh', '2018-12', [['and lower at the other', { 'total income': 'below zero' }]]),
  ...claimsOf('gate', '2015-12', [
    ['Before the month of a shock B - A is exactly nothing, in every pair', { 'total income': 'none' }],
  ]),
  ...claimsOf('pressure', '2020-04', [
    ["All income falls, and the patron's money most", { 'total income': 'below zero', patron: 'below zero' }],
    ['Smuggled goods and fuel rise', { 'smuggled goods': 'above zero', fuel: 'above zero' }],
    ['Customs fall: the line that the story is about', { customs: 'below zero' }],
    ['Cohesion of the pact includes zero', { 'pact cohesion': 'includes zero' }],
    ['The patron paid less in every pair', { patron: 'below zero' }],
    ['Contracts rise as modelled', { contracts: 'above zero' }],
  ]),
  ...claimsOf('noNeed', '2020-04', [
    ['and fall where need moves nobody', { contracts: 'below zero' }],
    ['a wider gap pays smugglers who need nothing', { 'smuggled goods': 'above zero' }],
  ]),
];
