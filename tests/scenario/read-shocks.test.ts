import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMonth } from '../../src/engine/calendar.ts';
import { formatProblem, type InvalidInput } from '../../src/engine/problem.ts';
import type { Timeline } from '../../src/model/world-spec.ts';
import { type LoadedScenario, loadScenario } from '../../src/scenario/load.ts';
import type { Shock } from '../../src/scenario/shock.ts';
import { shockKinds, shockOf } from '../../src/scenario/shock-palette.ts';
import { makeShelves, problemsOf, scenarioText } from './tiny-world.ts';

const transfer = (formula: string, at: string, until?: string): Shock => ({
  label: `transfer ${formula}`,
  at: parseMonth(at)!,
  until: until === undefined ? undefined : parseMonth(until)!,
  set: { 'patron.transfer': formula },
});

async function transfers(lines: string, thrown: readonly Shock[], ...dates: string[]): Promise<number[]> {
  const { experiment } = await loadTiny(lines, thrown);
  return dates.map((date) => valueAt(experiment.timeline, 'patron.transfer', parseMonth(date)!));
}

function loadTiny(lines: string, thrown: readonly Shock[], folder = shelvesWith(lines)) {
  const overrideSet = { 'patron.transfer': 'current + 100' };
  return loadScenario(join(folder, 'scenarios/a.yaml'), { shippedDir: folder, overrideSet, thrown });
}

const shelvesWith = (lines: string) => makeShelves({ 'scenarios/a.yaml': scenarioText(lines) });
const whole = 'months: 60';

function valueAt({ names, values, months, firstMonth }: Timeline, name: string, month: number): number {
  return values[names.indexOf(name) * months + month - firstMonth];
}

describe('shocks thrown into a scenario', () => {
  test('come on top of its changes and of what the command line sets', async () => {
    const lines = `${whole}\nchanges:\n  - { at: 2015-01, set: { patron.transfer: current * 2 } }`;
    const thrown = [transfer('current * 0.5', '2015-03', '2015-04')];
    const dates = ['2014-12', '2015-02', '2015-03', '2015-04', '2015-05'];
    expect(await transfers(lines, thrown, ...dates)).toEqual([1100, 2100, 1050, 1050, 2100]);
  });

  test('are laid in order of date, and at one date in order of firing', async () => {
    const late = transfer('current * 2', '2016-01');
    const early = transfer('500', '2015-01');
    expect(await transfers(whole, [late, early], '2016-01')).toEqual([1000]);
    const [set, double] = [transfer('500', '2016-01'), transfer('current * 2', '2016-01')];
    expect(await transfers(whole, [set, double], '2016-01')).toEqual([1000]);
    expect(await transfers(whole, [double, set], '2016-01')).toEqual([500]);
  });

  test('count their months from where they begin', async () => {
    const thrown = [transfer('ramp(months_since, 10) * 100', '2015-03')];
    expect(await transfers(whole, thrown, '2015-03', '2015-04')).toEqual([0, 10]);
  });

  test('are marked and explained like changes of a file', async () => {
    const { experiment, changedBy } = await loadTiny(whole, [transfer('0', '2015-03')]);
    expect(experiment.changes).toEqual([
      { month: 15, label: 'transfer 0', why: 'Thrown in while the run was watched.' },
    ]);
    expect(changedBy.get('patron.transfer')?.at(-1)).toMatchObject({
      ...{ scenarioId: 'thrown in', label: 'transfer 0', text: '0', at: 15, until: 60 },
    });
  });

  test.each<readonly [Shock, RegExp]>([
    [
      transfer('0', '2019-01'),
      /^"transfer 0": "at: 2019-01" is outside the run, which lasts from 2014-01 to 2018-12\.$/,
    ],
    [
      transfer('0', '2015-03', '2015-01'),
      /^"transfer 0": It would end in 2015-01, before it begins in 2015-03\.$/,
    ],
    [
      transfer('-1', '2015-03'),
      /^"transfer -1": "patron\.transfer" would be -1 in 2015-03: below 0, the least allowed\.$/,
    ],
    [
      transfer('curent', '2015-03'),
      /^"transfer curent": The formula of "patron\.transfer" knows no "curent"\. Did you mean "current"\?/,
    ],
    [
      transfer('', '2015-03'),
      /^"transfer ": "patron\.transfer" is set to nothing\. Write parameter = formula/,
    ],
    [
      { ...transfer('1', '2015-03'), set: { 'patron.transfers': '1' } },
      /is no parameter\. Did you mean "patron\.transfer"\?$/,
    ],
    [
      { ...transfer('1', '2015-03'), set: { 'houses.count': '9' } },
      /is read only in the first month of a run/,
    ],
  ])('are refused with a sentence: %#', async (shock, sentence) => {
    const folder = shelvesWith(whole);
    const [problem, ...others] = await problemsOf(folder, () => loadTiny(whole, [shock], folder));
    expect(problem).toMatch(sentence);
    expect(others).toEqual([]);
  });
});

/** Some shocks of the palette, at any months around the run. */
function thrownInto({ experiment }: LoadedScenario) {
  const { crossings } = experiment.world;
  const shock = fc
    .record({
      kind: fc.constantFrom(...shockKinds(experiment).filter(({ asks }) => asks !== 'formula')),
      strength: fc.nat(6),
      at: fc.integer({ min: 1, max: experiment.timeline.months + 5 }),
      months: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
      crossing: fc.constantFrom(...crossings),
    })
    .map(({ kind, strength, crossing, ...when }) =>
      shockOf(kind, kind.strengths[strength % kind.strengths.length], {
        ...when,
        ...(kind.asks === 'crossing' ? { crossing } : {}),
      }),
    );
  return fc.array(shock, { minLength: 1, maxLength: 6 });
}

describe('any shocks of the palette', () => {
  test.each([
    ['history', 12],
    ['two-gates', 25],
  ])(
    'begin within a run of %s and are laid over it, or are refused with a sentence',
    async (name, numRuns) => {
      const plain = await loadScenario(name);
      const { firstMonth, months } = plain.experiment.timeline;
      await fc.assert(
        fc.asyncProperty(thrownInto(plain), async (thrown) => {
          const late = thrown.filter(({ at }) => at >= firstMonth + months);
          const refused = await loadScenario(name, { thrown }).then(
            () => [],
            (error: InvalidInput) => error.problems.map(formatProblem),
          );
          expect(refused).toHaveLength(late.length);
          for (const problem of refused) expect(problem).toMatch(/^".+": "at: .+" is outside the run, .+\.$/);
        }),
        { numRuns },
      );
    },
  );
});
