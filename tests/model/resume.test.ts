import { describe, expect, it } from 'vitest';
import { createTable } from '../../src/engine/recorder.ts';
import { takeSnapshot } from '../../src/engine/snapshot.ts';
import { foundWorld, resumeWorld } from '../../src/model/found-world.ts';
import { playMonth } from '../../src/model/month.ts';
import { recordedTables, tableObservables } from '../../src/model/observables.ts';
import { writeMonth } from '../../src/model/phases/record-month.ts';
import { playRun } from '../../src/model/play.ts';
import type { World } from '../../src/model/world.ts';
import { experimentOn, smallWorld } from '../fixtures/small-world.ts';

const experiment = experimentOn(
  smallWorld(),
  {
    'pact.division': 0,
    'pact.breakdown': 1,
    'pact.coordinator': 0.3,
    'pact.clash_hazard': 0.1,
    ...{
      'splinters.enabled': 1,
      'splinters.rate': 6,
      'splinters.trying': 1,
      'attacks.enabled': 1,
      'parades.enabled': 1,
    },
    ...{ 'mood.enabled': 1, 'mood.unemployment': 0.6, 'force.war': 0.5 },
    'politics.election': (m) => (m % 9 === 0 ? 1 : 0),
    'patron.transfer': (m) => (m >= 13 ? 2e5 : 5e5),
    'crossings.upper.open': (m) => (m === 20 ? 0 : 1),
    'enforcement.enabled': 1,
    'government.soldiers': (m) => (m >= 10 ? 1 : 0),
  },
  { months: 30 },
);

describe('a run that is put down', () => {
  it.each([0, 1, 12, 19, 29])('after month %i goes on to the bytes of one that was not', (last) => {
    const whole = playRun(experiment, 'key', { keepFlows: false });
    const tables = recordedTables(experiment.world).map((spec) => createTable(spec, 30));
    const observables = tableObservables(experiment.world);
    const events: string[] = [];
    const play = (world: World, from: number, to: number) => {
      for (let month = from; month <= to; month++) {
        writeMonth(playMonth(world, month), tables, observables, month - 1);
        events.push(...world.events.map((event) => JSON.stringify(event)));
      }
    };
    const first = foundWorld(experiment, 'key');
    play(first, 1, last);
    const kept = takeSnapshot(first.state);
    // What goes on in the world that was put down must not reach the copy.
    if (last < 30) playMonth(first, last + 1);
    play(resumeWorld(experiment, 'key', kept), last + 1, 30);
    tables.forEach((table, t) => {
      expect(table.data).toEqual(whole.tables[t].data);
    });
    expect(events).toEqual(whole.events.map((event) => JSON.stringify(event)));
  });

  it('cannot skip a month', () => {
    const world = foundWorld(experiment, 'key');
    expect(() => playMonth(world, 2)).toThrow('month 2 cannot follow month 0');
  });
});
