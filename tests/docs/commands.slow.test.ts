import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { query } from '../fixtures/duckdb.ts';
import { studySums } from '../fixtures/study-sums.ts';
import { type Block, blocksOf, codeWords, readPages, savedAs } from './pages.ts';
import { inlineLines, type ShellLine, scriptsOf, shellLines } from './shell-lines.ts';

const pages = readPages();
const lines = pages.flatMap((page) => [
  ...blocksOf(page).flatMap(shellLines),
  ...inlineLines(codeWords(page), page.path),
]);
const ofKind = (kind: ShellLine['kind']) => lines.filter((line) => line.kind === kind);
/** The same command on two pages is run once. */
const commands = [...new Map(ofKind('program').map((line) => [line.text, line])).values()];
const blocks = pages.flatMap(blocksOf);

/** Where a reader would type it all, one page after the other. */
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'maabar-docs-'));
  for (const name of ['scenarios', 'worlds', 'schemas'])
    cpSync(name, join(folder, name), { recursive: true });
  for (const block of blocks) saveFor(block);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A block that a reader is asked to save is there before its commands run. */
function saveFor(block: Block): void {
  const name = savedAs(block);
  if (name === undefined) return;
  mkdirSync(join(folder, dirname(name)), { recursive: true });
  writeFileSync(join(folder, name), block.text);
}

