/** What a key asks for; the names are the words of the help screen's left column. */
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
  | 'log'
  | 'outcome'
  | 'outcome-back'
  | 'failures'
  | 'yes'
  | 'no'
  | 'help'
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
  L: 'log',
  e: 'log',
  m: 'outcome',
  M: 'outcome-back',
  f: 'failures',
  y: 'yes',
  n: 'no',
  '\r': 'yes',
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
  '1~': 'first',
  '7~': 'first',
  '4~': 'last',
  '8~': 'last',
  '5~': 'page-up',
  '6~': 'page-down',
};

const sequence = /^\u001b(?:\[([0-9;<?]*[\x40-\x7e])|O([A-Za-z]))/;
const unfinished = /^\u001b(?:\[[0-9;<?]*|O)?$/;

/** The keys found in a chunk of input, and what of it was not yet whole. */
export interface ReadKeys {
  readonly actions: readonly KeyAction[];
  /** The start of a sequence that the chunk broke off; put it before the next chunk, or read it with `lateKeys` when none comes. */
  readonly rest: string;
}

/** Every key in a chunk of input, in order: fast typing arrives as one string. Unknown keys and sequences ask for nothing. */
export function readKeys(chunk: string): ReadKeys {
  const actions: KeyAction[] = [];
  for (let at = 0; at < chunk.length; ) {
    const left = chunk.slice(at, at + 32);
    if (unfinished.test(left)) return { actions, rest: left };
    const found = sequence.exec(left);
    const action = found === null ? characters[chunk[at]] : sequences[found[1] ?? found[2]];
    if (action !== undefined) actions.push(action);
    at += found === null ? 1 : found[0].length;
  }
  return { actions, rest: '' };
}

/** What a rest means when nothing follows it: ESC alone is the Esc key. */
export function lateKeys(rest: string): readonly KeyAction[] {
  return rest === '\u001b' ? ['close'] : [];
}
