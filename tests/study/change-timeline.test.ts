import { describe, expect, it } from 'vitest';
import { changeRows, differIn, rowOf, takeRows } from '../../src/study/change-timeline.ts';
import { experimentOn, smallWorld } from '../fixtures/small-world.ts';

const experiment = experimentOn(smallWorld(), {}, { months: 3 });

describe('changing rows', () => {
  it('sets a value, or makes it from month and value, and leaves the original alone', () => {
    const changed = changeRows(experiment, {
      'patron.transfer': (month, before) => (month >= 2 ? before * 0.4 : before),
      'pact.cohesion': 0,
    });
    expect([...rowOf(changed, 'patron.transfer')]).toEqual([5e5, 2e5, 2e5]);
    expect([...rowOf(changed, 'pact.cohesion')]).toEqual([0, 0, 0]);
    expect([...rowOf(experiment, 'pact.cohesion')]).toEqual([0.5, 0.5, 0.5]);
  });

  it('lets a star stand for every entity', () => {
    const changed = changeRows(experiment, { 'crossings.*.open': 0 });
    expect([...rowOf(changed, 'crossings.upper.open'), ...rowOf(changed, 'crossings.lower.open')]).toEqual(
      Array(6).fill(0),
    );
  });

  it('throws on a name that nothing has', () => {
    expect(() => changeRows(experiment, { 'patron.moon': 1 })).toThrow('no parameter patron.moon');
    expect(() => rowOf(experiment, 'patron.moon')).toThrow('no parameter patron.moon');
  });
});

describe('taking rows', () => {
  const other = changeRows(experiment, { 'patron.transfer': 7, 'pact.cohesion': 0.9 });

  it('takes back one kind of difference and keeps the others', () => {
    const back = takeRows(other, experiment, (name) => name.startsWith('patron.'));
    expect(rowOf(back, 'patron.transfer')).toEqual(rowOf(experiment, 'patron.transfer'));
    expect(rowOf(back, 'pact.cohesion')).toEqual(rowOf(other, 'pact.cohesion'));
  });

  it('knows whether there was one', () => {
    expect(differIn(other, experiment, (name) => name.startsWith('patron.'))).toBe(true);
    expect(differIn(other, experiment, (name) => name.startsWith('men.'))).toBe(false);
  });
});
