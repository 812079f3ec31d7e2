import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLiveBatch, type LiveBatch } from '../../../src/dashboard/batch/live.ts';
import { type BatchCommand, commandOf } from '../../../src/dashboard/batch/state.ts';
import { takenUp } from '../../../src/dashboard/batch/taken-up.ts';
import type { Exported } from '../../../src/dashboard/export-of.ts';
import { readKeys } from '../../../src/dashboard/keys.ts';
import { plainLine, plainTheme } from '../../../src/dashboard/theme.ts';
import { shownCsv } from '../../../src/export/shown-csv.ts';
import { madeUpBatch } from '../../fixtures/batch-snapshot.ts';

let kept: Exported[];
let copied: string[];
let commands: BatchCommand[];
let frame: readonly string[] = [];
let live: LiveBatch;

/** The made-up study on a surface that only remembers. */
function open(): LiveBatch {
  let isOn = false;
  const surface = {
    theme: plainTheme(),
    size: () => ({ columns: 80, rows: 24 }),
    show: (lines: readonly Parameters<typeof plainLine>[0][]) => {
      frame = lines.map(plainLine);
    },
    onFault: (error: unknown) => expect.unreachable(String(error)),
    copy: (text: string) => copied.push(text),
    toggleMouse: () => {
      isOn = !isOn;
      return isOn;
    },
  };
  const keep = async (exported: Exported): Promise<string> => {
    kept.push(exported);
    return `${exported.name}.${exported.ending}`;
  };
  const tell = (notice: string): void => live.update({ notice });
  const takeUp = takenUp(surface, { csv: shownCsv, keep }, tell, surface.onFault);
  const obey = (command: BatchCommand): unknown => commands.push(command);
  return createLiveBatch(madeUpBatch(14), surface, { of: commandOf, obey }, takeUp);
}

async function pressed(text: string): Promise<string> {
  live.press(readKeys(text).keys);
  await vi.advanceTimersByTimeAsync(300);
  return frame.slice(-2).join('\n');
}

beforeEach(() => {
  vi.useFakeTimers();
  [kept, copied, commands] = [[], [], []];
  live = open();
});
afterEach(() => {
  live.close();
  vi.useRealTimers();
});

describe('what is taken off the screen of a study', () => {
  it('is asked for in its forms, written, and said', async () => {
    expect(await pressed('e')).toContain('export: c CSV  j JSON  t text  s SVG  Esc');
    expect(await pressed('c')).toContain('Written: maabar-how-far-pressure-goes-batch-scenarios.csv');
    const [header, first] = kept[0].text.split('\n');
    expect(header).toBe(
      'study,seed,study_scenario_id,outcome,unit,done_n,planned_n,failed_n,outcome_mean,half_interval_95,half_interval_share,to_settle_n,settled,progress,model_version,note',
    );
    expect(first).toMatch(/^how-far-pressure-goes,42,baseline,income_patron_usd,US dollars,112,200,0,\d+/);
    expect(first).toMatch(/,99,yes,448 of 800 runs,1,"model output, not data"$/);
  });

  it('is of the panel in focus: failures, mean, the whole screen', async () => {
    await pressed('fej\u001b[Z\u001b[Zecz');
    expect(kept.map(({ name, ending }) => `${name}.${ending}`)).toEqual([
      'maabar-how-far-pressure-goes-batch-failures.json',
      'maabar-how-far-pressure-goes-batch-mean.csv',
    ]);
    expect(JSON.parse(kept[0].text)).toMatchObject({
      about: { study: 'how-far-pressure-goes', progress: '448 of 800 runs', note: 'model output, not data' },
      table: { rows: [{ run_id: 'r-4' }, { run_id: 'r-9' }] },
    });
    await pressed('etes');
    expect(kept[2].text.split('\n')).toHaveLength(25);
    expect(kept[2].text).toContain('448 of 800 runs, 2 failed');
    expect(kept[3].text).toContain('448 of 800 runs, seed 42, model version 1: model output, not data.');
  });

  it('has in every panel a column of its own for each name', async () => {
    await pressed('ec\tec\tec\tec\tec');
    expect(kept).toHaveLength(5);
    for (const { text } of kept) {
      const header = text.split('\n')[0].split(',');
      expect(new Set(header).size).toBe(header.length);
    }
  });

  it('takes its letters for nothing else, and leaves q and Ctrl-C what they are', async () => {
    await pressed('e e6e\u001b[A');
    expect([kept, commands]).toEqual([[], []]);
    expect(await pressed('eq')).toContain('y stop, n go on');
    await pressed('n');
    await pressed('e\u0003');
    expect(commands).toEqual(['stop']);
  });

  it('is copied with what it is, and y is still a yes where the screen asks', async () => {
    expect(await pressed('y')).toContain('sent to the clipboard');
    expect(copied[0]).toMatch(/^income_patron_usd .*\n.*scenario/);
    expect(copied[0]).toMatch(/\nhow-far-pressure-goes, 448 of 800 runs, seed 42: model output, not data\n$/);
    await pressed('qy');
    expect([copied.length, commands]).toEqual([1, ['stop']]);
  });
});

describe('the mouse', () => {
  it('is turned on and off, selects by its wheel, and answers no question', async () => {
    expect(await pressed('%')).toContain('mouse on');
    await pressed('\u001b[<65;4;9M\u001b[<65;4;9M');
    expect(frame.join('\n')).toContain('>pressure-with-dollar-limit');
    expect(await pressed('q\u001b[<65;4;9M\u001b[<0;4;9M')).toContain('y stop, n go on');
    await pressed('n');
    expect(await pressed('%')).toContain('mouse off');
  });
});
