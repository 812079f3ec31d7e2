import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWishes } from '../../../src/dashboard/compare/compare-hints.ts';
import { type Keystroke, readKeys } from '../../../src/dashboard/keys.ts';
import { startState } from '../../../src/dashboard/screen-state.ts';
import {
  type Arming,
  type ArmingStep,
  armKey,
  shockLengths,
  startArming,
  takesText,
} from '../../../src/dashboard/shock/arming.ts';
import { plainTheme } from '../../../src/dashboard/theme.ts';
import { pseudoPalette as palette } from '../../fixtures/pseudo-laboratory.ts';

/** Arrows left and right are written `{` and `}`, Esc `<`, Enter `!`. */
const named: Readonly<Record<string, Keystroke>> = {
  '{': { action: 'month-back', text: '' },
  '}': { action: 'month-on', text: '' },
  '<': { action: 'close', text: '' },
  '!': { action: 'open', text: '' },
};

function after(keys: string, month = 100): ArmingStep {
  return [...keys].reduce<ArmingStep>(
    (step, letter) =>
      step.arming === undefined
        ? step
        : armKey(step.arming, named[letter] ?? readKeys(letter).keys[0], palette, month),
    { arming: startArming },
  );
}

const place = (id: string): number => palette.kinds.findIndex((kind) => kind.id === id);
const down = (id: string): string => 'j'.repeat(place(id));

describe('arming a shock', () => {
  it('fires nothing before Enter on the armed shock', () => {
    expect(after('!').fired).toBeUndefined();
    expect(after('!').arming).toMatchObject({ step: 'armed', kind: { id: 'cut-transfer' } });
  });

  it('fires a kind at its usual strength and length from the month that is shown', () => {
    const { arming, fired } = after('!!', 53);
    expect(arming).toBeUndefined();
    expect(fired).toEqual({
      label: "cut the patron's transfer by 55%",
      at: 53,
      until: undefined,
      set: { 'patron.transfer': 'current * 0.45' },
    });
  });

  it('tells of arrows for the strength only where there is more than one', () => {
    const wishes = (keys: string): string =>
      String(compareWishes({ ...startState(1, 156), arming: after(keys).arming }, plainTheme()));
    expect(wishes('!')).toContain('strength');
    expect(wishes(`${down('formula')}!a.b = 2!`)).toMatch(/^Enter fires,Esc back,\[ \] length/);
  });

  it('chooses strength by arrows and length by brackets, each up to its ends', () => {
    expect(after('!}!').fired?.set).toEqual({ 'patron.transfer': 'current * 0.25' });
    expect(after('!{{{{{{{{!').fired?.set).toEqual({ 'patron.transfer': 'current * 0.9' });
    expect(after('!}}}}}}}}!').fired?.set).toEqual({ 'patron.transfer': '0' });
    expect(after('![!', 53).fired?.until).toBe(53 + 35);
    expect(after('![[[[[[[[[!', 53).fired?.until).toBe(53);
    expect(after('![[]]]]!', 53).fired?.until).toBeUndefined();
    expect(shockLengths).toEqual([1, 3, 6, 12, 24, 36, undefined]);
  });

  it('moves the month by h and l, which are letters and no arrows', () => {
    expect(after('!l').months).toBe(1);
    expect(after('!h').months).toBe(-1);
    expect(after('!}').months).toBeUndefined();
  });

  it('asks for a crossing where the kind needs one', () => {
    const keys = `${down('close-crossing')}!j!!`;
    expect(after(keys, 60).fired).toMatchObject({
      label: expect.stringContaining('North Ford'),
      at: 60,
      until: 65,
    });
    expect(Object.keys(after(keys).fired!.set)).toEqual(['crossings.north-ford.open']);
  });

  it('finds kinds and crossings by a part of their name, every key being text meanwhile', () => {
    expect(after('/quit').arming).toMatchObject({ list: { filter: 'quit', isFiltering: true } });
    expect(after('/CLOSE A!!').arming).toMatchObject({ step: 'crossing', kind: { id: 'close-crossing' } });
    expect(after('/close a!!/ford!!!').fired?.label).toContain('North Ford');
    expect(after('/nothing like it!!').arming).toMatchObject({ step: 'kind' });
    expect(after('/xyz<').arming).toEqual(startArming);
    expect(after('/ab\u007f').arming).toMatchObject({ list: { filter: 'a' } });
  });

  it('takes a formula as it is typed, and says what is missing from half of one', () => {
    const start = `${down('formula')}!`;
    expect(after(`${start}q?/h[`).arming).toMatchObject({ step: 'formula', text: 'q?/h[' });
    expect(after(`${start}trade.imports`).arming).toMatchObject({ fault: '' });
    expect(after(`${start}trade.imports!`).arming).toMatchObject({
      fault: expect.stringMatching(/^Write a parameter, =/),
    });
    expect(after(`${start}trade.imports = current * 0.5!!`, 80).fired).toMatchObject({
      set: { 'trade.imports': 'current * 0.5' },
      at: 80,
    });
  });

  it('goes one step back with Esc, to the row it came from, and is over from the first', () => {
    const crossing = `${down('close-crossing')}!j!`;
    expect(after(`${crossing}<`).arming).toMatchObject({ step: 'crossing', list: { row: 1 } });
    expect(after(`${crossing}<<`).arming).toMatchObject({
      step: 'kind',
      list: { row: place('close-crossing') },
    });
    expect(after(`${crossing}<<<`).arming).toBeUndefined();
    expect(after(`${down('formula')}!a.b = 2!<`).arming).toMatchObject({ step: 'formula', text: 'a.b = 2' });
    expect(after('<').fired).toBeUndefined();
  });

  it('fires only what the palette has, at the month shown, whatever the keys', () => {
    const keys = fc.array(fc.constantFrom(...'jk/!<{}[]hlab=. '), { maxLength: 60 });
    fc.assert(
      fc.property(keys, fc.integer({ min: 1, max: 156 }), (some, month) => {
        const { arming, fired } = after(some.join(''), month);
        if (fired === undefined) return;
        expect(arming).toBeUndefined();
        expect(fired.at).toBe(month);
        expect(fired.until ?? month).toBeGreaterThanOrEqual(month);
        expect(Object.keys(fired.set).length).toBeGreaterThan(0);
      }),
    );
  });

  it('leaves keys their meaning where no text is asked for', () => {
    const typing = (keys: string): boolean => takesText(after(keys).arming as Arming);
    expect([typing(''), typing('!'), typing('/'), typing(`${down('formula')}!`)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});
