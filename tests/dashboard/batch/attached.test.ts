import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachedBatchScreen } from '../../../src/dashboard/batch/attached.ts';
import { readKeys } from '../../../src/dashboard/keys.ts';
import type { Leaving } from '../../../src/dashboard/leaving.ts';
import type { RunScreenOptions } from '../../../src/dashboard/run-screen.ts';
import type { Live } from '../../../src/dashboard/show-until-left.ts';
import { openStage } from '../../../src/dashboard/stage.ts';
import { plainLine, plainTheme } from '../../../src/dashboard/theme.ts';
import type { StudyLook, StudyWatch } from '../../../src/study/study-look.ts';
import { madeUpBatch, madeUpLook } from '../../fixtures/batch-snapshot.ts';
import { pseudoExperiment, pseudoRecord } from '../../fixtures/pseudo-run.ts';

let frames: string[];
let left: Leaving[];
let looks: number;
/** What the folder holds. */
let found: StudyLook;
let live: Live;

function watch(): StudyWatch {
  let latest = found;
  return {
    latest: () => latest,
    look: () => {
      looks++;
      const isNew = latest !== found;
      latest = found;
      return isNew;
    },
  };
}

async function replay(scenario: number): Promise<RunScreenOptions> {
  if (scenario === 3) throw new Error('The files of x no longer make it.');
  const experiment = pseudoExperiment();
  return { title: 'Again', scenarioId: `scenario-${scenario}`, seed: 42, experiment, record: pseudoRecord() };
}

function open(look: StudyLook, play = replay): void {
  found = look;
  const { about } = madeUpBatch(14);
  live = openStage(
    {
      theme: plainTheme(),
      size: () => ({ columns: 80, rows: 24 }),
      show: (lines) => frames.push(lines.map(plainLine).join('\n')),
      onFault: (error) => {
        throw error;
      },
    },
    (leaving) => left.push(leaving),
    attachedBatchScreen({ about, watch: watch(), play }),
  );
}

const press = async (typed: string): Promise<void> => {
  live.press(typed === 'Esc' ? [{ action: 'close', text: '' }] : readKeys(typed).keys);
  await vi.advanceTimersByTimeAsync(400);
};

beforeEach(() => {
  vi.useFakeTimers();
  [frames, left, looks] = [[], [], 0];
});
afterEach(() => {
  live.close();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe('a study that is only watched', () => {
  it('is looked at once a second, and drawn only when something changed', async () => {
    open(madeUpLook(14, 'stopped'));
    await vi.advanceTimersByTimeAsync(10_500);
    expect([looks, frames.length]).toEqual([10, 1]);
    found = madeUpLook(25, 'finished');
    await vi.advanceTimersByTimeAsync(2000);
    expect(frames.length).toBe(2);
    expect(frames[1]).toContain('FINISHED');
    expect(frames[1]).toContain('800 of 800 runs');
  });

  it('lets time pass while another process works it, and reads on at once while there is more', async () => {
    open(madeUpLook(14, 'worked'));
    await vi.advanceTimersByTimeAsync(3200);
    expect(frames.at(-1)).toContain('elapsed 0:32');
    found = madeUpLook(14, 'reading');
    await vi.advanceTimersByTimeAsync(1000);
    const before = looks;
    await vi.advanceTimersByTimeAsync(50);
    expect(looks - before).toBeGreaterThan(10);
  });

  it('is left by q at once, and by Ctrl-C', async () => {
    open(madeUpLook(14, 'worked'));
    await press('q');
    await press('\u0003');
    expect(left).toEqual([{ reason: 'quit' }, { reason: 'interrupted' }]);
  });

  it('says that Esc leads nowhere where it is the first screen', async () => {
    open(madeUpLook(14, 'worked'));
    await press('Esc');
    expect(frames.at(-1)).toContain('This is the first screen; q leaves.');
    await press('m');
    expect(frames.at(-1)).not.toContain('This is the first screen');
  });

  it('opens the run of the selected scenario, and comes back to where it was', async () => {
    open(madeUpLook(14, 'stopped'));
    await press('jj\r');
    expect(frames.at(-1)).toContain('scenario-2');
    expect(frames.at(-1)).toContain('[1 Run]');
    await press('Esc');
    expect(frames.at(-1)).toContain('>pressure-with-dollar-limit');
  });

  it('opens one run, however often Enter is pressed while it is read', async () => {
    open(madeUpLook(14, 'stopped'));
    await press('\r\r\r');
    expect(frames.at(-1)).toContain('[1 Run]');
    await press('Esc');
    expect(frames.at(-1)).toContain('BATCH how-far-pressure-goes');
  });

  it('says why a scenario cannot be played, and stays', async () => {
    open(madeUpLook(14, 'stopped'));
    await press('jjj\r');
    expect(frames.at(-1)).toContain('The files of x no longer make it.');
    expect(frames.at(-1)).toContain('STOPPED');
  });

  it('opens no run after it was closed', async () => {
    let opened = 0;
    let finish = (_: RunScreenOptions): void => {};
    const late = () =>
      new Promise<RunScreenOptions>((resolve) => {
        finish = resolve;
      });
    open(madeUpLook(14, 'stopped'), late);
    await press('\r');
    live.close();
    const run = await replay(0);
    finish({
      ...run,
      get record() {
        opened++;
        return run.record;
      },
    });
    await vi.advanceTimersByTimeAsync(1000);
    expect(opened).toBe(0);
  });
});
