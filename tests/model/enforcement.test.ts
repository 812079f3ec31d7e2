import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnOf } from '../../src/engine/recorder.ts';
import { elite, firstFaction, purposeIndex, treasury } from '../../src/model/accounts.ts';
import { pullOn } from '../../src/model/capture.ts';
import {
  believedDetection,
  captureAt,
  detectionBy,
  fitReach,
  spreadPatrols,
} from '../../src/model/enforcement.ts';
import { foundWorld } from '../../src/model/found-world.ts';
import { received } from '../../src/model/ledger.ts';
import { playMonth } from '../../src/model/month.ts';
import { beliefAt } from '../../src/model/phases/update-beliefs.ts';
import { playRun } from '../../src/model/play.ts';
import { willAt } from '../../src/model/will.ts';
import { crossing, experimentOn, type Setting, smallWorld } from '../fixtures/small-world.ts';

const on = { 'enforcement.enabled': 1 };
const play = (set: Readonly<Record<string, Setting>>, months = 36, world = smallWorld()) =>
  playRun(experimentOn(world, { ...on, ...set }, { months }), 'key', { keepFlows: false }).tables;
const mean = (values: Float64Array, from = 0) =>
  values.subarray(from).reduce((sum, value) => sum + value, 0) / (values.length - from);

