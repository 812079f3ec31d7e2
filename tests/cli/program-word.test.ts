import { describe, expect, it } from 'vitest';
import { wordFor } from '../../src/cli/program-word.ts';

describe('a suggested command', () => {
  it('starts as the user started the program', () => {
    expect(wordFor('/home/ana/maabar/bin/maabar.js', '/home/ana/maabar')).toBe('node bin/maabar.js');
    expect(wordFor('/home/ana/maabar/bin/maabar.js', '/home/ana')).toBe('node maabar/bin/maabar.js');
  });

  it('is plain maabar where that is installed', () => {
    expect(wordFor('/usr/lib/node_modules/maabar/bin/maabar.js', '/home/ana')).toBe('maabar');
    expect(wordFor('/usr/bin/maabar', '/home/ana')).toBe('maabar');
  });
});
