import { describe, expect, it } from 'vitest';
import { fineFormat, formatOutcome, unitOfOutcome } from '../../src/figures/outcome-words.ts';

describe('numbers of an outcome', () => {
  it('are told apart down to a step, all in one scale', () => {
    const format = fineFormat('usd', 5_030_000, 130);
    expect([5_029_400, 5_025_600, 1300, -1300].map(format)).toEqual([
      '$5.0294m',
      '$5.0256m',
      '$0.0013m',
      '-$0.0013m',
    ]);
    expect([0.0312, 0.0308].map(fineFormat('share', 0.04, 0.0002))).toEqual(['3.12%', '3.08%']);
    expect([12_300.4, 12_299.6].map(fineFormat('count', 13_000, 0.1))).toEqual(['12,300.4', '12,299.6']);
  });

  it('read as usual where no step is asked for, and never have more than 8 decimals', () => {
    expect(fineFormat('usd', 5e6, 0)(5e6)).toBe(formatOutcome(5e6, 'usd'));
    expect(fineFormat('index', 1, 1e-30)(0.5)).toBe('0.50000000');
  });

  it('are days to one decimal, persons whole, and what has no unit of its own to three', () => {
    expect([formatOutcome(3.25, 'days'), formatOutcome(12_300.4, 'persons')]).toEqual(['3.3', '12,300']);
    expect(formatOutcome(1.04, 'index')).toBe('1.040');
  });

  it('know their unit from the column', () => {
    expect([unitOfOutcome('income_total_usd'), unitOfOutcome('no_such_column')]).toEqual(['usd', '']);
  });
});