describe('patrols', () => {
  it('stand evenly where seizures were even, and follow them by the rule', () => {
    const out = new Float64Array(2);
    spreadPatrols(Float64Array.of(1, 1), Float64Array.of(1, 1), 0.5, 3, out);
    expect([...out]).toEqual([3, 3]);
    spreadPatrols(Float64Array.of(1.5, 0.5), Float64Array.of(1, 1), 0.5, 1, out);
    const odds = Math.exp(0.5);
    expect(out[0]).toBeCloseTo((2 * odds) / (1 + odds), 12);
    expect(out[1]).toBeCloseTo(2 / (1 + odds), 12);
  });

  it('add up to X for each open crossing, with none at a closed one, whatever happened before', () => {
    const gate = fc.record({ seen: fc.double({ min: 0, max: 500, noNaN: true }), open: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(gate, { minLength: 1, maxLength: 30 }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (gates, chase) => {
          const out = new Float64Array(gates.length);
          const open = Float64Array.from(gates, (one) => Number(one.open));
          spreadPatrols(
            Float64Array.from(gates, (one) => one.seen),
            open,
            chase,
            2,
            out,
          );
          const standing = gates.filter((one) => one.open).length;
          expect(out.reduce((sum, patrol) => sum + patrol, 0)).toBeCloseTo(2 * standing, 9);
          gates.forEach((one, c) => {
            if (!one.open) expect(out[c]).toBe(0);
          });
        },
      ),
    );
  });

  it('leave a gate that closes, and come back when it opens', () => {
    const table = play({ 'crossings.upper.open': (m) => (m > 6 && m < 10 ? 0 : 1) })[2];
    const patrol = columnOf(table, 'patrol_idx', 0);
    expect([...patrol.subarray(6, 9)]).toEqual([0, 0, 0]);
    expect(patrol[12]).toBeGreaterThan(0.3);
  });
});

describe('detection', () => {
  it('is 1 - exp(-iota patrol (1 - capt))', () => {
    expect(detectionBy(0.5, 2, 0.8)).toBeCloseTo(1 - Math.exp(-0.2), 12);
    expect(detectionBy(0.5, 0, 0.8)).toBe(0);
    expect(detectionBy(0.5, 2, 1)).toBe(0);
  });

  it('has a reach fitted to the world at the start', () => {
    expect(detectionBy(fitReach(0.05, 1.7, 0.8), 1.7, 0.8)).toBeCloseTo(0.05, 12);
    expect(fitReach(0.05, 0, 0.8)).toBe(0);
  });

  it('is what traders come to believe, with the start as prior', () => {
    expect(believedDetection(0.05, 0, 0)).toBe(0.05);
    expect(believedDetection(0.05, 30, 299)).toBeCloseTo(30.05 / 300, 12);
  });

  it('is believed at the start to be what the world says, and stays near it when nothing changes', () => {
    const world = foundWorld(experimentOn(smallWorld(), on), 'key');
    expect(beliefAt(world, 0)).toBeCloseTo(0.05, 12);
    for (let month = 1; month <= 24; month++) playMonth(world, month);
    expect(Math.abs(beliefAt(world, 0) / 0.05 - 1)).toBeLessThan(0.05);
  });
});

describe('officials', () => {
  it('are as captured as the world says where nothing pulls, and move by logits', () => {
    expect(captureAt(0.8, 0)).toBeCloseTo(0.8, 12);
    expect(captureAt(0.8, -1.5)).toBeCloseTo(1 / (1 + Math.exp(-(Math.log(4) - 1.5))), 12);
  });

  it('answer pay, audit, rotation and what factions hold, each reform less where ties undo it', () => {
    const pull = (set: Readonly<Record<string, number>>) =>
      pullOn(foundWorld(experimentOn(smallWorld(), { ...on, ...set }), 'key'), 0, 1);
    expect(pull({})).toBeCloseTo(0, 12);
    expect(pull({ 'government.pay': 2 })).toBeCloseTo(-0.5, 12);
    expect(pull({ 'government.audit': 1 })).toBeCloseTo(-1.5, 12);
    expect(pull({ 'government.rotation': 1 })).toBeCloseTo(-0.7, 12);
    expect(pull({ 'government.audit': 1, 'government.interconnectedness': 0.4 })).toBeCloseTo(-0.9, 12);
    const world = foundWorld(experimentOn(smallWorld(), on), 'key');
    world.state.holdings.held[0] = 0.5;
    expect(pullOn(world, 0, 1)).toBeCloseTo(-1, 12);
    // Half the gate held and half of full threat shown in the cities: 1 - .5 * .5 = .75 of the threat of the start, 1.
    world.state.threat = 0.5;
    expect(pullOn(world, 0, 1)).toBeCloseTo(2 * (0.75 - 1), 12);
  });

  it('let go what they are captured to let go', () => {
    const share = mean(columnOf(play({ 'enforcement.capture': 0.6 })[0], 'impunity_share'));
    expect(share).toBeGreaterThan(0.55);
    expect(share).toBeLessThan(0.65);
    const audited = play({ 'enforcement.capture': 0.6, 'government.audit': 1 })[0];
    expect(mean(columnOf(audited, 'impunity_share'))).toBeLessThan(share - 0.1);
  });
});

describe('will', () => {
  it('rises by the response times the share by which oil income lies below its two years', () => {
    const oil = (month: number) => (month >= 13 ? 6e8 : 1e9);
    const world = foundWorld(
      experimentOn(smallWorld(), { 'government.oil_income': oil, 'government.stress_response': 2 }),
      'key',
    );
    expect(willAt(world, 12)).toBe(1);
    const before = (23 * 1e9 + 6e8) / 24;
    expect(willAt(world, 13)).toBeCloseTo(1 + 2 * (1 - 6e8 / before), 12);
    expect(willAt(world, 36)).toBeCloseTo(1, 12);
  });

  it('rises with protest and foreign pressure, falls with seats won, and never below nothing', () => {
    const world = foundWorld(
      experimentOn(smallWorld(), {
        'government.protest_response': 0.5,
        'government.pressure_response': 2,
        'government.seats_response': 1,
      }),
      'key',
    );
    expect(willAt(world, 1)).toBe(1);
    world.state.protest = 0.4;
    expect(willAt(world, 1)).toBeCloseTo(1.2, 12);
    world.state.foreignPressure = 0.1;
    expect(willAt(world, 1)).toBeCloseTo(1.4, 12);
    world.state.seats[0] += 0.2;
    expect(willAt(world, 1)).toBeCloseTo(1.2, 12);
    world.state.seats[0] += 50;
    expect(willAt(world, 1)).toBe(0);
  });
});

describe('what is caught', () => {
  it('pays what it evaded and the fine; what was smuggled is sold by the treasury', () => {
    const world = foundWorld(experimentOn(smallWorld(), on), 'key');
    for (let month = 1; month <= 6; month++) playMonth(world, month);
    const { punished } = world.trade;
    let [fines, forfeits] = [0, 0];
    for (let at = 0; at < punished.length; at += 3) {
      fines += Math.floor(punished[at + 1] * 20_000 * 0.13 * (1 - 0.075) * 2 * 100 + 0.5);
      forfeits += punished[at + 2] * 20_000 * 0.5 * 100;
    }
    expect(fines).toBeGreaterThan(0);
    expect(received(world.ledger, treasury, purposeIndex.fines)).toBe(fines);
    expect(received(world.ledger, treasury, purposeIndex.forfeits)).toBe(forfeits);
    expect(received(world.ledger, firstFaction, purposeIndex.fines)).toBe(0);
  });

  it('is spared punishment where protection was bought, for a part of what it would have cost', () => {
    const world = foundWorld(
      experimentOn(smallWorld(), {
        ...on,
        'enforcement.detection': 0.3,
        'elite.immunity_share': 0.4,
        'elite.seats_effect': 0,
      }),
      'key',
    );
    let [shielded, punished] = [0, 0];
    for (let month = 1; month <= 12; month++) {
      playMonth(world, month);
      let fees = 0;
      for (let at = 0; at < world.trade.shielded.length; at += 3) {
        const both =
          world.trade.shielded[at + 1] * 20_000 * 0.13 * (1 - 0.075) * 2 +
          world.trade.shielded[at + 2] * 20_000;
        fees += Math.floor(both * 0.5 * 100 + 0.5);
        shielded += world.trade.shielded[at + 1] + world.trade.shielded[at + 2];
        punished += world.trade.punished[at + 1] + world.trade.punished[at + 2];
      }
      expect(received(world.ledger, elite, purposeIndex.immunity)).toBe(fees);
    }
    expect(shielded / (shielded + punished)).toBeCloseTo(0.4, 1);
  });

  it('is feared less the more protection is sold', () => {
    const fear = (immunity: number) => {
      const set = { ...on, 'elite.immunity_share': (month: number) => (month < 3 ? 0 : immunity) };
      const world = foundWorld(experimentOn(smallWorld(), { ...set, 'elite.seats_effect': 0 }), 'key');
      for (let month = 1; month <= 3; month++) playMonth(world, month);
      return world.terms.penalty[0];
    };
    expect(fear(0.4) / fear(0)).toBeCloseTo(1 - 0.4 * (1 - 0.5), 12);
  });

  it('is nothing where enforcement is off, and months are then as without the rule', () => {
    const off = playRun(experimentOn(smallWorld(), { 'enforcement.patrols': 50 }), 'key', {
      keepFlows: false,
    });
    const plain = playRun(experimentOn(smallWorld()), 'key', { keepFlows: false });
    expect(new Set(columnOf(off.tables[0], 'detected_n'))).toEqual(new Set([0]));
    expect(off.tables.map((table) => table.data)).toEqual(plain.tables.map((table) => table.data));
  });
});

describe('an unofficial crossing', () => {
  const world = smallWorld({
    crossings: [
      crossing('upper', 0.6, { holders: { north: 1 } }),
      crossing('lower', 0.3, { holders: { south: 1 } }),
      crossing('track', 0.1, { kind: 'unofficial', holders: { south: 1 } }),
    ],
  });

  it('draws traffic when patrols grow, because they reach it less', () => {
    const unofficial = (set: Readonly<Record<string, Setting>>) =>
      mean(columnOf(play(set, 36, world)[0], 'unofficial_usd'), 18);
    const rise = (m: number) => (m >= 7 ? 5 : 1);
    expect(unofficial({ 'enforcement.patrols': rise })).toBeGreaterThan(unofficial({}) * 1.02);
  });

  it('draws traffic when soldiers stand at the gates', () => {
    const traffic = (soldiers: number) =>
      mean(
        columnOf(
          play({ 'government.soldiers': (m) => (m >= 7 ? soldiers : 0) }, 36, world)[0],
          'unofficial_usd',
        ),
        18,
      );
    expect(traffic(1)).toBeGreaterThan(traffic(0) * 1.02);
  });
});