describe('what a reader types', () => {
  const root = resolve('.');

  it('is found: the README runs the program, and so do other pages', () => {
    expect(commands.filter((line) => line.place.startsWith('README.md')).length).toBeGreaterThan(2);
    expect(commands.filter((line) => line.place.startsWith('docs/')).length).toBeGreaterThan(1);
  });

  it('needs the program to be built', () => {
    expect(existsSync('dist/main.js'), 'npm run build').toBe(true);
  });

  it.each(commands.map((line) => [line.text, line] as const))('%s', (_, line) => {
    const program = `"${process.execPath}" "${join(root, 'bin', 'maabar.js')}"`;
    const ran = spawnSync(`${program} ${line.arguments}`, {
      cwd: folder,
      shell: true,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(ran.status, `${line.place}\n${ran.stdout}\n${ran.stderr}`).toBe(line.exit);
    expect(ran.stdout.length + ran.stderr.length, 'it says something').toBeGreaterThan(0);
  });

  it('leaves installing to .ci/run, which reads those lines from the README', () => {
    expect(ofKind('install').length).toBeGreaterThan(0);
    const ci = readFileSync('.ci/run', 'utf8');
    const first = ofKind('install').filter((line) => line.place.startsWith('README.md'));
    expect(first.map((line) => line.text)).toEqual(['npm ci && npm start', 'npm ci && npm test']);
    for (const { text } of first) expect(ci).toContain(`'^${text}'`);
  });

  it('names scripts that package.json has and tools that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const words = pages.flatMap((page) => [...codeWords(page), ...lines.map((line) => line.text)]);
    const named = new Set(words.flatMap(scriptsOf));
    expect(named.size).toBeGreaterThan(3);
    for (const script of named) expect(Object.keys(scripts)).toContain(script);
    for (const { text, place } of ofKind('tool')) expect(existsSync(text.split(' ')[1]), place).toBe(true);
  });
});

describe("what the researcher's page makes of its study", () => {
  const page = 'docs/tutorial-researcher.md';
  const inLanguage = (language: string) =>
    blocks.filter((block) => block.path === page && block.language === language);
  const programs = ['r', 'python'].flatMap(inLanguage);
  const study = parse(inLanguage('yaml')[0].text) as { replicates: number; window: string };
  const left = (...path: string[]) => join(folder, 'output', ...path);

  it('is a program in R, one in Python and a question in SQL', () => {
    expect([...programs, ...inLanguage('sql')].map((block) => block.language)).toEqual([
      'r',
      'python',
      'sql',
    ]);
  });

  it.for(programs.map((block) => [block.language, block] as const))(
    'a figure, by the program in %s, which finds the differences of compare.csv again',
    ([language, block], { skip }) => {
      const command = commandFor(language);
      skip(command === undefined, `no ${language} with what the page asks for is on this machine`);
      const file = join(folder, `program.${language}`);
      writeFileSync(file, block.text);
      const ran = spawnSync(command!, [file], { cwd: folder, encoding: 'utf8' });
      expect(ran.status, ran.stderr).toBe(0);
      const [, picture] = /"([\w-]+\.png)"/.exec(block.text)!;
      const bytes = readFileSync(join(folder, picture));
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      expect(bytes.length).toBeGreaterThan(10_000);
    },
  );

  it('the same differences in DuckDB: every pair in every month, none before the pact breaks', async () => {
    const load = readFileSync(left('gates', 'load', 'load.sql'), 'utf8');
    const rows = await query(`${load} ${inLanguage('sql')[0].text}`, left('gates'));
    expect(rows.length).toBe(60);
    expect(new Set(rows.map(([, pairs]) => pairs))).toEqual(new Set([String(study.replicates)]));
    const isBefore = ([date]: (string | null)[]) => date! < study.window.slice(0, 7);
    expect(new Set(rows.filter(isBefore).map(([, , difference]) => difference))).toEqual(new Set(['0']));
    for (const [, , difference] of rows.filter((row) => !isBefore(row)))
      expect(Number(difference)).toBeLessThan(0);
  });

  it('the same bytes from two shards as from one machine', () => {
    const tables = (name: string) => studySums(left(name)).filter((line) => !line.startsWith('/chunks'));
    expect(tables('gates-merged').length).toBeGreaterThan(15);
    expect(tables('gates-merged')).toEqual(tables('gates'));
  });

  it('a last line to cite it by: version, model version, study id and seed', () => {
    const last = readFileSync(left('gates', 'README.md'), 'utf8').trimEnd().split('\n').at(-1);
    expect(last).toMatch(/^Maabar [\d.]+ \(model version \d+\), study [\da-f]{8}, seed 7\./);
  });
});

/** A program on this machine that takes a language, with the packages that the page asks for. */
function commandFor(language: string): string | undefined {
  const tries = { r: ['Rscript'], python: ['python3', '/usr/bin/python3', 'python'] }[language] ?? [];
  const proof = { r: ['--version'], python: ['-c', 'import pandas, matplotlib'] }[language] ?? [];
  return tries.find((command) => spawnSync(command, proof).status === 0);
}

describe('the reading of shell lines', () => {
  const block = (language: string, text: string): Block => ({
    path: 'x.md',
    line: 1,
    language,
    note: '',
    text,
  });
  const read = (language: string, text: string) => shellLines(block(language, text));

  it('knows the program by each of its names, without prompt and comment', () => {
    const text = '$ node bin/maabar.js list\nnpm run maabar -- list   # what is shipped\nmaabar list';
    expect(read('bash', text).map((line) => line.arguments)).toEqual(['list', 'list', 'list']);
  });

  it('joins continued lines and reads the promised exit code', () => {
    const [line] = read('bash', 'maabar check \\\n  wrong.yaml   # exit 3: it is not valid');
    expect(line).toMatchObject({ arguments: 'check wrong.yaml', exit: 3 });
  });

  it('does not run a picture of the screen, but a command beside it', () => {
    expect(read('', 'maabar │ maximum-pressure │ Jun 2020\nmaabar list').map((line) => line.text)).toEqual([
      'maabar list',
    ]);
  });

  it('refuses a line that it does not know', () => {
    expect(() => read('bash', 'curl example.org')).toThrow('x.md:2: nobody checks "curl example.org"');
  });

  it('reads inline commands but for gaps to fill and bare verbs, and refuses an unknown verb', () => {
    const words = [
      'maabar run <scenario>',
      'maabar check',
      'maabar',
      'node bin/maabar.js list',
      'patron.transfer',
    ];
    expect(inlineLines(words, 'x.md').map((line) => line.arguments)).toEqual(['list']);
    expect(inlineLines(['maabar run baseline'], 'x.md')[0].arguments).toBe('run baseline --replicates 2');
    expect(() => inlineLines(['maabar sing'], 'x.md')).toThrow('x.md: "maabar sing" has no verb of run');
  });
});
