import { describe, expect, it } from 'vitest';
import { editedRows } from '../../src/figures/parameter-edits.ts';
import { pseudoExperiment, pseudoParameters } from '../fixtures/pseudo-run.ts';

const { timeline } = pseudoExperiment();
const shock = { label: 'mine', at: 1, until: undefined, set: { 'patron.transfer': '700' } };
const touch = { scenarioId: 'thrown in', from: 1, until: 156, label: 'mine', why: '', formula: '700' };
const changed = {
  ...timeline,
  values: timeline.values.map((value, cell) => (cell < timeline.months ? 700 : value)),
};
const book = pseudoParameters().map((facts, index) =>
  index === 0 ? { ...facts, touches: [...facts.touches, touch] } : facts,
);

describe('an edited parameter', () => {
  it('is told with what it was in the month, and with your change before the scenario itself', () => {
    const rows = editedRows(book, changed, timeline, [shock], 100);
    expect(rows[0]).toMatchObject({
      value: 700,
      before: 400,
      changedBy: 'you, Jan 2014: 700; transfer cut by 60%, May 2018',
    });
    expect(editedRows(book, changed, timeline, [shock], 10)[0]).toMatchObject({ value: 700, before: 1000 });
  });

  it('is told apart from those that nothing thrown in moves', () => {
    const rows = editedRows(book, changed, timeline, [shock], 100);
    expect(rows.slice(1).map(({ before }) => before)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    for (const row of editedRows(book, timeline, timeline, [], 100)) expect(row.before).toBeNaN();
  });
});
