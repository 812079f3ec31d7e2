import { columnOf } from '../../engine/recorder.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { changeMonth, fromChange, toyMap } from '../maps/maps.ts';
import { factionMeans, monthMean, sumOf, tableOf } from '../read-run.ts';
import type { Shelf } from '../shelf.ts';
import { falls, rises, type ValidationRow } from '../validation-row.ts';
import { nullModel, replacementOf } from './replacement-rows.ts';
import { staticRow } from './static-row.ts';

const rule = 'the rule of need; income effects as in Becker 1968';
const cut = { 'patron.transfer': fromChange((_, before) => before * 0.4) };
const half = { first: changeMonth, last: changeMonth + 5 };
const year = { first: changeMonth + 12, last: changeMonth + 23 };

/** Comparative statics of need: a cut of the patron's money, under the null model and restored. */
export function needStatics({ toy }: Shelf): readonly ValidationRow[] {
  return [nullCut(toy), ...cutWithNeed(toy), ...restored(toy)];
}

type Toy = Shelf['toy'];

function nullCut(toy: Toy): ValidationRow {
  return {
    id: 'C.null-cut',
    kind: 'comparative',
    about: 'patron cut under the null model: efforts, skills, men, prices and traffic that differ in any bit',
    seen: 'a patron who pays a lump sum moves no decision of those who do not feel need',
    source: 'the lump-sum argument',
    band: { lo: 0, hi: 0 },
    use: 'judged',
    unit: 'count',
    runs: { before: toyMap(toy, nullModel), after: toyMap(toy, { ...nullModel, ...cut }) },
    measure: ({ before, after }) => differingDecisions(before, after),
  };
}

const decided = /^(effort|skill|fighters|posts_share)/;

function differingDecisions(before: RunRecord, after: RunRecord): number {
  const [factions, others] = [before, after].map((run) => tableOf(run, 'by_faction_month'));
  const columns = factions.spec.columns.filter(({ name }) => decided.test(name));
  const differing = columns.map(({ name }) =>
    sumOf(
      factions.spec.entities.map((_, i) => {
        const values = columnOf(others, name, i);
        return columnOf(factions, name, i).filter((value, at) => value !== values[at]).length;
      }),
    ),
  );
  const posts = tableOf(after, 'by_crossing_month').data;
  const atPosts = tableOf(before, 'by_crossing_month').data.filter((value, at) => value !== posts[at]);
  return sumOf(differing) + atPosts.length;
}

function cutWithNeed(toy: Toy): readonly ValidationRow[] {
  const runs = { before: toyMap(toy), after: toyMap(toy, cut) };
  const row = (part: string, about: string, band: typeof rises, read: (run: RunRecord) => number) =>
    staticRow(`C.cut.${part}`, `patron pays .4 of what it paid: ${about}`, band, rule, runs, read);
  return [
    row('effort', 'effort on fuel, extortion and ransom, a year later', rises, (run) =>
      sumOf(['fuel', 'extortion', 'ransom'].flatMap((line) => factionMeans(run, `effort_${line}_idx`, year))),
    ),
    row('local', 'local income, a year later', rises, (run) => monthMean(run, 'income_local_usd', year)),
    row('total', 'income on all lines, first three months', falls, (run) =>
      monthMean(run, 'income_total_usd', { first: changeMonth, last: changeMonth + 2 }),
    ),
    {
      id: 'C.cut.ratio',
      kind: 'comparative',
      about: 'patron pays .4 of what it paid: share of the loss made up in the first six months',
      seen: 'between 0 and 1: leverage is modest, so that a cut does not raise total income',
      source: rule,
      band: { lo: 0, hi: 1 },
      use: 'judged',
      unit: 'share',
      runs,
      measure: ({ before, after }) => replacementOf(before, after, half),
    },
  ];
}

/** Months that the toy map plays when the cut is taken back two years after it began. */
const long = { months: 108 };
const during = { first: changeMonth + 18, last: changeMonth + 23 };
const after = { first: 85, last: 96 };

function restored(toy: Toy): readonly ValidationRow[] {
  const passing = {
    'patron.transfer': fromChange((month, before) => (month < changeMonth + 24 ? before * 0.4 : before)),
  };
  const quick = { 'learning.enabled': 0, 'effort.speed_down': 0.08 };
  const gap = (with_: RunRecord, without: RunRecord, months: typeof after): number =>
    monthMean(with_, 'income_local_usd', months) - monthMean(without, 'income_local_usd', months);
  const row = (id: string, about: string, band: { lo: number; hi?: number }, set: Record<string, number>) =>
    ({
      id,
      kind: 'comparative',
      about: `patron pays .4 for two years, then all: what is left of the local gain four years later, ${about}`,
      seen: 'lines once opened are left slowly, and skill once learned is kept',
      source: rule,
      band,
      use: 'judged',
      unit: 'share',
      runs: { without: toyMap(toy, set, long), with_: toyMap(toy, { ...set, ...passing }, long) },
      measure: ({ with_, without }: Readonly<Record<string, RunRecord>>) => ({
        top: gap(with_, without, after),
        bottom: gap(with_, without, during),
      }),
    }) as const;
  return [
    row('C.restored.slow', 'with slow exit and learning', rises as { lo: number }, {}),
    row('C.restored.quick', 'without both', { lo: -0.15, hi: 0.15 }, quick),
  ];
}
