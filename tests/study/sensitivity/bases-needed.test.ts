import { describe, expect, it } from 'vitest';
import { basesNeeded } from '../../../src/study/sensitivity/bases-needed.ts';
import type { SensitivityRow } from '../../../src/study/sensitivity/sensitivity-row.ts';

const row = (index: SensitivityRow['index'], estimate: number, half: number | null): SensitivityRow => ({
  method: index === 'total' ? 'sobol' : 'morris',
  outcome: 'y',
  parameter: 'x',
  index,
  estimate,
  lo: half === null ? null : estimate - half,
  hi: half === null ? null : estimate + half,
  level: 0.95,
  nBase: 100,
  nRuns: 300,
  nFailed: 0,
  converged: false,
});

describe('the bases that would do', () => {
  it('grow with the square of what is too wide, to a power of two for Sobol', () => {
    expect(basesNeeded([row('total', 0.5, 0.1), row('total', 0.1, 0.02)])).toBe(512);
    expect(basesNeeded([row('mu_star', 10, 1), row('mu_star', 1, 0.1)])).toBe(400);
  });

  it('are those at hand where they do', () => {
    expect(basesNeeded([{ ...row('total', 0.5, 0.01), converged: true }])).toBe(100);
  });

  it('cannot be told without intervals, nor where nothing moves', () => {
    expect(basesNeeded([row('total', 0.5, null)])).toBeUndefined();
    expect(basesNeeded([row('mu_star', 0, 0)])).toBeUndefined();
  });
});
