import type { ShockKind, ShockStrength } from './shock-kind.ts';

/** A kind of shock, and what a world must have for it to do anything. */
export interface CataloguedKind extends ShockKind {
  /** Switches of which at least one must be on in some month; empty where no switch is in the way. */
  readonly switches: readonly string[];
}

type Given = Partial<Pick<CataloguedKind, 'asks' | 'months' | 'switches'>>;

/** Words and formulas of the strengths, the mildest first, all of one parameter. */
function strengths(parameter: string, formulas: Readonly<Record<string, string>>): ShockStrength[] {
  return Object.entries(formulas).map(([words, formula]) => ({ words, set: { [parameter]: formula } }));
}

function kind(id: string, name: string, usual: number, offered: ShockStrength[], given: Given = {}) {
  return {
    id,
    name,
    asks: 'nothing',
    strengths: offered,
    usual,
    months: undefined,
    switches: [],
    ...given,
  } as const;
}

/** An oil price moves what the patron earns and what the state earns. Assumption: by the same part. */
const oil = (words: string, factor: number): ShockStrength => ({
  words,
  set: {
    'patron.oil_price': `min(10, current * ${factor})`,
    'government.oil_income': `min(1e13, current * ${factor})`,
  },
});

const designations = (words: string, factor: number): ShockStrength => ({
  words,
  set: { 'fronts.attention': `min(100, current * ${factor})` },
});

const brokenPact = (words: string, cohesion: string): ShockStrength => ({
  words,
  set: { 'pact.breakdown': '0', 'pact.cohesion': cohesion },
});

/**
 * Every kind of shock there is. Sizes and lengths are assumptions to choose from, not estimates; formulas start from `current`, so that a
 * shock comes on top of what the scenario and earlier shocks do, and stay within the bounds of their parameter.
 */
export const shockCatalogue: readonly CataloguedKind[] = [
  kind(
    'cut-transfer',
    "cut the patron's transfer",
    3,
    strengths('patron.transfer', {
      'by 10%': 'current * 0.9',
      'by 25%': 'current * 0.75',
      'by 40%': 'current * 0.6',
      'by 55%': 'current * 0.45',
      'by 75%': 'current * 0.25',
      'by 90%': 'current * 0.1',
      altogether: '0',
    }),
  ),
  kind(
    'restore-transfer',
    "restore the patron's transfer",
    1,
    strengths('patron.transfer', {
      'half way': 'current + (baseline - current) * 0.5',
      'in full': 'baseline',
      'and a quarter more': 'min(1e13, baseline * 1.25)',
      'and half as much again': 'min(1e13, baseline * 1.5)',
    }),
  ),
  kind(
    'tighten-sanctions',
    'tighten the sanctions on the patron',
    3,
    strengths('patron.sanctions', {
      'by 10 points': 'min(1, current + 0.1)',
      'by 20 points': 'min(1, current + 0.2)',
      'by 30 points': 'min(1, current + 0.3)',
      'by 50 points': 'min(1, current + 0.5)',
      'by 70 points': 'min(1, current + 0.7)',
      'to the full': '1',
    }),
  ),
  kind(
    'ease-sanctions',
    'ease the sanctions on the patron',
    5,
    strengths('patron.sanctions', {
      'by 10 points': 'max(0, current - 0.1)',
      'by 20 points': 'max(0, current - 0.2)',
      'by 30 points': 'max(0, current - 0.3)',
      'by 50 points': 'max(0, current - 0.5)',
      'by 70 points': 'max(0, current - 0.7)',
      altogether: '0',
    }),
  ),
  kind(
    'close-crossing',
    'close a crossing',
    3,
    strengths('crossings.<crossing>.open', {
      'by a quarter': 'current * 0.75',
      'by half': 'current * 0.5',
      'by three quarters': 'current * 0.25',
      altogether: '0',
    }),
    { asks: 'crossing', months: 6 },
  ),
  kind(
    'open-crossing',
    'open a crossing',
    1,
    strengths('crossings.<crossing>.open', { 'half way': 'max(current, 0.5)', altogether: '1' }),
    { asks: 'crossing' },
  ),
  kind(
    'send-soldiers',
    'send soldiers to gates',
    3,
    strengths('government.soldiers', {
      'with a tenth of trade': 'max(current, 0.1)',
      'with a quarter of trade': 'max(current, 0.25)',
      'with half of trade': 'max(current, 0.5)',
      'with 70% of trade': 'max(current, 0.7)',
      everywhere: '1',
    }),
    { months: 6 },
  ),
  kind(
    'automate-customs',
    'automate customs',
    3,
    strengths('government.automation', {
      'by a quarter': 'max(current, 0.25)',
      'by half': 'max(current, 0.5)',
      'by three quarters': 'max(current, 0.75)',
      'everywhere over 15 months': 'max(current, ramp(months_since, 15))',
      'everywhere at once': '1',
    }),
  ),
  kind(
    'set-duty',
    'set duties',
    3,
    strengths('goods.*.duty', {
      'at half': 'current * 0.5',
      'at three quarters': 'current * 0.75',
      'a quarter higher': 'min(5, current * 1.25)',
      'half as high again': 'min(5, current * 1.5)',
      'twice as high': 'min(5, current * 2)',
      'three times as high': 'min(5, current * 3)',
    }),
  ),
  kind(
    'clearance-days',
    'clear declared cargo',
    1,
    strengths('crossings.*.clearance_days', {
      'in a quarter of the days': 'current * 0.25',
      'in half the days': 'current * 0.5',
      'in three quarters of the days': 'current * 0.75',
      'in half as many days again': 'min(365, current * 1.5)',
      'in twice the days': 'min(365, current * 2)',
    }),
  ),
  kind(
    'dollar-rule',
    'check buyers at the dollar window',
    4,
    strengths('dollars.strictness', {
      'not at all': '0',
      'at a quarter of full strictness': '0.25',
      'at half of full strictness': '0.5',
      'at three quarters of it': '0.75',
      'in full': '1',
    }),
    { switches: ['dollars.enabled'] },
  ),
  kind(
    'designate-fronts',
    'look at front companies',
    1,
    [
      designations('twice as hard', 2),
      designations('six times as hard', 6),
      designations('ten times as hard', 10),
      designations('thirty times as hard', 30),
    ],
    { months: 36, switches: ['fronts.enabled'] },
  ),
  kind(
    'designate-all-fronts',
    'designate every front company',
    0,
    strengths('fronts.legal_action', { 'at once': '5' }),
    {
      months: 1,
      switches: ['fronts.enabled'],
    },
  ),
  kind(
    'lose-coordinator',
    "cut the coordinator's authority",
    1,
    strengths('pact.coordinator', {
      'by a quarter': 'current * 0.75',
      'by 40%': 'current * 0.6',
      'by half': 'current * 0.5',
      'by three quarters': 'current * 0.25',
      altogether: '0',
    }),
    { switches: ['pact.breakdown', 'splinters.enabled'] },
  ),
  kind('break-pact', 'break the pact', 1, [
    brokenPact('by half', 'current * 0.5'),
    brokenPact('altogether', '0'),
  ]),
  kind(
    'oil-price',
    'set the price of oil',
    1,
    [
      oil('at half', 0.5),
      oil('at 70%', 0.7),
      oil('at 85%', 0.85),
      oil('15% higher', 1.15),
      oil('30% higher', 1.3),
      oil('half as high again', 1.5),
      oil('twice as high', 2),
    ],
    { months: 12 },
  ),
  kind('formula', 'set any parameter by a formula', 0, [{ words: '', set: {} }], { asks: 'formula' }),
];
