import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameSnapshot } from '../../../src/dashboard/frame.ts';
import { readKeys } from '../../../src/dashboard/keys.ts';
import type { Size } from '../../../src/dashboard/paint/line.ts';
import { widthOf } from '../../../src/dashboard/paint/line.ts';
import { screen } from '../../../src/dashboard/screen.ts';
import { takeKey } from '../../../src/dashboard/screen-state.ts';
import type { Snapshot } from '../../../src/dashboard/snapshot.ts';
import { plainLine, plainTheme } from '../../../src/dashboard/theme.ts';
import { focusOf } from '../../../src/dashboard/views.ts';
import { madeUpBatch } from '../../fixtures/batch-snapshot.ts';
import { pseudoExperiment, pseudoRecord } from '../../fixtures/pseudo-run.ts';

const experiment = pseudoExperiment();
const { title, scenarioId } = experiment;
const lone = frameSnapshot({
  ...{ title, scenarioId, seed: 42, experiment, record: pseudoRecord() },
  ...{ month: 100, size: { columns: 80, rows: 24 } },
});
const behind = { ...lone, study: madeUpBatch(14) };

/** A snapshot after keys as a terminal sends them. */
function after(typed: string, start: Snapshot): Snapshot {
  let { state } = start;
  for (const key of readKeys(typed).keys)
    state = takeKey(state, key, (now) => focusOf({ ...start, state: now }));
  return { ...start, state };
}

function textOf(snapshot: Snapshot, size: Size = { columns: 80, rows: 24 }): string {
  return screen(snapshot, size, plainTheme()).map(plainLine).join('\n');
}

describe('the Batch view of a run', () => {
  it('shows the study behind the run with the panels of batch', () => {
    for (const words of ['448 of 800 runs', '>baseline', 'Mean against runs: baseline', 'Spread of 112 runs'])
      expect(textOf(after('3', behind))).toContain(words);
  });

  it('picks scenario and outcome, round and round, whichever panel is in focus', () => {
    expect(textOf(after('3jj', behind))).toContain('>pressure-with-dollar-limit');
    expect(textOf(after('3\tj', behind))).toContain('Mean against runs: maximum-pressure');
    expect(textOf(after('3m', behind))).toContain('income_local_usd (m: outcome 2 of 2)');
    expect(textOf(after('3mm', behind))).toContain('outcome 1 of 2');
    expect(textOf(after('3M', behind))).toContain('outcome 2 of 2');
  });

  it('shows the failures alone by f and beside the mean by Tab, each panel alone by z', () => {
    expect(textOf(after('3f', behind))).toMatch(/Failures: 2 .*\n *r-9 E_MODEL/);
    expect(textOf(after('3ff', behind))).toMatch(/Mean against runs.*Spread of/);
    expect(textOf(after('3zf', behind))).toMatch(/Failures: 2 .*\n *r-9 E_MODEL/);
    expect(textOf(after('3\t\t\t', behind))).toMatch(/Mean against runs.*Failures: 2/);
    expect(textOf(after('3z', behind))).not.toContain('Mean against runs');
  });

  it('says what would fill it where a run has no study, and by which command', () => {
    const text = textOf(after('3', lone));
    expect(text).toContain('No study stands behind this run');
    expect(text).toContain(`maabar batch ${scenarioId} --replicates 100`);
  });

  it('is exactly as large as the terminal, whatever is in focus', () => {
    const sizes = fc.record({
      columns: fc.integer({ min: 20, max: 220 }),
      rows: fc.integer({ min: 3, max: 60 }),
    });
    const keys = fc.constantFrom('3', '3z', '3\t', '3\t\tz', '3f', '3\t\t\t', '3\t\t\t\t', '3?');
    fc.assert(
      fc.property(sizes, keys, fc.constantFrom(lone, behind), (size, typed, start) => {
        const lines = screen(after(typed, start), size, plainTheme());
        expect(lines.length).toBe(size.rows);
        for (const line of lines) expect(widthOf(line)).toBe(size.columns);
      }),
    );
  });
});
