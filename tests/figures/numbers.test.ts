import { describe, expect, it } from 'vitest';
import { formatMoney, formatShare, inScale, moneyScale } from '../../src/figures/numbers.ts';

describe('money on a screen', () => {
  it.each([
    [0, '$0'],
    [950, '$950'],
    [999.9, '$1.00k'],
    [39_340_000, '$39.3m'],
    [-3_100_000, '-$3.10m'],
    [999_700_000, '$1.00bn'],
    [1_204_000_000, '$1.20bn'],
    [Number.NaN, '-'],
  ])('writes %d dollars as %s', (usd, text) => {
    expect(formatMoney(usd)).toBe(text);
  });

  it('gives all numbers of a figure one divisor', () => {
    const scale = moneyScale(39_000_000);
    expect(scale.word).toBe('$m');
    expect(inScale(850_000, scale)).toBe('0.85');
  });
});

describe('shares', () => {
  it('writes a share as percent', () => {
    expect(formatShare(0.1609)).toBe('16.1%');
    expect(formatShare(0.29, 0)).toBe('29%');
  });
});
