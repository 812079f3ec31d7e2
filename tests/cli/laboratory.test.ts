import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaboratoryOptions, openLaboratory } from '../../src/cli/laboratory.ts';
import type { PairedRuns } from '../../src/figures/paired-runs.ts';
import { type LoadedScenario, loadScenario } from '../../src/scenario/load.ts';
import type { Shock } from '../../src/scenario/shock.ts';
import { playColumns } from '../../src/study/columns-run.ts';
import { runReplicate } from '../../src/study/run.ts';
import type { ScreenPlayer } from '../../src/study/screen-player.ts';
import { playWhole } from '../../src/study/screen-worker.ts';
import { renameSet } from '../../src/study/set-scenario.ts';

const folder = mkdtempSync(join(tmpdir(), 'laboratory-'));
afterAll(() => rmSync(folder, { recursive: true }));

const overrideMonths = 24;
const set = { 'pact.cohesion': '0.5' };
const closed: Shock = { label: 'close it', at: 10, until: 12, set: { 'crossings.upper-gate.open': '0' } };

/** The threads' work, done here. */
const here: ScreenPlayer = {
  lanes: 1,
  playWhole: async (job) => playWhole(job),
  playColumns: async (job) => playColumns(job),
  close: () => {},
};

let loaded: LoadedScenario;
let baseline: LoadedScenario;
beforeAll(async () => {
  const asFiled = await loadScenario('two-gates', { overrideMonths, overrideSet: set });
  loaded = { ...asFiled, experiment: renameSet(asFiled.experiment, set) };
  baseline = await loadScenario('two-gates', { overrideMonths });
});

function laboratory(given: Partial<LaboratoryOptions> = {}, player = here) {
  const told = { command: 'maabar run two-gates --seed 3', onFailed: () => {} };
  const asked = { loaded, baseline, set, seed: 3, replicate: 2, pairs: 3, folder, ...told };
  return openLaboratory({ ...asked, ...given }, player);
}

function allPairs(shocks: readonly Shock[], given: Partial<LaboratoryOptions> = {}): Promise<PairedRuns> {
  return new Promise((resolve, reject) => {
    const onPairs = (pairs: PairedRuns) => pairs.baseline.length === pairs.wanted && resolve(pairs);
    laboratory(given).pair(shocks, onPairs, reject);
  });
}

describe('a rehearsal', () => {
  it('is the run of the scenario with its shocks, on the draws that are shown, with its flows', async () => {
    const { experiment, record, parameters } = await laboratory().play([closed]);
    expect(experiment.scenarioId).toBe(loaded.experiment.scenarioId);
    const again = await loadScenario('two-gates', { overrideMonths, overrideSet: set, thrown: [closed] });
    expect(experiment.timeline).toEqual(again.experiment.timeline);
    expect(record.digest).toBe(runReplicate(experiment, 3, 2, { keepFlows: true }).digest);
    expect(record.flows?.length).toBeGreaterThan(0);
    const open = parameters.find(({ name }) => name === 'crossings.upper-gate.open');
    expect(open?.touches).toMatchObject([{ label: 'close it', from: 10, until: 12, formula: '0' }]);
  });

  it('without shocks is the run as it is shown', async () => {
    const { record } = await laboratory().play([]);
    expect(record.tables).toEqual(runReplicate(loaded.experiment, 3, 2).tables);
  });

  it('is refused in one line where the shocks make no scenario', async () => {
    const wrong = { ...closed, set: { 'crossings.*.open': '2', 'pact.cohesion': 'x' } };
    await expect(laboratory().play([wrong])).rejects.toMatchObject({
      name: 'InvalidInput',
      message:
        '"close it": The formula of "pact.cohesion" knows no "x". Known names: baseline, current, months_since. (and 2 more)',
    });
  });

  it('is refused with the words of the model where the model cannot play it', async () => {
    const failed = {
      status: 'failed',
      scenarioId: '',
      seed: 3,
      replicate: 2,
      stage: 'model',
      code: 'E_MODEL',
    } as const;
    const player = {
      ...here,
      playWhole: async () => ({ ...failed, message: 'trade did not settle in 2015-01' }),
    };
    const own = { folder: mkdtempSync(join(folder, 'refused-')) };
    await expect(laboratory(own, player).play([closed])).rejects.toMatchObject({
      name: 'InvalidInput',
      message: 'The model cannot play that with seed 3, replicate 2: trade did not settle in 2015-01.',
    });
  });
});

