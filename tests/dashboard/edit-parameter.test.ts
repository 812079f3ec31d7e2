import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { frameSnapshot } from '../../src/dashboard/frame.ts';
import { hintLine } from '../../src/dashboard/hints.ts';
import { readKeys } from '../../src/dashboard/keys.ts';
import type { Surface } from '../../src/dashboard/live-screen.ts';
import { runScreen } from '../../src/dashboard/run-screen.ts';
import { type ScreenState, takeKey } from '../../src/dashboard/screen-state.ts';
import type { Snapshot } from '../../src/dashboard/snapshot.ts';
import { plainLine, plainTheme } from '../../src/dashboard/theme.ts';
import { focusOf } from '../../src/dashboard/views.ts';
import { numberLaboratory } from '../fixtures/number-laboratory.ts';
import { pseudoPalette } from '../fixtures/pseudo-laboratory.ts';
import { pseudoExperiment, pseudoParameters, pseudoRecord } from '../fixtures/pseudo-run.ts';

const experiment = pseudoExperiment();
const { title, scenarioId } = experiment;
const record = pseudoRecord();
const parameters = pseudoParameters();
const size = { columns: 80, rows: 24 };
const known = frameSnapshot({
  ...{ title, scenarioId, seed: 42, experiment, record, parameters, month: 100, size },
});
const playable: Snapshot = { ...known, palette: pseudoPalette };

function after(text: string, start = playable): ScreenState {
  const keys = readKeys(text).keys;
  return keys.reduce(
    (state, key) => takeKey(state, key, (now) => focusOf({ ...start, state: now })),
    start.state,
  );
}

const erased = '\u007f'.repeat(10);

describe('c on a parameter', () => {
  it('opens an empty line beside its present value, so that what is typed is the whole of the new one', () => {
    expect(after('6c').typing).toMatchObject({ what: 'value', text: '', parameter: { text: '400' } });
    const state = after('6jc77');
    expect(state.typing).toMatchObject({ text: '77', parameter: { name: 'trade.imports' } });
    expect(plainLine(hintLine(80, plainTheme(), { state }))).toContain('trade.imports, now 1001: 77_  Enter');
    expect(after('6c0.4\r').thrown.shocks).toMatchObject([{ set: { 'patron.transfer': '0.4' } }]);
  });

  it('throws in what was typed from the first month on, which u takes back and U brings again', () => {
    const shock = {
      label: 'patron.transfer = baseline * 0.5',
      at: 1,
      until: undefined,
      set: { 'patron.transfer': 'baseline * 0.5' },
    };
    const typed = `6cbaseline * 0.5\r`;
    expect(after(typed).thrown.shocks).toEqual([shock]);
    expect(after(typed).typing).toBeUndefined();
    expect(after(`${typed}u`).thrown).toEqual({ shocks: [], undone: [shock] });
    expect(after(`${typed}uU`).thrown.shocks).toEqual([shock]);
  });

  it('throws in nothing for an empty line, the value it had, or a line that is left', () => {
    expect(after('6c\r').thrown.shocks).toEqual([]);
    expect(after('6c400\r').thrown.shocks).toEqual([]);
    expect(after(`6c8${erased}\r`).thrown.shocks).toEqual([]);
    const open = { ...playable, state: after('6c7') };
    const left = takeKey(open.state, { action: 'close', text: '' }, () => focusOf(open));
    expect(left.typing).toBeUndefined();
    expect(left.thrown.shocks).toEqual([]);
  });

  it('leaves Enter to ask why, and does nothing in lists of other things', () => {
    expect(after('6\r')).toMatchObject({
      view: 'why',
      subject: { kind: 'parameter', name: 'patron.transfer' },
    });
    expect(after('c')).toEqual(after(''));
    expect(after('4c').typing).toBeUndefined();
  });

  it('says in a sentence that nothing can be changed where nothing plays it anew', () => {
    const state = after('6c', known);
    expect(state.typing).toBeUndefined();
    expect(state.notice).toBe('A printed picture takes no shocks');
  });
});

describe('an edited parameter on a run screen', () => {
  let frames: string[];
  const shown = (): string => frames.at(-1) ?? '';
  beforeEach(() => {
    vi.useFakeTimers();
    frames = [];
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const open = () => {
    const surface: Surface = {
      theme: plainTheme(),
      size: () => ({ columns: 140, rows: 40 }),
      show: (lines) => frames.push(lines.map(plainLine).join('\n')),
      onFault: (error) => {
        throw error;
      },
    };
    const options = {
      title,
      scenarioId,
      seed: 42,
      experiment,
      record,
      parameters,
      laboratory: numberLaboratory(),
    };
    return runScreen(options)(surface, { leave: () => {}, open: () => {}, back: () => false });
  };
  const type = async (live: ReturnType<typeof open>, text: string): Promise<void> => {
    live.press(readKeys(text).keys);
    await vi.advanceTimersByTimeAsync(1000);
  };

  it('is listed with its value before and now, and as changed by you, until it is taken back', async () => {
    const live = open();
    await type(live, ' 6');
    const before = shown();
    await type(live, `jc77\r`);
    expect(shown()).toMatch(/trade\.imports +1,001 -> 77 you .*you, Jan 2014: 77/);
    expect(shown()).toMatch(/patron\.transfer +[\d,]+ /);
    await type(live, 'uk');
    expect(shown()).toBe(before);
    live.close();
  });

  it('is taken back with its sentence when the value is refused', async () => {
    const live = open();
    await type(live, ` 6jc-3\r`);
    expect(shown()).toContain('"trade.imports" would be -3: below 0.');
    expect(shown()).not.toContain('->');
    live.close();
  });
});
