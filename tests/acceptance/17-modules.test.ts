import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { maabar, root } from '../cli/program.ts';

const preload = ['--import', new URL('./list-modules.mjs', import.meta.url).href];

/** A phrase of each heavy package that survives bundling. */
const marks = {
  ink: /\bink-root\b|\bink-box\b/,
  zod: /\$ZodType|ZodError/,
  mathjs: /Parenthesis \) expected/,
  yaml: /YAMLParseError/,
};

/** Files that a command line loads, and the heavy packages in them. */
async function loadedBy(args: readonly string[]) {
  const { stderr } = await maabar(args, { node: preload });
  const urls = [...stderr.matchAll(/^loaded (.*)$/gm)].map(([, url]) => url);
  const texts = urls
    .filter((url) => url.startsWith('file:'))
    .map((url) => readFileSync(fileURLToPath(url), 'utf8'));
  const packages = Object.keys(marks).filter((name) =>
    texts.some((text) => marks[name as keyof typeof marks].test(text)),
  );
  return { urls, packages };
}

describe('starting the program', () => {
  it.each([[['--help']], [['run', '--help']], [[]]])('%j loads no heavy package', async (args) => {
    const { urls, packages } = await loadedBy(args);
    expect(urls.some((url) => url.endsWith(join('dist', 'main.js')))).toBe(true);
    expect(packages).toEqual([]);
  });

  it('list loads the scenario floor, but no screen and no formulas', async () => {
    expect((await loadedBy(['list'])).packages).toEqual(['zod', 'yaml']);
  });

  it('watch on a pipe loads no screen', async () => {
    expect((await loadedBy(['watch', 'two-gates'])).packages).toEqual(['zod', 'yaml']);
  });

  it('a run on a pipe loads no screen, and formulas where there is one', async () => {
    const out = mkdtempSync(join(tmpdir(), 'startup-'));
    const run = ['run', 'two-gates', '--months', '1', '--replicates', '1', '--workers', '1', '--out', out];
    const { packages } = await loadedBy([...run, '--set', 'patron.transfer=baseline + 1']);
    rmSync(out, { recursive: true });
    expect(packages).toEqual(['zod', 'mathjs', 'yaml']);
  });

  it.each([['--plain'], ['--json']])('a batch on a pipe loads no screen, with %s neither', async (flag) => {
    const out = mkdtempSync(join(tmpdir(), 'startup-'));
    const batch = [
      'batch',
      'two-gates',
      '--months',
      '1',
      '--replicates',
      '1',
      '--workers',
      '1',
      '--out',
      out,
    ];
    expect((await loadedBy(batch)).packages).toEqual(['zod', 'yaml']);
    expect((await loadedBy([...batch, flag])).packages).toEqual(['zod', 'yaml']);
    rmSync(out, { recursive: true });
  });

  it('would notice: each of these packages is somewhere in the bundle', () => {
    const bundle = join(root, 'dist');
    const texts = readdirSync(bundle)
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(join(bundle, name), 'utf8'));
    for (const [name, mark] of Object.entries(marks))
      expect(
        texts.some((text) => mark.test(text)),
        name,
      ).toBe(true);
  });
});
