import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type LoadOptions, loadScenario } from '../../src/scenario/load.ts';
import { shippedDir } from '../../src/scenario/shipped-dir.ts';
import type { Shock } from '../../src/scenario/shock.ts';
import { scenarioText } from '../../src/scenario/write-scenario.ts';
import { makeShelves } from './tiny-world.ts';

const cut: Shock = {
  label: 'transfer: "by half" # not a comment',
  at: 20,
  until: 30,
  set: { 'patron.transfer': 'current * 0.5' },
};
const broken: Shock = {
  label: 'yes',
  at: 20,
  until: undefined,
  set: { 'pact.cohesion': '0', 'pact.breakdown': '0' },
};

/** Plays nothing: loads a scenario with shocks, writes it, loads what was written. */
async function writeAndLoad(
  nameOrPath: string,
  shocks: readonly Shock[],
  folder: string,
  options: Partial<LoadOptions> = {},
) {
  const shelves = { shippedDir, ...options };
  const set = (options.overrideSet ?? {}) as Record<string, string>;
  const loaded = await loadScenario(nameOrPath, options);
  const live = await loadScenario(nameOrPath, { ...options, thrown: shocks });
  const baseline = loaded.compareWith === null ? loaded : await loadScenario(loaded.compareWith, options);
  const text = scenarioText({ loaded, comparedWith: baseline.scenario, set, shocks, folder }, shelves);
  const file = join(folder, 'played.yaml');
  writeFileSync(file, text);
  const again = await loadScenario(file, { shippedDir: shelves.shippedDir });
  return { live, again, text, written: parse(text) as Record<string, unknown> };
}

describe('a scenario written with its shocks', () => {
  test('has the same parameters in every month as it had live, and the same marks', async () => {
    const { live, again, written } = await writeAndLoad(
      'two-gates-pact-broken',
      [cut, broken],
      makeShelves(),
    );
    expect(again.experiment.timeline).toEqual(live.experiment.timeline);
    expect(again.experiment.changes).toEqual(live.experiment.changes);
    expect(written).toMatchObject({
      extends: 'two-gates-pact-broken',
      compare_with: 'two-gates',
      months: 60,
    });
  });

  test('keeps a shorter run and what the command line set', async () => {
    const options = {
      overrideMonths: 40,
      overrideSet: { 'patron.transfer': 'baseline * 0.4', 'pact.cohesion': '1' },
    };
    const { live, again, written } = await writeAndLoad('two-gates', [cut], makeShelves(), options);
    expect(again.experiment.timeline).toEqual(live.experiment.timeline);
    expect(written).toMatchObject({
      months: 40,
      set: { 'patron.transfer': 'baseline * 0.4', 'pact.cohesion': 1 },
    });
  });

  test('finds a scenario of a path from wherever it is written', async () => {
    const shelf = makeShelves({ 'scenarios/a.yaml': 'title: A\nworld: tiny\nstart: 2015-01\nmonths: 30\n' });
    const folder = join(shelf, 'lessons', 'one');
    mkdirSync(folder, { recursive: true });
    const options = { shippedDir: shelf };
    const { live, again, written } = await writeAndLoad(
      join(shelf, 'scenarios/a.yaml'),
      [cut],
      folder,
      options,
    );
    expect(again.experiment.timeline).toEqual(live.experiment.timeline);
    expect(written).toMatchObject({ start: '2015-01', extends: 'a', compare_with: 'a' });
    const other = makeShelves();
    const elsewhere = await writeAndLoad(join(shelf, 'scenarios/a.yaml'), [cut], other, {
      shippedDir: other,
    });
    expect(elsewhere.again.experiment.timeline).toEqual(live.experiment.timeline);
    expect(elsewhere.written.extends).toMatch(/^\.\.\/.*scenarios\/a\.yaml$/);
  });

  test('does not take a file of the same name beside it for the shipped one', async () => {
    const folder = makeShelves();
    writeFileSync(join(folder, 'two-gates.yaml'), 'title: Another\nextends: nothing\n');
    const { live, again, written } = await writeAndLoad('two-gates', [cut], folder);
    expect(again.experiment.timeline).toEqual(live.experiment.timeline);
    expect(written.extends).toMatch(/scenarios\/two-gates\.yaml$/);
  });

  test('says what was done to what, for whoever opens it', async () => {
    const { written } = await writeAndLoad('two-gates', [broken], makeShelves());
    expect(written).toMatchObject({
      title: 'Two gates under a pact, with shocks',
      why: '"Two gates under a pact" as it was played on the screen, with: yes (2015-08).',
    });
  });

  test('survives any label', async () => {
    const folder = makeShelves();
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, unit: 'grapheme' }), async (label) => {
        const { live, again } = await writeAndLoad('two-gates', [{ ...cut, label }], folder);
        expect(again.experiment.changes).toEqual(live.experiment.changes);
      }),
      { numRuns: 10 },
    );
  });
});
