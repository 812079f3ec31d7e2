import { describe, expect, it } from 'vitest';
import { type KeyAction, readKeys } from '../../src/dashboard/keys.ts';
import type { Target } from '../../src/dashboard/place.ts';
import {
  type Focus,
  type Look,
  press,
  type ScreenState,
  startState,
  takeKey,
} from '../../src/dashboard/screen-state.ts';

const factionWhy = (index: number): Target => ({ to: 'why', subject: { kind: 'faction', index } });

/** Nine factions on the Run view, four log entries, three crossings; other lists are empty. */
const lists = ({ overlay, view }: ScreenState): Omit<Focus, 'palette'> => {
  if (overlay === 'log')
    return {
      list: 'events',
      targets: [1, 2, 3, 4].map((seq) => ({ to: 'why', subject: { kind: 'event', seq } })),
    };
  if (view === 'run') return { list: 'factions', targets: [0, 1, 2, 3, 4, 5, 6, 7, 8].map(factionWhy) };
  if (view === 'crossings')
    return { list: 'posts', targets: [0, 1, 2].map((index) => ({ to: 'post', index })) };
  return { list: 'movers', targets: [] };
};
const look: Look = (state) => ({ ...lists(state), palette: 'nothing to throw in' });

function after(...keys: readonly KeyAction[]): ScreenState {
  return keys.reduce((state, key) => press(state, key, look), startState(1, 156));
}

function typed(text: string, start = startState(1, 156)): ScreenState {
  return readKeys(text).keys.reduce((state, key) => takeKey(state, key, look), start);
}

describe('keys on the screen', () => {
  it('moves the cursor within the list in focus, by one and by ten', () => {
    expect(after('up').cursors.factions).toBe(0);
    expect(after('down', 'down').cursors.factions).toBe(2);
    expect(after('page-down', 'page-down').cursors.factions).toBe(8);
    expect(after('view-4', 'page-down').cursors).toEqual({ posts: 2 });
  });

  it('goes back in the log from its end, and asks why of the entry it stands at', () => {
    expect(after('log', 'up', 'up').cursors).toEqual({ events: 2 });
    expect(after('log', 'up', 'down', 'down').cursors.events).toBe(0);
    expect(after('log', 'up', 'open')).toMatchObject({
      view: 'why',
      overlay: 'none',
      subject: { kind: 'event', seq: 3 },
    });
  });

  it('closes help by ?, by Esc, and by opening the log', () => {
    expect(after('help').overlay).toBe('help');
    expect(after('help', 'help').overlay).toBe('none');
    expect(after('help', 'close').overlay).toBe('none');
    expect(after('help', 'log').overlay).toBe('log');
  });

  it('counts orders and turns the direction, list by list', () => {
    expect(after('order', 'order', 'view-4', 'order').orders).toEqual({ factions: 2, posts: 1 });
    expect(after('direction').reversed).toEqual({ factions: true });
    expect(after('direction', 'direction').reversed).toEqual({ factions: false });
  });

  it('steps by a month and by a year', () => {
    expect(after('year-on', 'month-on', 'month-on').player.month).toBe(15);
    expect(after('last', 'year-back').player.month).toBe(144);
  });

  it('opens views by number', () => {
    expect(after('view-6').view).toBe('params');
    expect(after('view-6', 'view-1').view).toBe('run');
    expect(after('view-4', 'view-2').view).toBe('compare');
  });

  it('goes from panel to panel and back, zooms, and turns glyphs and theme', () => {
    expect(after('panel-next', 'panel-next', 'panel-back').panel).toBe(1);
    expect(after('zoom').isZoomed).toBe(true);
    expect(after('zoom', 'close').isZoomed).toBe(false);
    expect(after('glyphs', 'theme', 'theme')).toMatchObject({ glyphTurns: 1, themeTurns: 2 });
  });
});

describe('Enter and Esc', () => {
  it('lead to the chain of a faction and back to the row and panel one came from', () => {
    const asked = after('down', 'open');
    expect(asked).toMatchObject({ view: 'why', subject: { kind: 'faction', index: 1 } });
    expect(press(asked, 'close', look)).toMatchObject({ view: 'run', cursors: { factions: 1 }, trail: [] });
  });

  it('lead back to the log, where one asked from it', () => {
    expect(after('log', 'open', 'close')).toMatchObject({ view: 'run', overlay: 'log' });
  });

  it('lead from the map to a crossing, and back over every step', () => {
    const steps = after('view-4', 'down', 'open');
    expect(steps).toMatchObject({ view: 'crossings', post: 1 });
    expect(press(steps, 'close', look)).toMatchObject({ view: 'crossings', post: undefined });
  });

  it('keep the subject when Why is opened by its number, and forget the way', () => {
    expect(after('down', 'open', 'view-1', 'view-5')).toMatchObject({
      view: 'why',
      subject: { kind: 'faction', index: 1 },
      trail: [],
    });
  });
});

describe('what is typed', () => {
  it('stays in the filter, whatever the keys mean elsewhere, until Enter', () => {
    expect(typed('/q?/123')).toMatchObject({ filters: { factions: 'q?/123' }, view: 'run', overlay: 'none' });
    expect(typed('/q?/123\r').typing).toBeUndefined();
    expect(typed('/q?/123\r4').view).toBe('crossings');
  });

  it('is erased by backspace, and thrown away by Esc', () => {
    expect(typed('/abc\u007f').filters.factions).toBe('ab');
    const left = takeKey(typed('/abc'), { action: 'close', text: '' }, look);
    expect(left).toMatchObject({ typing: undefined, filters: { factions: '' } });
  });

  it('goes to the month it names, paused', () => {
    expect(typed(':2020-01\r').player).toMatchObject({ month: 73, isPlaying: false });
  });

  it('says what is wrong with a month that is none, until the next key', () => {
    const wrong = typed(':2013-01\r');
    expect(wrong.notice).toBe('"2013-01" is no month from 2014-01 to 2026-12');
    expect(wrong.player.month).toBe(1);
    expect(press(wrong, 'month-on', look).notice).toBe('');
  });

  it('starts at the top of what is left of the list', () => {
    expect(typed('jjj/b').cursors.factions).toBe(0);
  });
});
