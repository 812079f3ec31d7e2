import { describe, expect, it } from 'vitest';
import { columnOf } from '../../src/engine/recorder.ts';
import { foundWorld } from '../../src/model/found-world.ts';
import { readParameters } from '../../src/model/parameter-values.ts';
import { playRun } from '../../src/model/play.ts';
import { fuelFactor, fuelGap, priceGaps, sanctionsOn } from '../../src/model/price-gap.ts';
import { crossing, experimentOn, type Setting, smallWorld } from '../fixtures/small-world.ts';

const world = smallWorld({
  neighbours: [
    { id: 'east', name: 'Eastland', isPatron: true },
    { id: 'west', name: 'Westland' },
  ],
  crossings: [
    crossing('upper', 0.6, { holders: { north: 1 } }),
    crossing('lower', 0.4, { holders: { south: 1 }, neighbourId: 'west' }),
  ],
});
const on = { 'gap.enabled': 1, 'gap.sanctions_response': 2, 'neighbours.*.price_gap': 0.03 };
const parametersOf = (set: Readonly<Record<string, Setting>>) =>
  readParameters(experimentOn(world, { ...on, ...set }).timeline);

describe('a price gap', () => {
  it('is gap0 (1 + z s), each neighbour with its own sanctions', () => {
    const set = { 'neighbours.west.sanctions': 0.5, 'patron.sanctions': 0.8 };
    const [east, west] = priceGaps(world, parametersOf(set), 1);
    expect(east).toBeCloseTo(0.03 * 2.6, 12);
    expect(west).toBeCloseTo(0.03 * 2, 12);
  });

  it('takes the sanctions on the patron where the neighbour is the patron, unless its own are higher', () => {
    const parameters = parametersOf({ 'patron.sanctions': 0.4, 'neighbours.*.sanctions': 0.6 });
    expect(sanctionsOn(parameters, 'east', true, 1)).toBe(0.6);
    expect(sanctionsOn(parametersOf({ 'patron.sanctions': 0.4 }), 'east', true, 1)).toBe(0.4);
    expect(sanctionsOn(parametersOf({ 'patron.sanctions': 0.4 }), 'east', false, 1)).toBe(0);
  });

  it('is none when switched off', () => {
    expect([...priceGaps(world, parametersOf({ 'gap.enabled': 0, 'patron.sanctions': 1 }), 1)]).toEqual([
      0, 0,
    ]);
    expect(fuelFactor(world, parametersOf({ 'gap.enabled': 0, 'patron.sanctions': 1 }), 9)).toBe(1);
  });

  it('changes no start: shares, prices and constants are fitted to what stands there', () => {
    const sanctioned = foundWorld(experimentOn(world, { ...on, 'patron.sanctions': 0.9 }), 'key');
    const plain = foundWorld(experimentOn(world), 'key');
    expect([...sanctioned.state.prices]).toEqual([...plain.state.prices]);
    expect([...sanctioned.start.constants.crossing]).toEqual([...plain.start.constants.crossing]);
  });
});

describe('the fuel gap', () => {
  it('is the widest of the open borders, with the rebate on barred oil at the patron', () => {
    const set = { 'patron.sanctions': 0.5, 'patron.discount': 0.1 };
    expect(fuelGap(world, parametersOf(set), 1)).toBeCloseTo(0.03 * 2 + 0.05, 12);
    const shut = parametersOf({ ...set, 'neighbours.east.border_open': 0 });
    expect(fuelGap(world, shut, 1)).toBeCloseTo(0.03, 12);
  });

  it("moves the dated base only away from the world file's own sanctions", () => {
    const set = { 'gap.fuel_response': 2, 'patron.sanctions': (m: number) => (m >= 7 ? 0.5 : 0) };
    const { timeline } = experimentOn(world, { ...on, ...set });
    const seen = readParameters({ ...timeline, believed: timeline.values });
    expect(fuelFactor(world, seen, 12)).toBe(1);
    const believed = experimentOn(world, on).timeline.values;
    const moved = readParameters({ ...timeline, believed });
    // The small world's rebate is .1 at full sanctions.
    expect(fuelFactor(world, moved, 6)).toBe(believed.length > 0 ? fuelFactor(world, moved, 1) : 0);
    expect(fuelFactor(world, readParameters(timeline), 12)).toBeCloseTo((1 + 2 * 0.11) / (1 + 2 * 0.03), 12);
  });
});

describe('a border', () => {
  it('half closed halves the openness of its crossings and no others', () => {
    const { tables } = playRun(
      experimentOn(world, { 'neighbours.west.border_open': (m) => (m >= 7 ? 0.5 : 1) }),
      'key',
      { keepFlows: false },
    );
    expect(columnOf(tables[2], 'open', 0)[12]).toBe(1);
    expect(columnOf(tables[2], 'open', 1)[12]).toBe(0.5);
  });
});
