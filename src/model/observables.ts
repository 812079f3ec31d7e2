import type { ColumnSpec, TableSpec } from '../engine/recorder.ts';
import { effortLines, revenueLines } from './lines.ts';
import type { WorldSpec } from './world-spec.ts';

/** What `by_month` records: the headline numbers of a month. */
export const monthColumns: readonly ColumnSpec[] = [
  { name: 'income_total_usd', unit: 'usd', meaning: 'income of all factions on all lines' },
  ...revenueLines.map(
    (line): ColumnSpec => ({
      name: `income_${line.id}_usd`,
      unit: 'usd',
      meaning: `income of all factions: ${line.meaning}`,
    }),
  ),
  { name: 'income_local_usd', unit: 'usd', meaning: 'income of all factions but for the patron line' },
  {
    name: 'income_instit_share',
    unit: 'share',
    meaning: 'share of institutional lines (customs, contracts) in local income; 0 where there is none',
  },
  { name: 'treasury_customs_usd', unit: 'usd', meaning: 'customs duty that reaches the treasury' },
  { name: 'duty_owed_usd', unit: 'usd', meaning: "duty that the month's imports owe by law" },
  { name: 'duty_paid_share', unit: 'share', meaning: 'duty paid over duty owed; 0 where nothing is owed' },
  { name: 'imports_usd', unit: 'usd', meaning: 'value of goods brought in by any channel' },
  { name: 'declared_usd', unit: 'usd', meaning: 'value of goods declared in full' },
  { name: 'fixer_usd', unit: 'usd', meaning: 'value of goods passed by a fixer' },
  { name: 'smuggled_usd', unit: 'usd', meaning: 'value of goods smuggled around a gate' },
  {
    name: 'gate_price_share',
    unit: 'share',
    meaning: 'mean gate price: share of the saving that a fixer takes, weighted by fixed traffic',
  },
  {
    name: 'inland_charge_usd',
    unit: 'usd',
    meaning: 'mean charge paid for each truck and inland post that stopped it',
  },
  { name: 'pact_cohesion_idx', unit: 'index', meaning: 'cohesion of the pact, kappa' },
  {
    name: 'fighters_n',
    unit: 'persons',
    meaning: 'fighters of all factions, registered or paid by the faction',
  },
  { name: 'payroll_wages_usd', unit: 'usd', meaning: 'state wages that reach registered fighters' },
  { name: 'patron_income_idx', unit: 'index', meaning: "the patron's oil income over its reference" },
  {
    name: 'need_idx',
    unit: 'index',
    meaning: 'lambda: mean drive for local income over factions, 1 at the start',
  },
  {
    name: 'posts_hhi_idx',
    unit: 'index',
    meaning: 'Herfindahl index of customs and inland income over factions; 0 where there is none',
  },
];

/** What `by_faction_month` records for each faction. */
export const factionColumns: readonly ColumnSpec[] = [
  { name: 'income_total_usd', unit: 'usd', meaning: 'income on all lines' },
  ...revenueLines.map(
    (line): ColumnSpec => ({
      name: `income_${line.id}_usd`,
      unit: 'usd',
      meaning: `income: ${line.meaning}`,
    }),
  ),
  { name: 'cash_usd', unit: 'usd', meaning: 'cash at the end of the month' },
  { name: 'fighters_n', unit: 'persons', meaning: 'fighters, registered or paid by the faction' },
  {
    name: 'posts_share',
    unit: 'share',
    meaning: 'share held in crossings and inland posts, weighted by the money each could take',
  },
  { name: 'need_idx', unit: 'index', meaning: 'lambda: drive for local income, 1 at the start' },
  ...effortLines.map(
    (line): ColumnSpec => ({
      name: `skill_${line}_idx`,
      unit: 'index',
      meaning: `skill on ${line}, 1 at the start`,
    }),
  ),
  ...effortLines.map(
    (line): ColumnSpec => ({
      name: `effort_${line}_idx`,
      unit: 'index',
      meaning: `effort on ${line}, 1 at the start`,
    }),
  ),
];

/** What `by_crossing_month` records for each crossing and each inland post. */
function postColumns(world: WorldSpec): readonly ColumnSpec[] {
  return [
    {
      name: 'post_kind',
      unit: 'count',
      meaning: 'crossing by sea, by land, unofficial, or inland post',
      labels: ['sea', 'land', 'unofficial', 'inland'],
    },
    { name: 'open', unit: 'share', meaning: '0 closed, 1 open' },
    {
      name: 'holder_id',
      unit: 'count',
      meaning: 'faction with the largest share; empty where officials hold all',
      labels: world.factions.map((faction) => faction.id),
    },
    { name: 'held_share', unit: 'share', meaning: 'share of the post held by factions' },
    {
      name: 'price_share',
      unit: 'share',
      meaning: 'what passing by the fixer, or the inland post, costs as a share of cargo value',
    },
    {
      name: 'coverage_share',
      unit: 'share',
      meaning: "share of the fixing, or of trucks stopped, that the factions' men collect",
    },
    { name: 'take_usd', unit: 'usd', meaning: 'what factions take at the post' },
    { name: 'traffic_usd', unit: 'usd', meaning: 'value of goods that pass' },
    { name: 'trucks_n', unit: 'count', meaning: 'consignments that pass' },
    { name: 'declared_usd', unit: 'usd', meaning: 'value declared in full; 0 at an inland post' },
    { name: 'fixer_usd', unit: 'usd', meaning: 'value passed by a fixer; 0 at an inland post' },
    { name: 'smuggled_usd', unit: 'usd', meaning: 'value smuggled around the gate; 0 at an inland post' },
    { name: 'duty_owed_usd', unit: 'usd', meaning: 'duty owed by law; 0 at an inland post' },
    { name: 'duty_paid_usd', unit: 'usd', meaning: 'duty that reaches the treasury; 0 at an inland post' },
    { name: 'clearance_days', unit: 'days', meaning: 'days to clear a declared cargo; 0 at an inland post' },
  ];
}

/** The tables every run records, in the order of their files. */
export function recordedTables(world: WorldSpec): readonly TableSpec[] {
  return [
    {
      name: 'by_month',
      meaning: 'one row for each run and month',
      key: null,
      entities: [],
      columns: monthColumns,
    },
    {
      name: 'by_faction_month',
      meaning: 'one row for each run, month and faction',
      key: 'faction_id',
      entities: world.factions.map((faction) => faction.id),
      columns: factionColumns,
    },
    {
      name: 'by_crossing_month',
      meaning: 'one row for each run, month and crossing or inland post',
      key: 'post_id',
      entities: [...world.crossings, ...world.posts].map((post) => post.id),
      columns: postColumns(world),
    },
  ];
}
