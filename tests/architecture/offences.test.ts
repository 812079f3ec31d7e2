import { describe, expect, it } from 'vitest';
import { findUndocumented } from './exports.ts';
import { findImportOffences, importsOf } from './imports.ts';
import { findImpurities } from './purity.ts';
import { findRoomOffences } from './rooms.ts';
import { parseSource } from './source-tree.ts';
import { findWorldWords, wordsOfWorlds } from './world-names.ts';

const imports = (path: string, text: string) => findImportOffences(parseSource(path, text));
const impurities = (text: string) => findImpurities(parseSource('src/model/room.ts', text));

describe('the finder of imports', () => {
  it('sees statements, re-exports, import() and types', () => {
    const text = `import a from './a.ts';\nexport * from './b.ts';\nexport { c } from './c.ts';
      const d = await import('./d.ts');\nimport type { E } from './e.ts';\ntype F = import('./f.ts').F;\nimport(a);`;
    expect(
      importsOf(parseSource('src/model/room.ts', text)).map((entry) => [entry.specifier, entry.kind]),
    ).toEqual([
      ['./a.ts', 'static'],
      ['./b.ts', 'static'],
      ['./c.ts', 'static'],
      ['./d.ts', 'dynamic'],
      ['./e.ts', 'type'],
      ['./f.ts', 'type'],
      ['<computed>', 'dynamic'],
    ]);
  });

  it.each([
    ['src/engine/a.ts', `import '../model/world.ts'`, 'engine may not import model'],
    ['src/engine/a.ts', `import type { World } from '../model/world.ts'`, 'engine may not import model'],
    ['src/model/phases/a.ts', `export { x } from '../../scenario/load.ts'`, 'model may not import scenario'],
    ['src/dashboard/a.tsx', `import('../export/csv.ts')`, 'dashboard may not import export'],
    ['src/export/a.ts', `import '../dashboard/app.tsx'`, 'export may not import dashboard'],
    ['src/index.ts', `export * from './cli/main.ts'`, 'index may not import cli'],
    ['src/engine/a.ts', `import '../../tests/world.ts'`, '../../tests/world.ts leads out of src/'],
    ['src/attic/a.ts', '', 'no floor is called attic'],
    ['src/model/a.ts', `import { z } from 'zod'`, 'model may not import zod'],
    ['src/model/a.ts', `import 'node:fs'`, 'model may not import node:fs'],
    ['src/engine/a.ts', `import seedrandom from 'seedrandom'`, 'engine takes only seedrandom/lib/alea.js'],
    ['src/scenario/a.ts', `import 'node:worker_threads'`, 'scenario may not import node:worker_threads'],
    ['src/scenario/a.ts', `import('mathjs')`, 'mathjs belongs in src/scenario/expression.ts alone'],
    ['src/scenario/expression.ts', `import { parse } from 'mathjs'`, 'mathjs is to be loaded by import()'],
    ['src/figures/a.ts', `import 'react'`, 'figures may not import react'],
    ['src/cli/main.ts', `import { render } from 'ink'`, 'ink is to be loaded by import()'],
    ['src/cli/main.ts', `import '../dashboard/mount.tsx'`, 'dashboard is to be loaded by import()'],
    ['src/cli/main.ts', `import 'lodash'`, 'cli may not import lodash'],
    ['src/study/a.ts', `import(name)`, 'study may not import <computed>'],
  ])('reports %s: %s', (path, text, fault) => {
    expect(imports(path, text).join()).toContain(fault);
  });

  it.each([
    ['src/model/phases/a.ts', `import '../world.ts'; import '../../engine/maths.ts'`],
    ['src/engine/a.ts', `import alea from 'seedrandom/lib/alea.js'; import type { PRNG } from 'seedrandom'`],
    ['src/scenario/expression.ts', `import type { MathNode } from 'mathjs'; await import('mathjs')`],
    [
      'src/scenario/load.ts',
      `import 'yaml'; import 'zod'; import 'node:fs/promises'; import '../model/world.ts'`,
    ],
    ['src/export/a.ts', `import 'csv-stringify/sync'; import 'node:zlib'; import '../figures/words.ts'`],
    ['src/dashboard/a.tsx', `import 'ink'; import 'react/jsx-runtime'; import '../figures/words.ts'`],
    [
      'src/cli/main.ts',
      `import 'commander'; import('ink'); import('../dashboard/mount.tsx'); import '../export/csv.ts'`,
    ],
    ['src/index.ts', `export * from './export/csv.ts'; export * from './figures/words.ts'`],
  ])('lets %s say: %s', (path, text) => {
    expect(imports(path, text)).toEqual([]);
  });
});

