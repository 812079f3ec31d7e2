import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../../src/study/make-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'make-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a folder', () => {
  it('is made with those above it, and left as it is when it is there', () => {
    makeFolder(join(folder, 'a', 'b'));
    writeFileSync(join(folder, 'a', 'b', 'kept'), '');
    makeFolder(join(folder, 'a', 'b'));
    expect(existsSync(join(folder, 'a', 'b', 'kept'))).toBe(true);
  });

  it.skipIf(!existsSync('/proc/self'))('is refused at once where none can be made', () => {
    expect(() => makeFolder('/proc/maabar/study')).toThrow(/ENOENT/);
  });
});
