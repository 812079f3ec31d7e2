import { type MouseReport, readMouse } from './mouse-report.ts';

/** What a key asks for, where nothing is being typed. */
export type KeyAction =
  | 'toggle'
  | 'month-back'
  | 'month-on'
  | 'year-back'
  | 'year-on'
  | 'first'
  | 'last'
  | 'faster'
  | 'slower'
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'order'
  | 'direction'
  | 'log'
  | 'outcome'
  | 'outcome-back'
  | 'failures'
  | 'no'
  | 'shock'
  | 'undo'
  | 'redo'
  | 'swap'
  | 'replay-shock'
  | 'replay-start'
  | 'present'
  | 'export'
  | 'copy'
  | 'mouse'
  | 'mark'
  | 'write'
  | 'help'
  | 'view-1'
  | 'view-2'
  | 'view-3'
  | 'view-4'
  | 'view-5'
  | 'view-6'
  | 'panel-next'
  | 'panel-back'
  | 'zoom'
  | 'glyphs'
  | 'theme'
  | 'go-to'
  | 'filter'
  | 'open'
  | 'erase'
  | 'close'
  | 'quit'
  | 'interrupt';

const characters: Readonly<Record<string, KeyAction>> = {
  ' ': 'toggle',
  h: 'month-back',
  l: 'month-on',
  '[': 'year-back',
  ']': 'year-on',
  '+': 'faster',
  '=': 'faster',
  '-': 'slower',
  k: 'up',
  j: 'down',
  o: 'order',
  O: 'direction',
  '1': 'view-1',
  '2': 'view-2',
  '3': 'view-3',
  '4': 'view-4',
  '5': 'view-5',
  '6': 'view-6',
  z: 'zoom',
  g: 'glyphs',
  t: 'theme',
  ':': 'go-to',
  '/': 'filter',
  '\t': 'panel-next',
  '\r': 'open',
  '\n': 'open',
  '\u007f': 'erase',
  '\b': 'erase',
  L: 'log',
  e: 'export',
  m: 'outcome',
  M: 'outcome-back',
  f: 'failures',
  y: 'copy',
  n: 'no',
  s: 'shock',
  u: 'undo',
  U: 'redo',
  x: 'swap',
  r: 'replay-shock',
  R: 'replay-start',
  p: 'present',
  '%': 'mouse',
  c: 'mark',
  w: 'write',
  '?': 'help',
  q: 'quit',
  '\u0003': 'interrupt',
  '\u001b': 'close',
};

/** What follows ESC [ or ESC O, for the sequences of xterm, rxvt, the Linux console and tmux. */
const sequences: Readonly<Record<string, KeyAction>> = {
  A: 'up',
  B: 'down',
  C: 'month-on',
  D: 'month-back',
  H: 'first',
  F: 'last',
  Z: 'panel-back',
  M: 'open',
  '1~': 'first',
  '7~': 'first',
  '4~': 'last',
  '8~': 'last',
  '5~': 'page-up',
  '6~': 'page-down',
};

const sequence = /^\u001b(?:\[([0-9;<?]*[\x40-\x7e])|O([A-Za-z]))/;
const unfinished = /^\u001b(?:\[[0-9;<?]*|O)?$/;

/** One key: what it asks for, if anything, and what it writes where text is being typed; empty for keys that write nothing. */
export interface Keystroke {
  readonly action: KeyAction | undefined;
  readonly text: string;
  /** What the mouse did, where it is no key at all. */
  readonly mouse?: MouseReport;
}

/** The keys found in a chunk of input, and what of it was not yet whole. */
export interface ReadKeys {
  readonly keys: readonly Keystroke[];
  /** What the keys ask for, those that ask for nothing left out. */
  readonly actions: readonly KeyAction[];
  /** The start of a sequence that the chunk broke off; put it before the next chunk, or read it with `lateKeys` when none comes. */
  readonly rest: string;
}

/** Every key in a chunk of input, in order: fast typing arrives as one string. Unknown keys and sequences ask for nothing. */
export function readKeys(chunk: string): ReadKeys {
  const keys: Keystroke[] = [];
  for (let at = 0; at < chunk.length; ) {
    const left = chunk.slice(at, at + 32);
    if (unfinished.test(left)) return whatWasRead(keys, left);
    const found = sequence.exec(left);
    const letter = String.fromCodePoint(chunk.codePointAt(at)!);
    keys.push(found === null ? strokeOf(letter) : sequenceOf(found[1] ?? found[2]));
    at += found === null ? letter.length : found[0].length;
  }
  return whatWasRead(keys, '');
}

/** What a rest means when nothing follows it: ESC alone is the Esc key. */
export function lateKeys(rest: string): readonly Keystroke[] {
  return rest === '\u001b' ? [strokeOf(rest)] : [];
}

/** What keys ask for where nothing is being typed, those that ask for nothing left out. */
export function actionsOf(keys: readonly Keystroke[]): readonly KeyAction[] {
  return keys.flatMap(({ action }) => (action === undefined ? [] : [action]));
}

function sequenceOf(name: string): Keystroke {
  const mouse = readMouse(name);
  return mouse === undefined ? { action: sequences[name], text: '' } : { action: undefined, text: '', mouse };
}

function strokeOf(letter: string): Keystroke {
  return { action: characters[letter], text: /\p{Cc}/u.test(letter) ? '' : letter };
}

function whatWasRead(keys: readonly Keystroke[], rest: string): ReadKeys {
  return { keys, actions: actionsOf(keys), rest };
}
