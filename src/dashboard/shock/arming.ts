import type { Shock } from '../../scenario/shock.ts';
import type { ShockKind } from '../../scenario/shock-kind.ts';
import { type ShockDetails, shockOf } from '../../scenario/shock-palette.ts';
import type { Keystroke } from '../keys.ts';
import { type Chooser, chooseKey, chosenRow, freshChooser, typed } from './chooser.ts';

/** What can be thrown into a run. */
export interface ShockPalette {
  readonly kinds: readonly ShockKind[];
  /** Crossings that a kind may ask for. */
  readonly crossings: readonly Place[];
}

type Place = NonNullable<ShockDetails['crossing']>;

/** A shock on its way: its kind is chosen, then what it asks for, then its strength and length; nothing is thrown in before it is fired. */
export type Arming =
  | { readonly step: 'kind'; readonly list: Chooser }
  | { readonly step: 'crossing'; readonly kind: ShockKind; readonly list: Chooser }
  | { readonly step: 'formula'; readonly kind: ShockKind; readonly text: string; readonly fault: string }
  | Armed;

/** A shock that Enter fires. */
export interface Armed {
  readonly step: 'armed';
  readonly kind: ShockKind;
  readonly crossing: Place | undefined;
  readonly formula: string | undefined;
  /** Place among the kind's strengths. */
  readonly strength: number;
  /** Place in `shockLengths`. */
  readonly length: number;
}

/** What a key makes of a shock on its way: another step, nothing any more, a shock that is fired, or the same from another month. */
export interface ArmingStep {
  /** Undefined where it is over. */
  readonly arming: Arming | undefined;
  readonly fired?: Shock;
  /** By how many months the picture moves. */
  readonly months?: number;
}

/** Months that a shock may last; undefined for good. */
export const shockLengths: readonly (number | undefined)[] = [1, 3, 6, 12, 24, 36, undefined];

const longestFormula = 120;

/** The first step: which kind. */
export const startArming: Arming = { step: 'kind', list: freshChooser };

/** Whether keys write text, so that none of them means anything else. */
export function takesText(arming: Arming): boolean {
  return arming.step === 'formula' || (arming.step !== 'armed' && arming.list.isFiltering);
}

/** The shock on its way after a key, in a picture of `month`. Esc goes one step back; keys that mean nothing here change nothing. */
export function armKey(arming: Arming, key: Keystroke, palette: ShockPalette, month: number): ArmingStep {
  switch (arming.step) {
    case 'kind':
      return { arming: kindKey(arming, key, palette) };
    case 'crossing':
      return { arming: crossingKey(arming, key, palette) };
    case 'formula':
      return { arming: formulaKey(arming, key, palette) };
    case 'armed':
      return armedKey(arming, key, palette, month);
  }
}

type At<Step> = Extract<Arming, { readonly step: Step }>;

function kindKey(arming: At<'kind'>, key: Keystroke, { kinds }: ShockPalette): Arming | undefined {
  const { list } = arming;
  if (list.isFiltering || (key.action !== 'open' && key.action !== 'close'))
    return { ...arming, list: chooseKey(list, key, kinds) };
  if (key.action === 'close') return undefined;
  const kind = chosenRow(list, kinds);
  return kind === undefined ? arming : asked(kind);
}

/** What a kind asks for next. */
function asked(kind: ShockKind): Arming {
  if (kind.asks === 'crossing') return { step: 'crossing', kind, list: freshChooser };
  if (kind.asks === 'formula') return { step: 'formula', kind, text: '', fault: '' };
  return armed(kind);
}

function armed(kind: ShockKind, crossing?: Place, formula?: string): Armed {
  const length = shockLengths.indexOf(kind.months);
  return {
    ...{ step: 'armed', kind, crossing, formula, strength: kind.usual },
    length: length < 0 ? shockLengths.length - 1 : length,
  };
}

function backToKinds(kind: ShockKind, { kinds }: ShockPalette): Arming {
  return { step: 'kind', list: { ...freshChooser, row: Math.max(0, kinds.indexOf(kind)) } };
}

function crossingKey(arming: At<'crossing'>, key: Keystroke, palette: ShockPalette): Arming {
  const { list, kind } = arming;
  if (list.isFiltering || (key.action !== 'open' && key.action !== 'close'))
    return { ...arming, list: chooseKey(list, key, palette.crossings) };
  if (key.action === 'close') return backToKinds(kind, palette);
  const crossing = chosenRow(list, palette.crossings);
  return crossing === undefined ? arming : armed(kind, crossing);
}

function formulaKey(arming: At<'formula'>, key: Keystroke, palette: ShockPalette): Arming {
  const { kind, text } = arming;
  if (key.action === 'close') return backToKinds(kind, palette);
  if (key.action !== 'open') return { ...arming, text: typed(text, key, longestFormula), fault: '' };
  const isWhole = /^\s*[^\s=]+\s*=\s*[^\s=]/.test(text);
  if (isWhole) return armed(kind, undefined, text);
  return {
    ...arming,
    fault:
      'Write a parameter, = and a formula: patron.transfer = current * 0.45. View 6 lists the parameters.',
  };
}

function armedKey(arming: Armed, key: Keystroke, palette: ShockPalette, month: number): ArmingStep {
  const { kind, strength, length } = arming;
  if (key.action === 'open') return { arming: undefined, fired: armedShock(arming, month) };
  if (key.action === 'close') return { arming: stepBefore(arming, palette) };
  const by = stepOf(key);
  if (by === undefined) return { arming };
  if (by.what === 'month') return { arming, months: by.step };
  if (by.what === 'length')
    return { arming: { ...arming, length: within(length + by.step, shockLengths.length) } };
  return { arming: { ...arming, strength: within(strength + by.step, kind.strengths.length) } };
}

function stepBefore({ kind, crossing, formula }: Armed, palette: ShockPalette): Arming {
  if (formula !== undefined) return { step: 'formula', kind, text: formula, fault: '' };
  if (crossing === undefined) return backToKinds(kind, palette);
  return {
    step: 'crossing',
    kind,
    list: { ...freshChooser, row: Math.max(0, palette.crossings.indexOf(crossing)) },
  };
}

/** Arrows choose the strength, brackets the length; h and l, which elsewhere are arrows too, move the month. */
function stepOf({
  action,
  text,
}: Keystroke): { what: 'month' | 'length' | 'strength'; step: number } | undefined {
  if (action === 'year-back') return { what: 'length', step: -1 };
  if (action === 'year-on') return { what: 'length', step: 1 };
  if (action !== 'month-back' && action !== 'month-on') return undefined;
  return { what: text === '' ? 'strength' : 'month', step: action === 'month-back' ? -1 : 1 };
}

function within(place: number, count: number): number {
  return Math.max(0, Math.min(count - 1, place));
}

/** The shock that Enter would fire in a picture of `month`. */
export function armedShock({ kind, strength, length, crossing, formula }: Armed, month: number): Shock {
  return shockOf(kind, kind.strengths[strength], {
    at: month,
    months: shockLengths[length],
    ...(crossing && { crossing }),
    ...(formula !== undefined && { formula }),
  });
}
