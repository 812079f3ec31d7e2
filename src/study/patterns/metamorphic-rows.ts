import type { TableRecord } from '../../engine/recorder.ts';
import { parameterDeclarations } from '../../model/parameters.ts';
import type { RunRecord } from '../../model/run-record.ts';
import type { Experiment } from '../../model/world-spec.ts';
import { changeRows } from '../change-timeline.ts';
import { drawMap } from '../maps/draw-map.ts';
import { toyMap } from '../maps/maps.ts';
import { monthMean, tableOf } from '../read-run.ts';
import type { Shelf } from '../shelf.ts';
import type { MeasuredRow, ValidationRow } from '../validation-row.ts';

/** Relations that must hold whatever the numbers are. */
export function metamorphicRows({ toy }: Shelf): readonly ValidationRow[] {
  return [
    tenfold(toy),
    relabelled(toy),
    reordered(toy),
    ...split(toy),
    runsAtAll(
      'M.no-factions',
      '0 factions',
      drawMap(toy, { id: 'empty', factions: [], gates: [null, null] }),
    ),
    runsAtAll('M.no-sanctions', '0 sanctions', toyMap(toy, { 'patron.sanctions': 0 })),
    runsAtAll('M.closed', 'a closed border', toyMap(toy, { 'crossings.*.open': 0 })),
  ];
}

type Toy = Shelf['toy'];

function relation(
  row: Pick<MeasuredRow, 'id' | 'about' | 'band' | 'unit' | 'runs' | 'measure'>,
): MeasuredRow {
  return { kind: 'metamorphic', seen: 'true of any numbers', source: 'by definition', use: 'judged', ...row };
}

/** Cents are whole, so that shares of a hundred million dollars may differ by a billionth. */
const roundedCents = { lo: 0, hi: 1e-6 };

function tenfold(toy: Toy): ValidationRow {
  const before = toyMap(toy);
  return relation({
    id: 'M.money',
    about: 'all money times ten: largest change of any share or index of a month',
    band: roundedCents,
    unit: 'ratio',
    runs: { before, after: timesTen(before) },
    measure: (runs) => largestChange(runs, (unit) => unit === 'share' || unit === 'index', same),
  });
}

function timesTen(experiment: Experiment): Experiment {
  const isMoney = (unit: string): boolean => /^usd(_|$)/.test(unit);
  const { world } = experiment;
  const known = new Set(
    experiment.timeline.names.flatMap((name) => [name, name.replace(/\.[^.]+\./, '.*.')]),
  );
  const money = parameterDeclarations.filter(({ name, unit }) => isMoney(unit) && known.has(name));
  const scaled = changeRows(
    experiment,
    Object.fromEntries(money.map(({ name }) => [name, (_: number, before: number) => before * 10])),
  );
  const goods = world.goods.map((each) => ({ ...each, consignmentUsd: each.consignmentUsd * 10 }));
  return { ...scaled, world: { ...world, goods } };
}

function relabelled(toy: Toy): ValidationRow {
  return relation({
    id: 'M.relabel',
    about: 'factions under other names: largest relative change of any number of a faction’s month',
    band: roundedCents,
    unit: 'ratio',
    runs: {
      before: toyMap(toy),
      after: toyMap(toy, {}, { factions: ['x', 'y'], gates: ['x', 'y'], posts: ['x'] }),
    },
    measure: ({ before, after }) => distance(factions(before), factions(after), (i) => i),
  });
}

function reordered(toy: Toy): ValidationRow {
  return relation({
    id: 'M.order',
    about: 'factions listed the other way round: largest relative change of any number of a faction’s month',
    band: roundedCents,
    unit: 'ratio',
    runs: { before: toyMap(toy), after: toyMap(toy, {}, { factions: ['b', 'a'] }) },
    measure: ({ before, after }) => distance(factions(before), factions(after), (i) => 1 - i),
  });
}

function split(toy: Toy): readonly ValidationRow[] {
  const runs = {
    before: toyMap(toy, {}, { gates: ['a', 'b'], gateShares: [0.5, 0.5] }),
    after: toyMap(toy, {}, { gates: ['a', 'a', 'b'], gateShares: [0.25, 0.25, 0.5] }),
  };
  const late = { first: 13, last: 48 };
  return (['imports_usd', 'income_customs_usd', 'treasury_customs_usd'] as const).map((column) =>
    relation({
      id: `M.split.${column.replace('_usd', '').replace('_', '-')}`,
      about: `a gate split into two halves under one owner: relative change of ${column}`,
      band: { lo: -0.01, hi: 0.01 },
      unit: 'ratio',
      runs,
      measure: ({ before, after }) => {
        const was = monthMean(before, column, late);
        return { top: monthMean(after, column, late) - was, bottom: was };
      },
    }),
  );
}

function runsAtAll(id: string, what: string, experiment: Experiment): ValidationRow {
  return relation({
    id,
    about: `${what}: months played`,
    band: { lo: experiment.timeline.months, hi: experiment.timeline.months },
    unit: 'count',
    runs: { it: experiment },
    measure: ({ it }) => it.months,
  });
}

const same = (i: number): number => i;
const factions = (run: RunRecord): TableRecord => tableOf(run, 'by_faction_month');

function largestChange(
  { before, after }: Readonly<Record<string, RunRecord>>,
  isAsked: (unit: string) => boolean,
  other: (i: number) => number,
): number {
  return distance(tableOf(before, 'by_month'), tableOf(after, 'by_month'), other, isAsked);
}

/** Largest difference of two tables' cells over the larger of 1 and their size, `other` naming the entity in the second table. */
function distance(
  one: TableRecord,
  two: TableRecord,
  other: (i: number) => number,
  isAsked: (unit: string) => boolean = () => true,
): number {
  const { columns, key, entities } = one.spec;
  const count = key === null ? 1 : entities.length;
  let most = 0;
  for (let month = 0; month < one.months; month++)
    for (let i = 0; i < count; i++)
      columns.forEach((column, at) => {
        if (!isAsked(column.unit)) return;
        const a = one.data[(month * count + i) * columns.length + at];
        const b = two.data[(month * count + other(i)) * columns.length + at];
        most = Math.max(most, Math.abs(a - b) / Math.max(1, Math.abs(a)));
      });
  return most;
}
