import { describe, expect, it } from 'vitest';
import { fire, noShocks, redo, undo } from '../../src/dashboard/shock-list.ts';

const shock = (label: string) => ({ label, at: 3, until: undefined, set: { 'pact.cohesion': '0' } });

describe('the list of shocks', () => {
  it('takes the latest back and brings it back again', () => {
    const two = fire(fire(noShocks, shock('one')), shock('two'));
    expect(undo(two).shocks).toEqual([shock('one')]);
    expect(redo(undo(two))).toEqual(two);
    expect(undo(undo(two)).shocks).toEqual([]);
  });

  it('forgets what was taken back once another is fired', () => {
    const other = fire(undo(fire(noShocks, shock('one'))), shock('other'));
    expect(redo(other)).toBe(other);
    expect(other.shocks).toEqual([shock('other')]);
  });

  it('stays as it is where there is nothing to take back or to bring back', () => {
    expect(undo(noShocks)).toBe(noShocks);
    expect(redo(noShocks)).toBe(noShocks);
  });
});
