import { describe, expect, it } from 'vitest';
import { studentT } from '../../src/study/student-t.ts';

describe("Student's t", () => {
  it.each([
    [1, 0.95, 12.7062],
    [2, 0.95, 4.3027],
    [3, 0.95, 3.1824],
    [7, 0.95, 2.3646],
    [10, 0.99, 3.1693],
    [15, 0.9, 1.7531],
    [30, 0.95, 2.0423],
    [120, 0.95, 1.9799],
  ])('with %i degrees of freedom at %f is what the printed tables say', (freedom, level, value) => {
    expect(studentT(freedom, level)).toBeCloseTo(value, 4);
  });

  it('comes to the normal distribution as its degrees of freedom grow', () => {
    expect(studentT(20_000, 0.95)).toBeCloseTo(1.95996, 3);
  });

  it('falls with every further degree of freedom, across the even and the odd series', () => {
    const values = Array.from({ length: 40 }, (_, index) => studentT(index + 1, 0.95));
    expect(values).toEqual([...values].sort((left, right) => right - left));
  });
});
