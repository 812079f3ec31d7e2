import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean, editDistance, nearest } from '../../src/scenario/nearest.ts';

const names = ['patron.transfer', 'patron.sanctions', 'need.enabled', 'title'];

describe('the nearest name', () => {
  test.each([
    ['patron.transfers', 'patron.transfer'],
    ['patron.tranfser', 'patron.transfer'],
    ['Need.Enabled', 'need.enabled'],
    ['titel', 'title'],
    ['zzz', undefined],
    ['', undefined],
  ])('%j is near %j', (given, expected) => {
    expect(nearest(given, names)).toBe(expected);
  });

  test('says nothing when no name is near', () => {
    expect(didYouMean('titel', names)).toBe(' Did you mean "title"?');
    expect(didYouMean('qqqqqqqq', names)).toBe('');
  });

  test('distance: by hand, symmetric, zero only for equal texts, never above the longer length', () => {
    expect(editDistance('gate', 'goat')).toBe(2);
    expect(editDistance('ab', 'ba')).toBe(1);
    expect(editDistance('', 'abc')).toBe(3);
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
