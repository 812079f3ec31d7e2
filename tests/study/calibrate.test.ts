import { describe, expect, it } from 'vitest';
import type { Calibration } from '../../src/scenario/read-calibration.ts';
import { readCalibration } from '../../src/scenario/read-calibration.ts';
import { calibrate, distanceOf, spreadOf } from '../../src/study/calibrate.ts';
import { allRows } from '../../src/study/patterns/all-rows.ts';
import { playHere } from '../../src/study/player.ts';
import { monthMean } from '../../src/study/read-run.ts';
import { openShelf } from '../../src/study/shelf.ts';
import type { MeasuredRow } from '../../src/study/validation-row.ts';
import { experimentOn, smallWorld } from '../fixtures/small-world.ts';

const experiment = experimentOn(smallWorld(), {}, { months: 12 });
const plan: Calibration = {
  title: 'T',
  scenario: 'T',
  months: 12,
  seed: 3,
  draws: 40,
  keep: 4,
  priors: { 'payroll.kept_share': { low: 0.05, high: 0.25 }, 'men.wage': { low: 400, high: 600 } },
  targets: ['T'],
};
/** Factions hold .6 of 1m of wages a month, so 90,000 to 120,000 kept is a share of .15 to .2. */
const target: MeasuredRow = {
  id: 'T',
  kind: 'pattern',
  about: '',
  seen: '',
  source: '',
  band: { lo: 90_000, hi: 120_000 },
  use: 'calibrated',
  unit: 'usd',
  runs: { it: experiment },
  measure: ({ it }) => monthMean(it, 'income_payroll_usd', { first: 1, last: 12 }),
};

describe('the distance of what was found', () => {
  it('is nothing in the bands, and counted in half-widths outside', () => {
    const targets = [{ band: { lo: 1, hi: 3 } }, { band: { lo: 0, hi: 10 } }];
    expect(distanceOf([2, 10], targets)).toBe(0);
    expect(distanceOf([6, 30], targets)).toBe(5);
  });
});

describe('the spread of numbers', () => {
  it('has mean, deviation and the middle nine tenths', () => {
    const hundred = Array.from({ length: 101 }, (_, at) => at);
    expect(spreadOf(hundred)).toMatchObject({ mean: 50, low: 5, high: 95 });
  });
});

describe('calibrating', () => {
  it('finds the share that the target asks for, and learns nothing of what it does not touch', async () => {
    const found = await calibrate(plan, experiment, [target], playHere());
    const [share, wage] = found.parameters;
    expect(found.hit).toBeGreaterThan(5);
    expect(share.posterior.low).toBeGreaterThan(0.145);
    expect(share.posterior.high).toBeLessThan(0.205);
    expect(share.narrowed).toBeLessThan(0.4);
    expect(wage.narrowed).toBeGreaterThan(0.6);
    expect(await calibrate(plan, experiment, [target], playHere())).toEqual(found);
  });

  it('keeps the nearest where nothing hits', async () => {
    const far = { ...target, band: { lo: 1e9, hi: 2e9 } };
    const { hit, kept, parameters } = await calibrate(plan, experiment, [far], playHere());
    expect([hit, kept]).toEqual([0, 4]);
    expect(parameters[0].posterior.mean).toBeGreaterThan(0.22);
  });
});

describe('the shipped calibration', () => {
  it('is fitted only to rows that may be, within its months', async () => {
    const { targets } = readCalibration('studies/iraq.yaml');
    const rows = await allRows(openShelf('.'));
    for (const id of targets) expect(rows.find((row) => row.id === id)?.use, id).toBe('calibrated');
  });
});
