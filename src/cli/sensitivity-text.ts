import { formatOutcome } from '../figures/outcome-words.ts';
import { formatWindow } from '../scenario/window.ts';
import { basesNeeded } from '../study/sensitivity/bases-needed.ts';
import { rankParameters } from '../study/sensitivity/ranking.ts';
import type { SensitivityIndex, SensitivityRow } from '../study/sensitivity/sensitivity-row.ts';
import type { Measured } from '../study/sensitivity/study-sensitivity.ts';
import { plainTable, wrapWords } from './plain-table.ts';
import { counted } from './progress.ts';

/** The sensitivity of one outcome. */
export interface ShownSensitivity {
  readonly measured: Measured;
  readonly rows: readonly SensitivityRow[];
  /** Unit of the outcome. */
  readonly unit: string;
}

/** How far each parameter moves an outcome, in plain text: a ranked table with intervals, chance, and whether it has converged. */
export function sensitivityText({ measured, rows, unit }: ShownSensitivity): string {
  const { scenarioId, baselineId, window } = measured;
  const [{ outcome, method, nBase, nFailed }] = rows;
  const what = baselineId === null ? scenarioId : `${scenarioId} less ${baselineId}`;
  const heading = `${outcome}, ${what}, mean a month, ${formatWindow(window)}; ${method}, ${counted(nBase, 'base')}; in brackets the 95% interval`;
  const failed =
    nFailed === 0 ? [] : wrapWords(`${counted(nFailed, 'base')} left out: a run of each failed.`);
  if (nBase < 2)
    return [...wrapWords(heading), ...failed, '  fewer than two whole bases: nothing can be said'].join('\n');
  if (rows.every(({ estimate }) => estimate === 0 || estimate === null))
    return [...wrapWords(heading), ...failed, '  nothing moves it in these runs'].join('\n');
  const format = method === 'sobol' ? shareWords : (value: number) => formatOutcome(value, unit);
  const table = method === 'sobol' ? sobolTable(rows, format) : morrisTable(rows, format);
  const tied = hasTies(rows)
    ? ['The same rank: intervals overlap, so these runs do not tell them apart.']
    : [];
  return [
    ...wrapWords(heading),
    ...plainTable(table, [1], 78).map((line) => `  ${line}`),
    ...[...tied, chanceWords(rows, format), convergenceWords(rows), ...failed].flatMap((text) =>
      wrapWords(text),
    ),
  ].join('\n');
}

type Format = (value: number) => string;

function shareWords(value: number): string {
  return value.toFixed(2);
}

function sobolTable(rows: readonly SensitivityRow[], format: Format): readonly (readonly string[])[] {
  const body = inRank(rows, 'total').map(({ rank, row }) => [
    rank,
    row.parameter,
    cell(row, format),
    cell(find(rows, row.parameter, 'first'), format),
  ]);
  return [['rank', 'parameter', 'total order', 'first order'], ...body];
}

function morrisTable(rows: readonly SensitivityRow[], format: Format): readonly (readonly string[])[] {
  const body = inRank(rows, 'mu_star').map(({ rank, row }) => [
    rank,
    row.parameter,
    cell(row, format),
    plain(find(rows, row.parameter, 'mu')?.estimate, format),
    plain(find(rows, row.parameter, 'sigma')?.estimate, format),
  ]);
  return [['rank', 'parameter', 'mean size', 'mean effect', 'spread'], ...body];
}

/** Ranked rows of an index, then those that have no interval, without a rank. */
function inRank(rows: readonly SensitivityRow[], index: SensitivityIndex) {
  const ofIndex = rows.filter((row) => row.index === index);
  const ranked = rankParameters(ofIndex).map(({ rank, row }) => ({ rank: String(rank), row }));
  const rest = ofIndex.filter((row) => ranked.every((each) => each.row !== row));
  return [...ranked, ...rest.map((row) => ({ rank: '-', row }))];
}

function hasTies(rows: readonly SensitivityRow[]): boolean {
  const ranks = inRank(rows, mainIndex(rows)).map(({ rank }) => rank);
  return new Set(ranks).size < ranks.length;
}

function mainIndex([{ method }]: readonly SensitivityRow[]): SensitivityIndex {
  return method === 'sobol' ? 'total' : 'mu_star';
}

function find(
  rows: readonly SensitivityRow[],
  parameter: string,
  index: SensitivityIndex,
): SensitivityRow | undefined {
  return rows.find((row) => row.parameter === parameter && row.index === index);
}

function cell(row: SensitivityRow | undefined, format: Format): string {
  if (row === undefined || row.estimate === null) return 'none';
  const { estimate, lo, hi } = row;
  return lo === null || hi === null
    ? format(estimate)
    : `${format(estimate)} (${format(lo)} to ${format(hi)})`;
}

function plain(value: number | null | undefined, format: Format): string {
  return value === null || value === undefined ? '' : format(value);
}

/** Chance is a factor like any other, where replicates let it be told from the parameters. */
function chanceWords(rows: readonly SensitivityRow[], format: Format): string {
  const row = find(rows, 'chance', 'chance');
  if (row === undefined)
    return 'One replicate at each point: chance cannot be told from the parameters. Ask for --replicates 2.';
  return row.method === 'sobol'
    ? `Chance alone has ${cell(row, format)} of the variance of single runs.`
    : `Chance alone would show a mean size of ${cell(row, format)}: a parameter that is not above it shows nothing.`;
}

function convergenceWords(rows: readonly SensitivityRow[]): string {
  const [{ converged, nBase, nFailed }] = rows;
  if (converged) return 'Converged: every interval is as narrow as the method asks.';
  const needed = basesNeeded(rows);
  if (needed === undefined)
    return 'Not converged, and too little varies to say how many bases it would take.';
  const have = nBase + nFailed;
  return `Not converged: about ${counted(needed - have, 'more base')} would do (--bases ${needed}).`;
}
