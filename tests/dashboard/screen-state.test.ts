import { describe, expect, it } from 'vitest';
import type { KeyAction } from '../../src/dashboard/keys.ts';
import { press, type ScreenState, startState } from '../../src/dashboard/screen-state.ts';

const bounds = { factions: 9, logEntries: 5 };

function after(...keys: readonly KeyAction[]): ScreenState {
  return keys.reduce((state, key) => press(state, key, bounds), startState(1, 156));
}

describe('keys on the screen', () => {
  it('selects factions within the table', () => {
    expect(after('up').selected).toBe(0);
    expect(after('down', 'down').selected).toBe(2);
    expect(after('page-down', 'page-down').selected).toBe(8);
  });

  it('scrolls the log instead of the table while it is open', () => {
    expect(after('log', 'up', 'up')).toMatchObject({ overlay: 'log', back: 2, selected: 0 });
    expect(after('log', 'up', 'down', 'down').back).toBe(0);
  });

  it('closes help by ?, by Esc, and by opening the log', () => {
    expect(after('help').overlay).toBe('help');
    expect(after('help', 'help').overlay).toBe('none');
    expect(after('help', 'close').overlay).toBe('none');
    expect(after('help', 'log').overlay).toBe('log');
  });

  it('sorts by income and back', () => {
    expect(after('order').order).toBe('total');
    expect(after('order', 'order').order).toBe('file');
  });

  it('steps by a month and by a year', () => {
    expect(after('year-on', 'month-on', 'month-on').player.month).toBe(15);
    expect(after('last', 'year-back').player.month).toBe(144);
  });
});
