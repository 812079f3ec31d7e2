import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type ChooseOptions,
  chooseScreen,
  type Opened,
} from '../../../src/dashboard/choose/choose-screen.ts';
import { readKeys } from '../../../src/dashboard/keys.ts';
import type { Leaving } from '../../../src/dashboard/leaving.ts';
import { openStage, type StagedScreen } from '../../../src/dashboard/stage.ts';
import { plainLine, plainTheme } from '../../../src/dashboard/theme.ts';
import type { Choice } from '../../../src/figures/choices.ts';
import { choices } from '../../fixtures/choices.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A screen in whose place only its name is seen; any key goes back. */
const run: StagedScreen = (surface, stage) => ({
  press: () => void stage.back(),
  resize: () => surface.show([[{ text: 'the run', style: 'plain' }]], surface.theme),
  close: () => {},
});

function stageWith(given: Partial<ChooseOptions>) {
  let text = '';
  const leavings: Leaving[] = [];
  const surface = {
    theme: plainTheme(),
    size: () => ({ columns: 80, rows: 24 }),
    show: (lines: Parameters<typeof plainLine>[0][]) => {
      text = lines.map(plainLine).join('\n');
    },
    onFault: (error: unknown) => void leavings.push({ reason: 'failed', error }),
  };
  const options: ChooseOptions = {
    ...{ findChoices: () => choices, seed: 1, isHintWanted: false, onHintDismissed: () => {} },
    open: async () => ({ screen: run }),
    findProblems: async () => [],
    ...given,
  };
  const live = openStage(surface as never, (leaving) => void leavings.push(leaving), chooseScreen(options));
  const settle = () => vi.advanceTimersByTimeAsync(300);
  return {
    leavings,
    close: live.close,
    shown: () => text,
    press: async (keys: string) => {
      live.press(readKeys(keys).keys);
      await settle();
      return text;
    },
  };
}

describe('the list on its stage', () => {
  it('opens what is chosen over itself, and is there again as it was after going back', async () => {
    const asked: string[][] = [];
    const open = async (chosen: readonly { readonly name: string }[]): Promise<Opened> => {
      asked.push(chosen.map(({ name }) => name));
      return { screen: run };
    };
    const stage = stageWith({ open });
    expect(await stage.press('jj\r')).toBe('the run');
    expect(await stage.press('x')).toContain('>  calm');
    await stage.press('cjc\r');
    expect(asked).toEqual([['calm'], ['calm', 'shipped-01']]);
  });

  it('says what keeps a choice from being opened, and opens one thing at a time', async () => {
    let refuse: (opened: Opened) => void = () => {};
    let asked = 0;
    const open = () => {
      asked++;
      return new Promise<Opened>((resolve) => {
        refuse = resolve;
      });
    };
    const stage = stageWith({ open });
    expect(await stage.press('\r\r\r')).toContain('Opening my-cut');
    expect(asked).toBe(1);
    refuse({ refusal: ['my-cut builds on nothing that there is.'] });
    expect(await stage.press('')).toContain('my-cut builds on nothing that there is.');
    await stage.press('\r\r');
    expect(asked).toBe(2);
  });

  it('looks through one’s own scenarios alone, and writes what is wrong on their rows', async () => {
    const looked: string[] = [];
    const findProblems: ChooseOptions['findProblems'] = async ({ name }) => {
      looked.push(name);
      return [{ message: 'It lacks a world.' }];
    };
    const stage = stageWith({ findProblems });
    expect(await stage.press('')).toContain('! 1 problem: It lacks a world.');
    expect(looked).toEqual(['my-cut']);
  });

  it('has what was saved meanwhile when it is come back to, with the cursor where it was', async () => {
    const saved: Choice = { ...choices[0], path: 'a-new-cut.yaml', name: 'a-new-cut', title: 'New' };
    const looked: string[] = [];
    let found = choices;
    const stage = stageWith({
      findChoices: () => found,
      findProblems: async ({ name }) => {
        looked.push(name);
        return name === 'my-cut' ? [{ message: 'It lacks a world.' }] : [];
      },
    });
    await stage.press('jj\r');
    found = [saved, ...choices];
    const text = await stage.press('x');
    expect(text).toContain('   a-new-cut');
    expect(text).toContain('>  calm');
    expect(text).toContain('! 1 problem: It lacks a world.');
    expect(looked).toEqual(['my-cut', 'a-new-cut', 'my-cut']);
  });

  it('opens nothing once it was left', async () => {
    let finish: (opened: Opened) => void = () => {};
    const stage = stageWith({ open: () => new Promise((resolve) => (finish = resolve)) });
    const before = await stage.press('\r');
    stage.close();
    finish({ screen: run });
    expect(await stage.press('')).toBe(before);
  });

  it('forgets the hint with the first key alone', async () => {
    let dismissed = 0;
    const stage = stageWith({ isHintWanted: true, onHintDismissed: () => void dismissed++ });
    expect(await stage.press('')).toContain('Any key ends this.');
    await stage.press('djk');
    expect(dismissed).toBe(1);
  });

  it('leaves by q but not while that is text, by Ctrl-C always, and with the fault of what was opened', async () => {
    const stage = stageWith({ open: () => Promise.reject(new Error('on purpose')) });
    await stage.press('/q\r');
    expect(stage.leavings).toEqual([]);
    await stage.press('q');
    await stage.press('/\u0003');
    const other = stageWith({ open: () => Promise.reject(new Error('on purpose')) });
    await other.press('\r');
    expect(stage.leavings.map(({ reason }) => reason)).toEqual(['quit', 'interrupted']);
    expect(other.leavings).toEqual([{ reason: 'failed', error: new Error('on purpose') }]);
  });
});
