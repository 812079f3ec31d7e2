import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { blocksOf, readPages } from '../docs/pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'library-'));
mkdirSync(join(folder, 'node_modules'));
symlinkSync(resolve('.'), join(folder, 'node_modules', 'maabar'));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
afterAll(() => rmSync(folder, { recursive: true }));

/** A program of somebody else, in its own folder. */
const program = `import { columnOf, loadScenario, run, runStudy } from 'maabar';
const { experiment } = await loadScenario('two-gates', { overrideMonths: 6 });
const record = run(experiment, 1, 1);
const income: number = columnOf(record.tables[0], 'income_total_usd')[0];
const asked = { study: { replicates: 3, months: 12, tables: [] }, out: 'left', workers: 1 };
const { folder, isFinished, results } = await runStudy(['two-gates', 'two-gates-pact-broken'], asked);
const pairs: number | undefined = results?.summary.comparisons[0].differences[0].pairs;
console.log(JSON.stringify({ income, folder, isFinished, pairs }));
`;

/** Programs that pages show, saved as modules of their own; those of the project's own files are not somebody else's. */
const shown = readPages()
  .flatMap(blocksOf)
  .filter(({ language, text }) => ['ts', 'typescript'].includes(language) && text.includes("from 'maabar'"))
  .map(({ text }, at) => {
    writeFileSync(join(folder, `shown-${at}.mts`), text);
    return `shown-${at}.mts`;
  });

describe('the library', () => {
  it('loads scenarios, plays a run and works a study, from a program of its own', () => {
    writeFileSync(join(folder, 'program.mjs'), program.replaceAll(/: number( \| undefined)?/g, ''));
    const ran = spawnSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    const told = JSON.parse(ran.stdout);
    expect(told).toMatchObject({ folder: 'left', isFinished: true, pairs: 3 });
    expect(told.income).toBeGreaterThan(0);
    expect(
      readFileSync(join(folder, 'left', 'outcomes.csv'), 'utf8')
        .trimEnd()
        .split('\n').length,
    ).toBe(7);
  });

  it('has types that a compiler holds such a program to', () => {
    writeFileSync(join(folder, 'right.ts'), program);
    writeFileSync(join(folder, 'wrong.ts'), program.replace('const income: number', 'const income: string'));
    const compiler = resolve('node_modules', '.bin', 'tsc');
    const flags = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2024'];
    const types = ['--types', 'node', '--typeRoots', resolve('node_modules', '@types')];
    const compile = (...files: readonly string[]) =>
      spawnSync(compiler, [...flags, ...types, ...files], { cwd: folder, encoding: 'utf8' }).stdout;
    expect(shown.length).toBeGreaterThan(0);
    expect(compile('right.ts', ...shown)).toBe('');
    expect(compile('wrong.ts')).toContain("Type 'number' is not assignable to type 'string'");
  });
});
