import type { RunRecord } from '../../model/run-record.ts';
import { fromChange, toyMap } from '../maps/maps.ts';
import { monthMean, postMeans, sumOf } from '../read-run.ts';
import type { Shelf } from '../shelf.ts';
import { falls, rises, type ValidationRow } from '../validation-row.ts';
import { staticRow } from './static-row.ts';

const late = { first: 37, last: 48 };
const evasion = 'Allingham and Sandmo 1972; Becker 1968';

/** Comparative statics of what the state asks and how it looks: duty, and detection times penalty. */
export function stateStatics({ toy }: Shelf): readonly ValidationRow[] {
  return [...higherDuty(toy), dutyPeaks(toy), ...higherPenalty(toy)];
}

type Toy = Shelf['toy'];
const times =
  (factor: number) =>
  (_: number, before: number): number =>
    before * factor;

function higherDuty(toy: Toy): readonly ValidationRow[] {
  const runs = {
    before: toyMap(toy),
    after: toyMap(toy, { 'goods.*.duty': fromChange(times(1.5)) }),
  };
  const row = (part: string, about: string, read: (run: RunRecord) => number) =>
    staticRow(`C.duty.${part}`, `official duty half as high again: ${about}`, rises, evasion, runs, read);
  return [
    row(
      'evasion',
      'share of duty owed that is not paid',
      (run) => 1 - monthMean(run, 'duty_paid_share', late),
    ),
    row('bribe', 'price of a fixer, share of cargo value', gateTolls),
  ];
}

const dutyFactors = [0.125, 0.25, 0.5, 1, 2, 3, 4, 6];

function dutyPeaks(toy: Toy): ValidationRow {
  const runs = Object.fromEntries(
    dutyFactors.map((factor) => [String(factor), toyMap(toy, { 'goods.*.duty': fromChange(times(factor)) })]),
  );
  return {
    id: 'C.duty.peak',
    kind: 'comparative',
    about: `number of peaks of customs collected over duties from ${dutyFactors[0]} to ${dutyFactors.at(-1)} times what they are`,
    seen: 'collected revenue has a single peak',
    source: 'Laffer; Fisman and Wei 2004',
    band: { lo: 1, hi: 1 },
    use: 'judged',
    unit: 'count',
    runs,
    measure: (records) =>
      countPeaks(
        dutyFactors.map((factor) => monthMean(records[String(factor)], 'treasury_customs_usd', late)),
      ),
  };
}

/** Local peaks of a series, an end counted when the series falls away from it. */
export function countPeaks(values: readonly number[]): number {
  return values.filter(
    (value, at) =>
      (at === 0 || value > values[at - 1]) && (at === values.length - 1 || value > values[at + 1]),
  ).length;
}

function higherPenalty(toy: Toy): readonly ValidationRow[] {
  const runs = {
    before: toyMap(toy),
    after: toyMap(toy, { 'customs.fixer_penalty': fromChange(times(3)) }),
  };
  const row = (part: string, about: string, read: (run: RunRecord) => number) =>
    staticRow(
      `C.penalty.${part}`,
      `detection times penalty three times as high: ${about}`,
      falls,
      evasion,
      runs,
      read,
    );
  return [
    row('evasion', 'share of imports not declared in full', (run) => {
      const declared = monthMean(run, 'declared_usd', late);
      return 1 - declared / monthMean(run, 'imports_usd', late);
    }),
    row('bribe', 'price of a fixer, share of cargo value', gateTolls),
    row('take', 'factions’ customs income', (run) => monthMean(run, 'income_customs_usd', late)),
  ];
}

/** Sum over the gates of what passing by a fixer costs; the toy map has two gates. */
function gateTolls(run: RunRecord): number {
  return sumOf(postMeans(run, 'price_share', late).slice(0, 2));
}
