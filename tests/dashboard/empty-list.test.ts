import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/dashboard/place.ts';
import { screen } from '../../src/dashboard/screen.ts';
import { press } from '../../src/dashboard/screen-state.ts';
import type { Snapshot } from '../../src/dashboard/snapshot.ts';
import { plainLine, plainTheme } from '../../src/dashboard/theme.ts';
import { focusOf } from '../../src/dashboard/views.ts';
import { panelPlaces, snapshotAt } from '../fixtures/pseudo-places.ts';

const filtered: readonly string[] = [
  'factions',
  'crossings',
  'events',
  'treasury',
  'pact',
  'comparison',
  'all crossings',
  'movers',
  'rules',
  'causes',
  'parameters',
];

/** A panel whose list has a filter that no row holds. */
function filteredAway(place: Partial<Place>): Snapshot {
  const snapshot = snapshotAt(100, place);
  const { list } = focusOf(snapshot);
  return { ...snapshot, state: { ...snapshot.state, filters: { [list]: 'no such text' } } };
}

function textOf(snapshot: Snapshot): string {
  return screen(snapshot, { columns: 120, rows: 40 }, plainTheme()).map(plainLine).join('\n');
}

describe('a list that its filter leaves without rows', () => {
  it.each(filtered)('says so and what takes the filter away: %s', (name) => {
    const snapshot = filteredAway(panelPlaces[name]);
    expect(textOf(snapshot)).toMatch(/Nothing here holds that text. Esc\s+takes/);
    const state = press(snapshot.state, 'close', (now) => focusOf({ ...snapshot, state: now }));
    expect(textOf({ ...snapshot, state })).not.toContain('Nothing here holds that text');
  });

  it('is told apart from one in which nothing has happened yet', () => {
    const text = textOf(snapshotAt(1, panelPlaces.events));
    expect(text).toContain('Nothing has happened yet.');
  });
});
