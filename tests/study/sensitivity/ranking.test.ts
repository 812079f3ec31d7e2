import { describe, expect, it } from 'vitest';
import { rankParameters } from '../../../src/study/sensitivity/ranking.ts';
import type { SensitivityRow } from '../../../src/study/sensitivity/sensitivity-row.ts';

const row = (
  parameter: string,
  lo: number | null,
  estimate: number | null,
  hi: number | null,
): SensitivityRow => ({
  method: 'sobol',
  outcome: 'y',
  parameter,
  index: 'total',
  estimate,
  lo,
  hi,
  level: 0.95,
  nBase: 8,
  nRuns: 80,
  nFailed: 0,
  converged: true,
});
const ranksOf = (...rows: readonly SensitivityRow[]) =>
  rankParameters(rows).map(({ rank, row: { parameter } }) => [parameter, rank]);

describe('a ranking', () => {
  it('puts first what lies clear above', () => {
    expect(ranksOf(row('low', 0, 0.1, 0.2), row('high', 0.5, 0.6, 0.7))).toEqual([
      ['high', 1],
      ['low', 2],
    ]);
  });

  it('gives overlapping ones one rank, and the next counts them', () => {
    expect(ranksOf(row('c', 0, 0.1, 0.15), row('a', 0.3, 0.4, 0.5), row('b', 0.35, 0.45, 0.55))).toEqual([
      ['b', 1],
      ['a', 1],
      ['c', 3],
    ]);
  });

  it('does not part two that only a third joins, nor two that touch', () => {
    expect(ranksOf(row('a', 0.5, 0.6, 0.7), row('b', 0.3, 0.45, 0.55), row('c', 0.1, 0.2, 0.3))).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 1],
    ]);
  });

  it('holds a wide interval together with all that it spans', () => {
    expect(ranksOf(row('a', 0.8, 0.85, 0.9), row('wide', 0.1, 0.5, 0.95), row('c', 0.2, 0.3, 0.4))).toEqual([
      ['a', 1],
      ['wide', 1],
      ['c', 1],
    ]);
  });

  it('leaves out what has no interval', () => {
    expect(ranksOf(row('none', null, null, null), row('a', 0, 0.1, 0.2))).toEqual([['a', 1]]);
    expect(ranksOf()).toEqual([]);
  });
});
