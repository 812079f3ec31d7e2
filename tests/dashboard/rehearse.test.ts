import { describe, expect, it } from 'vitest';
import { frameText } from '../../src/dashboard/frame.ts';
import type { Laboratory } from '../../src/dashboard/laboratory.ts';
import { type Rehearsed, startRehearsing } from '../../src/dashboard/rehearse.ts';
import { startState } from '../../src/dashboard/screen-state.ts';
import type { Snapshot } from '../../src/dashboard/snapshot.ts';
import type { Shock } from '../../src/scenario/shock.ts';
import { mostRemembered } from '../../src/study/latest-used.ts';
import { numberLaboratory } from '../fixtures/number-laboratory.ts';
import { pseudoExperiment, pseudoParameters, pseudoRecord } from '../fixtures/pseudo-run.ts';

const experiment = pseudoExperiment();
const snapshot = {
  experiment,
  record: pseudoRecord(),
  parameters: pseudoParameters(),
  state: startState(experiment.timeline.firstMonth, experiment.timeline.months),
} as Snapshot;

function shockOf(number: number): Shock {
  return { label: `no ${number}`, at: 60, until: undefined, set: { 'need.sensitivity': `0.${number}` } };
}

/** A sitting in which shocks are thrown in, and all that was played and shown of it. */
function sit() {
  const played: string[] = [];
  const rehearsals: Rehearsed[] = [];
  const real = numberLaboratory();
  const laboratory: Laboratory = {
    ...real,
    play: (shocks) => {
      played.push(shocks.map(({ label }) => label).join(', '));
      return real.play(shocks);
    },
  };
  const rehearsing = startRehearsing(laboratory, {
    onPlaying: () => {},
    onRehearsed: (rehearsed) => rehearsals.push(rehearsed),
    onPairs: () => {},
    onFault: (error) => {
      throw error;
    },
  });
  rehearsing.follow(snapshot);
  return {
    played,
    async show(shocks: readonly Shock[]): Promise<string> {
      const { state } = snapshot;
      rehearsing.follow({ ...snapshot, state: { ...state, thrown: { shocks, undone: [] } } });
      await new Promise(setImmediate);
      const latest = rehearsals.at(-1)!;
      if (!('shown' in latest) || latest.shocks !== shocks) throw new Error('it was not shown');
      const size = { columns: 120, rows: 40 };
      const place = { view: 'params' } as const;
      return frameText({ title: '', scenarioId: '', seed: 1, ...latest.shown, month: 60, size, place });
    },
  };
}

describe('shocks that are undone', () => {
  it('show the run as it was, without playing it again', async () => {
    const { show, played } = sit();
    const first = await show([shockOf(1)]);
    const other = await show([shockOf(1), shockOf(2)]);
    expect(await show([shockOf(1)])).toBe(first);
    expect(other).not.toBe(first);
    expect(played).toEqual(['no 1', 'no 1, no 2']);
  });

  it('show the identical frame of a run that was let go, which is played anew', async () => {
    const { show, played } = sit();
    const before = await show([]);
    const first = await show([shockOf(1)]);
    for (let number = 2; number <= mostRemembered + 1; number++) await show([shockOf(number)]);
    expect(await show([shockOf(1)])).toBe(first);
    expect(await show([])).toBe(before);
    expect(played.filter((labels) => labels === 'no 1')).toHaveLength(2);
    expect(played.filter((labels) => labels === '')).toHaveLength(1);
  });
});
