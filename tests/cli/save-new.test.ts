import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { saveNew } from '../../src/cli/save-new.ts';

const folder = mkdtempSync(join(tmpdir(), 'save-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a saved file', () => {
  it('takes the first free name and touches no other file', () => {
    writeFileSync(join(folder, 'a-shocked.yaml'), 'old');
    expect(saveNew(folder, 'a-shocked', 'two')).toBe(join(folder, 'a-shocked-2.yaml'));
    expect(saveNew(folder, 'a-shocked', 'three')).toBe(join(folder, 'a-shocked-3.yaml'));
    expect(saveNew(folder, 'b', 'one')).toBe(join(folder, 'b.yaml'));
    const texts = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
    expect(Object.fromEntries(texts)).toEqual({
      ...{ 'a-shocked.yaml': 'old', 'a-shocked-2.yaml': 'two', 'a-shocked-3.yaml': 'three', 'b.yaml': 'one' },
    });
  });

  it('is not begun where the folder does not take it', () => {
    expect(() => saveNew(join(folder, 'none'), 'a', 'text')).toThrow('ENOENT');
  });
});
