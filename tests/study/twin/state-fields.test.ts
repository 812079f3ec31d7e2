import { describe, expect, it } from 'vitest';
import { foundWorld } from '../../../src/model/found-world.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { placeNames } from '../../../src/study/twin/place-names.ts';
import { numbersAt, stateFields } from '../../../src/study/twin/state-fields.ts';

const { experiment } = await loadScenario('two-gates', { shippedDir: '.' });
const world = foundWorld(experiment, 'key');

/** Paths of every number and array of numbers in a state. */
function pathsOf(value: object, before = ''): readonly string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'number' || ArrayBuffer.isView(inner)
      ? [`${before}${key}`]
      : pathsOf(inner, `${before}${key}.`),
  );
}

describe('the fields in which worlds are compared', () => {
  it('are all of the state but what only counts', () => {
    const counted = ['month', 'holdings.factions', 'eventsSeen'];
    const paths = pathsOf(world.state).filter((path) => !counted.includes(path));
    expect(stateFields.map(({ path }) => path).sort()).toEqual([...paths].sort());
  });

  it('have as many places as their dimensions have names, so that no place is called by another', () => {
    for (const field of stateFields) {
      const numbers = numbersAt(world.state, field.path)!;
      const names = Array.from(numbers, (_, at) => placeNames(world, field, at, numbers.length).join());
      const past = field.over.includes('past');
      const once = field.over.length === 0 ? 1 : new Set(names).size;
      if (past) expect(numbers.length % once, field.path).toBe(0);
      else expect(once, field.path).toBe(numbers.length);
      expect(names.join(), field.path).not.toContain('undefined');
    }
  });

  it('name a place by faction, line and post as the world calls them', () => {
    const effort = stateFields.find(({ path }) => path === 'effort')!;
    const { length } = world.state.effort;
    const [first] = world.spec.factions;
    expect(placeNames(world, effort, 0, length)).toEqual([first.name, 'customs']);
    const past = stateFields.find(({ path }) => path === 'patronPast')!;
    const second = world.spec.factions[1];
    expect(placeNames(world, past, 7, world.state.patronPast.length)).toEqual([second.name]);
  });
});
