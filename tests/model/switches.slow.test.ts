import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunRecord } from '../../src/model/run-record.ts';
import type { Experiment } from '../../src/model/world-spec.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { changeRows } from '../../src/study/change-timeline.ts';
import { monthMean } from '../../src/study/read-run.ts';
import { runReplicate } from '../../src/study/run.ts';
import { readSwitches } from '../docs/switches.ts';

const switches = readSwitches({ path: 'docs/model.md', text: readFileSync('docs/model.md', 'utf8') });
let experiment: Experiment;
let whole: RunRecord;

beforeAll(async () => {
  experiment = (await loadScenario('history', { shippedDir: '.' })).experiment;
  whole = runReplicate(experiment, 1, 1, { keepFlows: false });
});

describe('a mechanism taken out of the shipped country', () => {
  it.each(switches.map((row) => [row.mechanism, row] as const))(
    '%s is seen to be gone',
    (_, { settings, column }) => {
      const changes = Object.fromEntries(
        Object.entries(settings).map(([name, value]) => [name, () => value]),
      );
      const without = runReplicate(changeRows(experiment, changes), 1, 1, { keepFlows: false });
      const months = '2014-01..2026-12';
      expect(monthMean(without, column, months)).not.toBe(monthMean(whole, column, months));
    },
  );
});
