import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { playRun } from '../../src/model/play.ts';
import { evaluateCheck } from '../../src/scenario/checks.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { runKey } from '../../src/study/run-key.ts';

const files = readdirSync('scenarios').filter((name) => name.endsWith('.yaml'));
const shelves = { shippedDir: '.', asShipped: true };

describe.each(files)('scenarios/%s', (name) => {
  const path = join('scenarios', name);

  it('holds its own checks on another seed than the shown one', async () => {
    const loaded = await loadScenario(path, shelves);
    expect(loaded.checks.length).toBeGreaterThan(0);
    const record = (experiment: typeof loaded.experiment) => ({
      scenarioId: experiment.scenarioId,
      seed: 5,
      replicate: 1,
      firstMonth: experiment.timeline.firstMonth,
      months: experiment.timeline.months,
      digest: '',
      ...playRun(experiment, runKey(5, 1), { keepFlows: false }),
    });
    const comparison =
      loaded.compareWith === null
        ? undefined
        : record((await loadScenario(loaded.compareWith, shelves)).experiment);
    const own = record(loaded.experiment);
    for (const check of loaded.checks) {
      const { holds, sentence } = evaluateCheck(check, own, comparison);
      expect(holds, sentence).toBe(true);
    }
  });
});
