import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { keeperIn } from '../../src/cli/keep-shown.ts';

const shelf = mkdtempSync(join(tmpdir(), 'keep-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const shown = (text: string) => ({ name: 'maabar-cut-run-2018-06', ending: 'txt', text });

describe('a kept file', () => {
  it('never takes the place of another: names are counted up', async () => {
    const folder = mkdtempSync(join(shelf, 'a-'));
    writeFileSync(join(folder, 'maabar-cut-run-2018-06.txt'), 'mine');
    const { keep } = keeperIn(folder);
    expect(await keep(shown('one'))).toBe(join(folder, 'maabar-cut-run-2018-06-2.txt'));
    expect(await keep(shown('two'))).toBe(join(folder, 'maabar-cut-run-2018-06-3.txt'));
    const texts = readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(texts.sort()).toEqual(['mine', 'one', 'two']);
  });

  it('is told by its plain name in the current folder', async () => {
    const before = process.cwd();
    process.chdir(mkdtempSync(join(shelf, 'b-')));
    try {
      expect(await keeperIn('.').keep(shown('one'))).toBe('maabar-cut-run-2018-06.txt');
    } finally {
      process.chdir(before);
    }
  });

  it('is refused where the folder takes none, and nothing is left behind', async () => {
    await expect(keeperIn(join(shelf, 'nowhere')).keep(shown('one'))).rejects.toThrow('ENOENT');
    const folder = mkdtempSync(join(shelf, 'c-'));
    chmodSync(folder, 0o500);
    // Root may write anywhere.
    if (process.getuid?.() !== 0) await expect(keeperIn(folder).keep(shown('one'))).rejects.toThrow('EACCES');
    chmodSync(folder, 0o700);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
