import type { Experiment, Timeline } from '../model/world-spec.ts';
import type { Shock } from './shock.ts';
import { type CataloguedKind, shockCatalogue } from './shock-catalogue.ts';
import type { ShockKind, ShockStrength } from './shock-kind.ts';

/** When a shock comes and what it was told besides its kind and strength. */
export interface ShockDetails {
  /** First month, a number of the calendar. */
  readonly at: number;
  /** Months it lasts, from 1; undefined for good. */
  readonly months: number | undefined;
  /** The crossing it is about, where the kind asks for one. */
  readonly crossing?: { readonly id: string; readonly name: string };
  /** Its label; made of kind and strength where absent. */
  readonly label?: string;
  /** `parameter = formula` as typed, where the kind asks for a formula. */
  readonly formula?: string;
}

/** The kinds of shock that do something in a world: those whose parameters it has and whose rule is on in some month. */
export function shockKinds({ timeline }: Pick<Experiment, 'timeline'>): readonly ShockKind[] {
  return shockCatalogue.filter((kind) => isPlayed(kind, timeline));
}

/** One shock of a kind. A text that is no `parameter = formula` becomes a shock that is refused when it is laid over a scenario. */
export function shockOf(kind: ShockKind, strength: ShockStrength, details: ShockDetails): Shock {
  const { at, months, crossing, formula } = details;
  const set =
    formula === undefined
      ? Object.entries(strength.set).map(([name, text]) => [
          name.replace('<crossing>', crossing?.id ?? '*'),
          text,
        ])
      : [readSetting(formula)];
  return {
    label: details.label ?? labelOf(kind, strength, details),
    at,
    until: months === undefined ? undefined : at + months - 1,
    set: Object.fromEntries(set) as Shock['set'],
  };
}

function labelOf({ name }: ShockKind, { words }: ShockStrength, { crossing, formula }: ShockDetails): string {
  if (formula !== undefined) return readSetting(formula).join(' = ');
  const what = crossing === undefined ? name : name.replace('a crossing', crossing.name);
  return words === '' ? what : `${what} ${words}`;
}

/** Name and formula on both sides of the first `=` that is no part of a comparison. */
function readSetting(text: string): [name: string, formula: string] {
  const at = /(?<![<>=!])=(?!=)/.exec(text)?.index ?? text.length;
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function isPlayed({ strengths, switches }: CataloguedKind, timeline: Timeline): boolean {
  const names = strengths.flatMap(({ set }) => Object.keys(set));
  const isThere = names.every((name) => timeline.names.some((known) => isNamed(name, known)));
  return isThere && (switches.length === 0 || switches.some((name) => isEverOn(name, timeline)));
}

/** Whether a name, in which a part may stand for any entity, means a parameter. */
function isNamed(pattern: string, name: string): boolean {
  const parts = name.split('.');
  const wanted = pattern.split('.');
  return (
    wanted.length === parts.length &&
    wanted.every((part, index) => part === '*' || part === '<crossing>' || part === parts[index])
  );
}

function isEverOn(name: string, { names, values, months }: Timeline): boolean {
  const row = names.indexOf(name);
  return row >= 0 && values.subarray(row * months, (row + 1) * months).some((value) => value !== 0);
}
