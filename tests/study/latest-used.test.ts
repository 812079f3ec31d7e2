import { describe, expect, it } from 'vitest';
import { keepLatestUsed } from '../../src/study/latest-used.ts';

/** Uses keys one after another and says which had to be made. */
function madeBy(most: number, keys: string): string {
  const kept = keepLatestUsed<string>(most);
  let made = '';
  for (const key of keys)
    kept.findOrMake(key, () => {
      made += key;
      return key;
    });
  return made;
}

describe('what is kept of the things used latest', () => {
  it('is made once as long as there is room', () => {
    expect(madeBy(3, 'abcabcaabbcc')).toBe('abc');
  });

  it('leaves out the one that was used longest ago, not the one that was made first', () => {
    expect(madeBy(2, 'abacab')).toBe('abcb');
  });

  it('counts a look as a use', () => {
    const kept = keepLatestUsed<number>(2);
    kept.findOrMake('a', () => 1);
    kept.findOrMake('b', () => 2);
    expect(kept.find('a')).toBe(1);
    kept.findOrMake('c', () => 3);
    expect([kept.find('a'), kept.find('b'), kept.find('c')]).toEqual([1, undefined, 3]);
  });
});
