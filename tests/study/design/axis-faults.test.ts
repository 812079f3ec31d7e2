import { describe, expect, it } from 'vitest';
import type { Axis } from '../../../src/study/design/axis.ts';
import { axisFaults } from '../../../src/study/design/axis-faults.ts';

const good: readonly Axis[] = [
  { name: 'a', kind: 'values', values: [1] },
  { name: 'b', kind: 'uniform', lo: -1, hi: 1 },
  { name: 'c', kind: 'loguniform', lo: 0.1, hi: 1 },
  { name: 'd', kind: 'normal', mean: 0, deviation: 1 },
  { name: 'e', kind: 'normal', mean: 0, deviation: 1, hi: 2 },
  { name: 'f', kind: 'triangular', lo: 0, mode: 0, hi: 1 },
];

describe('the faults of axes', () => {
  it('are none where every axis can be sampled', () => {
    expect(axisFaults(good)).toEqual([]);
  });

  it('come all at once', () => {
    expect(axisFaults([...good, { name: 'a', kind: 'values', values: [] }])).toEqual([
      'a is varied twice. Keep one of the two.',
      'a: the list of values is empty. Give at least one.',
    ]);
  });

  it.each<[Axis, string]>([
    [{ name: 'x', kind: 'uniform', lo: 2, hi: 2 }, 'x: the range from 2 to 2 is empty. lo must be below hi.'],
    [
      { name: 'x', kind: 'loguniform', lo: 0, hi: 2 },
      'x: lo is 0, and a loguniform axis has logarithms only above 0.',
    ],
    [
      { name: 'x', kind: 'loguniform', lo: 3, hi: 2 },
      'x: the range from 3 to 2 is empty. lo must be below hi.',
    ],
    [{ name: 'x', kind: 'normal', mean: 0, deviation: 0 }, 'x: deviation is 0, and it must be above 0.'],
    [
      { name: 'x', kind: 'normal', mean: 0, deviation: 1, lo: 1, hi: 0 },
      'x: the range from 1 to 0 is empty. lo must be below hi.',
    ],
    [
      { name: 'x', kind: 'triangular', lo: 0, mode: 2, hi: 1 },
      'x: mode is 2, and it must lie from 0 to 1, both included.',
    ],
    [
      { name: 'x', kind: 'triangular', lo: 1, mode: 1, hi: 1 },
      'x: the range from 1 to 1 is empty. lo must be below hi.',
    ],
    [{ name: 'x', kind: 'uniform', lo: Number.NaN, hi: 1 }, 'x: lo is NaN, which is no finite number.'],
    [
      { name: 'x', kind: 'values', values: [1, Infinity] },
      'x: values is Infinity, which is no finite number.',
    ],
  ])('say what is wrong with %o', (axis, fault) => {
    expect(axisFaults([axis])).toEqual([fault]);
  });
});
