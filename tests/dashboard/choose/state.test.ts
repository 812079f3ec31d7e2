import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../src/dashboard/choose/rows.ts';
import {
  type ChooseState,
  rowUnderCursor,
  startChoosing,
  takeChooseKey,
  wishOf,
} from '../../../src/dashboard/choose/state.ts';
import { readKeys } from '../../../src/dashboard/keys.ts';
import { choices } from '../../fixtures/choices.ts';

/** Esc alone is told from a sequence by time, so it stands here as a key of its own. */
const esc = { action: 'close', text: '' } as const;
const keysOf = (text: string) =>
  text.split('␛').flatMap((part, at) => [...(at > 0 ? [esc] : []), ...readKeys(part).keys]);
const after = (text: string, start: ChooseState = startChoosing(false)): ChooseState =>
  keysOf(text).reduce((state, key) => takeChooseKey(state, key, choices), start);
const names = (state: ChooseState): readonly string[] => rowsOf(choices, state).map(({ name }) => name);
const chosen = (state: ChooseState) => rowUnderCursor(state, choices)?.name;
const opened = (text: string): readonly string[] | undefined =>
  wishOf(after(text), readKeys('\r').keys[0], choices)?.map(({ name }) => name);

describe('the list of what can be watched', () => {
  it('has one’s own scenarios first, then the shipped ones from easy to hard, then studies', () => {
    expect(names(after('')).slice(0, 4)).toEqual(['my-cut', 'slip', 'calm', 'shipped-01']);
    expect(names(after('')).slice(-3)).toEqual(['old', 'sweep-3f9c1a', 'torn']);
  });

  it('is ordered by name after o, and turned round by O', () => {
    expect(names(after('o')).slice(0, 3)).toEqual(['calm', 'my-cut', 'old']);
    expect(names(after('oO')).slice(0, 2)).toEqual(['torn', 'sweep-3f9c1a']);
    expect(names(after('oo'))).toEqual(names(after('')));
  });

  it('moves by rows and pages, and stays within its rows', () => {
    expect(chosen(after('jj'))).toBe('calm');
    expect(chosen(after('jjk'))).toBe('slip');
    expect(chosen(after('kkk'))).toBe('my-cut');
    expect(chosen(after('\u001b[6~\u001b[6~\u001b[6~'))).toBe('torn');
    expect(chosen(after('\u001b[F'))).toBe('torn');
    expect(chosen(after('\u001b[F\u001b[H'))).toBe('my-cut');
  });

  it('takes every key as text while its filter is typed, and filters at once', () => {
    const typing = after('j/q?oc');
    expect(typing.filters.choices).toBe('q?oc');
    expect(typing.isTyping).toBe(true);
    expect(names(after('/SLIP'))).toEqual(['slip']);
    expect(names(after('/second step\r'))).toEqual(['my-cut']);
    expect(names(after('/unfinished'))).toEqual(['old']);
    expect(names(after('/slipp\u007f'))).toEqual(['slip']);
  });

  it('shows all again after Esc, in the filter and out of it', () => {
    expect(names(after('/slip␛'))).toEqual(names(after('')));
    expect(names(after('/slip\r␛'))).toEqual(names(after('')));
  });

  it('has nothing under the cursor where the filter leaves nothing, and opens nothing', () => {
    expect(chosen(after('/no such words\r'))).toBeUndefined();
    expect(opened('/no such words\r')).toBeUndefined();
    expect(after('/no such words\rc\r').overlay).toBe('none');
  });
});

describe('Enter', () => {
  it('opens the row under the cursor, a scenario or a study', () => {
    expect(opened('')).toEqual(['my-cut']);
    expect(opened('/sweep-3\r')).toEqual(['sweep-3f9c1a']);
  });

  it('only ends the filter while that is typed, and opens nothing under help', () => {
    expect(opened('/calm')).toBeUndefined();
    expect(after('/calm\r').isTyping).toBe(false);
    expect(opened('?')).toBeUndefined();
    expect(after('?\r').overlay).toBe('none');
  });

  it('shows all that is wrong with a broken row, with its places', () => {
    expect(opened('j')).toBeUndefined();
    const state = after('j\r');
    expect(state.overlay).toBe('refusal');
    expect(state.refusal).toEqual([
      'scenarios/slip.yaml:4:7: "2018-13" is no month. Write 2018-05.',
      'scenarios/slip.yaml:9:12: "patron.transfr" is no parameter.',
    ]);
    expect(after('j\rjjk').scrolled).toBe(1);
    expect(after('j\r␛').overlay).toBe('none');
  });
});

describe('marks', () => {
  it('open two scenarios compared, the first marked as A, wherever the cursor is', () => {
    expect(opened('jjcjc')).toEqual(['calm', 'shipped-01']);
    expect(opened('jjcjcjjj')).toEqual(['calm', 'shipped-01']);
    expect(opened('jjjckc')).toEqual(['shipped-01', 'calm']);
  });

  it('put a third in the place of the oldest, and take a mark away', () => {
    expect(opened('cjjcjc')).toEqual(['calm', 'shipped-01']);
    expect(after('cjjcc').marks).toEqual(['my-cut.yaml']);
    expect(opened('cjjccj')).toEqual(['shipped-01']);
  });

  it('are taken away by Esc, after the filter', () => {
    expect(after('c/slip\r␛').marks).toEqual(['my-cut.yaml']);
    expect(after('c/slip\r␛␛').marks).toEqual([]);
  });

  it('are refused to studies and to what is broken, with a reason until the next key', () => {
    expect(after('jc')).toMatchObject({ marks: [], notice: 'slip has problems; Enter shows them.' });
    expect(after('/sweep-3\rc').notice).toContain('opened alone');
    expect(after('jcj').notice).toBe('');
  });
});

describe('the hint for a first visit', () => {
  it('ends with any key, known or not, and the key does its work', () => {
    expect(after('', startChoosing(true)).isHinting).toBe(true);
    for (const key of ['d', 'j', '?']) expect(after(key, startChoosing(true)).isHinting).toBe(false);
    expect(chosen(after('j', startChoosing(true)))).toBe('slip');
  });
});