describe('the finder of impurities', () => {
  it.each([
    'Math.random()',
    'Math.exp(1)',
    'Math.log10(1)',
    'Math.hypot(1, 2)',
    `Math['exp'](1)`,
    'const { exp } = Math',
    'const m = Math',
    'f(Math)',
    '2 ** 3',
    'let a = 2; a **= 3',
    'new Date()',
    'performance.now()',
    'process.env.HOME',
    'console.log(1)',
    'globalThis.Math',
    'setTimeout(f, 1)',
    `require('fs')`,
    'const now = { Date }',
    '[...Date]',
    'class A { [Date] = 1 }',
    'a.localeCompare(b)',
    `names[console.log('x')]`,
  ])('reports %s', (text) => {
    expect(impurities(text)).toHaveLength(1);
  });

  it('names file and line', () => {
    expect(impurities('const a = 1;\nconst b = Math.pow(a, 2);')).toEqual([
      'src/model/room.ts:2: Math.pow gives other bits elsewhere, or chance; use engine/maths.ts',
    ]);
  });

  it.each([
    'Math.sqrt(Math.abs(Math.floor(2.5)))',
    'Math.imul(3, 4) * Math.PI',
    'const shape = { process: 1, Date: 2 }; shape.process',
    'interface Month { readonly console: number; Date(): void }',
    `'Math.random() and Date'`,
    '// Math.exp is not ours\n1 * 2',
  ])('lets the model say %s', (text) => {
    expect(impurities(text)).toEqual([]);
  });
});

describe('the finder of world names', () => {
  const words = wordsOfWorlds([
    'factions: { kilo-north: { name: Kilo Brigade } }',
    'crossings: { khor-al-zubair: { name: "Khor al-Zubair" }, abc: { name: Abc } }',
    'goods: { food: { name: Food } }',
  ]);
  const found = (text: string) => findWorldWords(parseSource('src/model/room.ts', text), words);

  it('reads words of four letters and more from ids and names, without generic ones and other kinds', () => {
    expect([...words].sort()).toEqual(['khor', 'kilo', 'zubair']);
  });

  it.each([`const id = 'khor-al-zubair'`, 'const kiloShare = 1', '// as at Zubair', 'const atKhor = 1'])(
    'reports %s',
    (text) => {
      expect(found(text).length).toBeGreaterThan(0);
      expect(found(text)[0]).toMatch(/^src\/model\/room\.ts:1: /);
    },
  );

  it('does not mind a longer word, a generic one or the name of goods', () => {
    expect(found(`const kilogram = 'north brigade food'`)).toEqual([]);
  });
});

describe('the finder of undocumented exports', () => {
  const undocumented = (text: string) => findUndocumented(parseSource('src/model/room.ts', text));

  it.each([
    'export function a() {}',
    'export const a = 1',
    'export interface a { b: number }',
    'export type a = 1',
    '// a line\nexport const a = 1',
    '/* no doc */\nexport const a = 1',
    '/** Of b. */\nexport const b = 1;\nexport const a = 1',
    'const a = 1;\nexport { a }',
    'export default 1',
  ])('reports %s', (text) => {
    expect(undocumented(text)).toHaveLength(1);
  });

  it.each([
    '/** What it is. */\nexport function a() {}',
    '/** What it is. */\n\nexport const a = 1',
    '/** What it is. */\nconst a = 1;\nexport { a }',
    `export { a } from './a.ts'; export * from './b.ts'`,
    'const inner = 1',
  ])('accepts %s', (text) => {
    expect(undocumented(text)).toEqual([]);
  });
});

describe('the finder of rooms without an idea', () => {
  const rooms = (path: string, text = '') => findRoomOffences(parseSource(path, text));

  it.each([
    'src/model/utils.ts',
    'src/engine/helpers/a.ts',
    'src/dashboard/common.tsx',
    'src/model/types.d.ts',
  ])('reports %s', (path) => {
    expect(rooms(path)).toHaveLength(1);
  });

  it('reports 251 lines and accepts 250', () => {
    expect(rooms('src/model/world.ts', '1;\n'.repeat(251))).toEqual([
      'src/model/world.ts: 251 lines, more than 250',
    ]);
    expect(rooms('src/model/world.ts', '1;\n'.repeat(250))).toEqual([]);
  });

  it('accepts a name that only contains such a word', () => {
    expect(rooms('src/model/common-interest.ts')).toEqual([]);
  });
});
