import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type ChooseOptions,
  chooseScreen,
  type Opened,
} from '../../../src/dashboard/choose/choose-screen.ts';
import type { Exported } from '../../../src/dashboard/export-of.ts';
import { readKeys } from '../../../src/dashboard/keys.ts';
import type { Leaving } from '../../../src/dashboard/leaving.ts';
import { openStage, type StagedScreen } from '../../../src/dashboard/stage.ts';
import { plainLine, plainTheme } from '../../../src/dashboard/theme.ts';
import { shownCsv } from '../../../src/export/shown-csv.ts';
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
  const copied: string[] = [];
  const surface = {
    theme: plainTheme(),
    size: () => ({ columns: 80, rows: 24 }),
    show: (lines: Parameters<typeof plainLine>[0][]) => {
      text = lines.map(plainLine).join('\n');
    },
    onFault: (error: unknown) => void leavings.push({ reason: 'failed', error }),
    copy: (copy: string) => void copied.push(copy),
    toggleMouse: () => true,
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
    copied,
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

describe('what is taken off the list', () => {
  it('is its rows as they are filtered and ordered, with what they are', async () => {
    const kept: Exported[] = [];
    const keep = async (exported: Exported): Promise<string> => {
      kept.push(exported);
      return `${exported.name}.${exported.ending}`;
    };
    const stage = stageWith({ keeper: { csv: shownCsv, keep } });
    expect(await stage.press('e')).toContain('export: c CSV  j JSON  t text  s SVG  Esc');
    expect(await stage.press('c')).toContain('Written: maabar-list-choices.csv');
    const lines = kept[0].text.trimEnd().split('\n');
    expect(lines).toHaveLength(choices.length + 1);
    expect(lines[0]).toBe(
      'seed,kind,name,title,level,origin,path,question,runs_n,problems_n,model_version,note',
    );
    expect(lines[2]).toMatch(
      /^1,scenario,slip,slip,,yours,scenarios\/slip.yaml,,,2,\d+,"model output, not data"$/,
    );
    await stage.press('/sweep\roOejetes');
    expect(kept.slice(1).map(({ name, ending }) => `${name}.${ending}`)).toEqual([
      'maabar-list-choices.json',
      'maabar-list.txt',
      'maabar-list.svg',
    ]);
    const { about, table } = JSON.parse(kept[1].text);
    expect(about).toMatchObject({ note: 'model output, not data', view: 'choose', filter: 'sweep' });
    expect(table.rows.map(({ name, runs_n }: Record<string, unknown>) => [name, runs_n])).toEqual([
      ['sweep-3f9c1a', 3000],
      ['old', 3000],
    ]);
    expect(kept[2].text).toContain('sweep-3f9c1a');
    stage.close();
  });

  it('is the row’s own panel where that is in focus', async () => {
    let name = '';
    const keep = async (exported: Exported): Promise<string> => {
      ({ name } = exported);
      expect(exported.text.trimEnd().split('\n')).toHaveLength(2);
      return name;
    };
    const stage = stageWith({ keeper: { csv: shownCsv, keep } });
    expect(await stage.press('\ty')).toContain('sent to the clipboard');
    expect(stage.copied[0]).toMatch(/^A cut of my own\n Does a cut .*model output, not data\n$/s);
    expect(await stage.press('e6')).toContain('A cut of my own');
    expect(await stage.press('ec')).toContain('Written: maabar-list-choice');
    stage.close();
    const none = stageWith({});
    expect(await none.press('ec')).toContain('no file can be written from here');
    none.close();
  });
});

describe('the mouse on the list', () => {
  it('chooses a row by a click and its neighbour by the wheel, but opens nothing', async () => {
    const stage = stageWith({});
    expect(await stage.press('%')).toContain('mouse on');
    expect(await stage.press('\u001b[<0;6;7M')).toContain('>  calm');
    expect(await stage.press('\u001b[<64;6;7M')).toContain('>  slip');
    expect(await stage.press('\u001b[<0;6;20M')).toContain('▶ slip');
    stage.close();
  });

  it('chooses the row that is shown there, however far the list is scrolled', async () => {
    const stage = stageWith({});
    const scrolled = (await stage.press('\u001b[F')).split('\n');
    const row = scrolled.findIndex((line) => line.includes('shipped-12'));
    expect(row).toBeGreaterThan(3);
    expect(await stage.press(`\u001b[<0;9;${row + 1}M`)).toContain('>  shipped-12');
    stage.close();
  });

  it('ends the hint, and does nothing while the filter is typed or help is shown', async () => {
    let dismissed = 0;
    const stage = stageWith({ isHintWanted: true, onHintDismissed: () => dismissed++ });
    expect(await stage.press('\u001b[<0;9;22M')).not.toContain('Any key ends this.');
    expect(dismissed).toBe(1);
    expect(await stage.press('/\u001b[<0;6;7M\u001b[<65;6;7M')).toContain('>  my-cut');
    expect(await stage.press('\r?\u001b[<0;6;7M\u001b[<65;6;7M?')).toContain('>  my-cut');
    stage.close();
  });
});

describe('Tab, z, g and t on the list', () => {
  it('give the row’s own panel the screen, and take it back by Esc', async () => {
    const stage = stageWith({});
    expect(await stage.press('\tz')).not.toContain('Scenarios and studies');
    expect(await stage.press('z')).toContain('Scenarios and studies');
    expect(await stage.press('\u001b[Zgg')).toMatch(/^> Scenarios and studies/m);
    stage.close();
  });
});
