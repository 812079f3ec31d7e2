import { describe, expect, it } from 'vitest';
import { rowOf } from '../../../src/study/change-timeline.ts';
import { parameterColumns } from '../../../src/study/design/column-names.ts';
import { matrixOf, type PlannedParameter } from '../../../src/study/design/planned-design.ts';
import { samplePoints } from '../../../src/study/design/sample-points.ts';
import { setPoint, Unfit } from '../../../src/study/design/set-point.ts';
import { experimentOn, smallWorld } from '../../fixtures/small-world.ts';

const experiment = experimentOn(smallWorld(), {}, { months: 4 });
const parameter = (name: string, other: Partial<PlannedParameter> = {}): PlannedParameter => ({
  axis: { name, kind: 'values', values: [1] },
  as: 'value',
  from: 1,
  scenarios: null,
  ...other,
});

describe('a factorial design', () => {
  it('is every combination, the last parameter fastest, made by number', () => {
    const axes = [
      { name: 'a', kind: 'values' as const, values: [1, 2] },
      { name: 'b', kind: 'values' as const, values: [3, 4, 5] },
    ];
    const { points, at } = samplePoints(axes, { kind: 'factorial' }, 1);
    expect(Array.from({ length: points }, (_, point) => at(point))).toEqual([
      [1, 3],
      [1, 4],
      [1, 5],
      [2, 3],
      [2, 4],
      [2, 5],
    ]);
  });
});

describe('a design that is a table', () => {
  it('gives its rows', () => {
    const design = { kind: 'table' as const, points: 2, parameters: [parameter('a'), parameter('b')] };
    const { at } = matrixOf(design, 1, Float64Array.of(1, 2, 3, 4));
    expect([at(0), at(1)]).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});

describe('a scenario at a point', () => {
  it('has the number from its month on, or that many times what it had', () => {
    const parameters = [
      parameter('patron.transfer', { as: 'scale', from: 3 }),
      parameter('pact.cohesion', { from: 2 }),
    ];
    const set = setPoint(experiment, 0, parameters, [0.5, 0.9]);
    expect([...rowOf(set, 'patron.transfer')]).toEqual([5e5, 5e5, 2.5e5, 2.5e5]);
    expect([...rowOf(set, 'pact.cohesion')]).toEqual([0.5, 0.9, 0.9, 0.9]);
    expect([...rowOf(experiment, 'pact.cohesion')]).toEqual([0.5, 0.5, 0.5, 0.5]);
  });

  it('is left as it is where the parameter is for other scenarios', () => {
    const elsewhere = [parameter('pact.cohesion', { scenarios: [1] })];
    expect(setPoint(experiment, 0, elsewhere, [0.9])).toBe(experiment);
    expect([...rowOf(setPoint(experiment, 1, elsewhere, [0.9]), 'pact.cohesion')]).toEqual(
      Array(4).fill(0.9),
    );
  });

  it('that does not fit together says so', () => {
    const point = () => setPoint(experiment, 0, [parameter('trade.channel_nest')], [0.9]);
    expect(point).toThrow(Unfit);
    expect(point).toThrow(/"trade.channel_nest" is 0.9 in 2014-01, above "trade.crossing_nest"/);
  });
});

describe('columns of parameters', () => {
  it('open with p_ and have no dots', () => {
    expect(parameterColumns(['patron.transfer', 'crossings.upper-gate.open'])).toEqual([
      'p_patron_transfer',
      'p_crossings_upper_gate_open',
    ]);
  });

  it('are at most 32 characters long, and stay apart', () => {
    const names = ['posts.a-very-long-name-of-a-post.open', 'posts.a-very-long-name-of-a-post.tax'];
    const columns = parameterColumns([...names, 'a.b-c', 'a.b.c']);
    for (const column of columns) expect(column).toMatch(/^p_[a-z0-9_]{1,30}$/);
    expect(new Set(columns).size).toBe(4);
    expect(parameterColumns([names[1]])[0]).toBe(columns[1]);
  });
});