describe('runs of a laboratory that fail', () => {
  const failed = { status: 'failed', stage: 'model', code: 'E_MODEL', message: 'no balance' } as const;
  /** What is told of them where every run of these replicates fails. */
  async function toldOf(replicates: readonly number[], shocks: readonly Shock[]): Promise<readonly string[]> {
    const told: string[] = [];
    const onFailed: LaboratoryOptions['onFailed'] = ({ scenarioId, replicate }, command) =>
      told.push(`${scenarioId} ${replicate}: ${command}`);
    const failing = <Job extends { replicate: number }, Outcome>(play: (job: Job) => Promise<Outcome>) => {
      return async (job: Job) =>
        replicates.includes(job.replicate)
          ? { ...failed, scenarioId: 'two-gates', seed: 3, replicate: job.replicate }
          : play(job);
    };
    const player = {
      ...here,
      playWhole: failing(here.playWhole),
      playColumns: failing(here.playColumns),
    };
    const lab = laboratory({ onFailed, folder: mkdtempSync(join(folder, 'failed-')) }, player);
    await lab.play(shocks).catch(() => {});
    await new Promise<void>((resolve) => {
      const isLast = ({ baseline: played }: PairedRuns) => played.length === 3 - replicates.length;
      lab.pair(
        shocks,
        (pairs) => isLast(pairs) && resolve(),
        () => resolve(),
      );
    });
    return told;
  }

  it('are told with the command that repeats them, with shocks by a file that holds these', async () => {
    const told = await toldOf([2], [closed]);
    expect(told).toHaveLength(3);
    const [rehearsed, below, above] = told;
    const [, file] = rehearsed.match(/^two-gates 2: maabar run (\S+) --seed 3 --months 24 --replicate 2$/)!;
    expect(below).toBe('two-gates 2: maabar run two-gates --seed 3 --replicate 2');
    expect(above).toBe(rehearsed);
    const { experiment } = await laboratory().play([closed]);
    const again = await loadScenario(file, { overrideMonths });
    expect(again.experiment.timeline).toEqual(experiment.timeline);
  });

  it('are told where no pair is left', async () => {
    const told = await toldOf([1, 2, 3], []);
    const command = 'maabar run two-gates --seed 3 --replicate';
    for (const replicate of [1, 2, 3])
      expect(told).toContain(`two-gates ${replicate}: ${command} ${replicate}`);
  });

  it('are told where no file can be written', async () => {
    const told: string[] = [];
    const onFailed: LaboratoryOptions['onFailed'] = (_, command) => told.push(command);
    const player = { ...here, playWhole: async () => ({ ...failed, scenarioId: '', seed: 3, replicate: 2 }) };
    const lab = laboratory({ onFailed, folder: join(folder, 'nowhere') }, player);
    await expect(lab.play([closed])).rejects.toThrow('The model cannot play that');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(
      /^maabar run two-gates --seed 3 --replicate 2 {2}\(and .*could not be written: ENOENT/,
    );
  });
});

describe('pairs of a laboratory', () => {
  it('set the scenario with its shocks against the baseline without them', async () => {
    const pairs = await allPairs([closed]);
    expect(pairs).toMatchObject({ wanted: 3, firstMonth: 1, months: 24 });
    const row = pairs.columns.indexOf('imports_usd') * pairs.months;
    const { experiment } = await laboratory().play([closed]);
    for (const [side, played] of [
      [pairs.baseline, baseline.experiment],
      [pairs.scenario, experiment],
    ] as const) {
      const { spec, data } = runReplicate(played, 3, 2).tables[0];
      const at = spec.columns.findIndex(({ name }) => name === 'imports_usd');
      expect(side[1][row + 11]).toBe(data[11 * spec.columns.length + at]);
    }
  });

  it('set a scenario that is compared with nothing against itself', async () => {
    const pairs = await allPairs([], { baseline: undefined });
    expect(pairs.scenario).toEqual(pairs.baseline);
  });

  it('wait until a rehearsal is played', async () => {
    const order: string[] = [];
    let end = (): void => {};
    const player: ScreenPlayer = {
      ...here,
      playWhole: (job) =>
        new Promise((resolve) => {
          end = () => resolve(playWhole(job));
        }).then((outcome) => {
          order.push('rehearsal');
          return outcome as ReturnType<typeof playWhole>;
        }),
      playColumns: async (job) => {
        order.push('pair');
        return playColumns(job);
      },
    };
    const both = laboratory({ pairs: 1 }, player);
    const rehearsal = both.play([closed]);
    const paired = new Promise((resolve, reject) => both.pair([closed], resolve, reject));
    await new Promise((resolve) => setTimeout(resolve, 150));
    end();
    await Promise.all([rehearsal, paired]);
    expect(order).toEqual(['rehearsal', 'pair', 'pair']);
  });
});

describe('saving', () => {
  it('leaves a scenario that loads as it was played, under a name that says what it came from', async () => {
    const path = await laboratory().save([closed]);
    expect(path).toBe(join(folder, 'two-gates-shocked.yaml'));
    const again = await loadScenario(path);
    const { experiment } = await laboratory().play([closed]);
    expect(again.experiment.timeline).toEqual(experiment.timeline);
    expect(again.compareWith).toMatch(/two-gates\.yaml$/);
    expect(await laboratory().save([closed])).toBe(join(folder, 'two-gates-shocked-2.yaml'));
  });

  it('of what was saved before keeps the name short', async () => {
    const before = await loadScenario(await laboratory().save([closed]));
    const path = await laboratory({ loaded: before, baseline, set: {} }).save([]);
    expect(path).toMatch(/two-gates-shocked-\d\.yaml$/);
    const again = await loadScenario(path);
    expect(again.experiment.timeline).toEqual(before.experiment.timeline);
    expect(again.scenario.title).toBe(before.scenario.title);
  });
});
