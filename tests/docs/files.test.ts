import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as yaml from 'yaml';
import { loadScenario } from '../../src/scenario/load.ts';
import { loadStudy } from '../../src/scenario/load-study.ts';
import { readWorld } from '../../src/scenario/load-world.ts';
import { scenarioKeys } from '../../src/scenario/schema.ts';
import { type Block, blocksOf, readPages } from './pages.ts';

const blocks = readPages().flatMap(blocksOf);
const inLanguage = (...languages: string[]) => blocks.filter((block) => languages.includes(block.language));
const placed = (block: Block) => [`${block.path}:${block.line}`, block] as const;

const yamlBlocks = inLanguage('yaml', 'yml');
const isWorld = (block: Block) => topKeys(block).some((key) => worldKeys.has(key));
const worldKeys = new Set([
  'factions',
  'crossings',
  'goods',
  'posts',
  'destinations',
  'sources',
  'parameters',
]);

const isStudy = (block: Block) => topKeys(block).includes('scenarios');
const isScenario = (block: Block) => !isWorld(block) && !isStudy(block);

function topKeys({ text }: Block): readonly string[] {
  return Object.keys((yaml.parse(text) ?? {}) as object);
}

/** A block that shows part of a scenario stands for one that builds on the baseline. */
function wholeScenario(block: Block): string {
  return topKeys(block).includes('title') ? block.text : `title: Part\nextends: baseline\n${block.text}`;
}

describe('files that pages show', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'maabar-files-'));
    mkdirSync(join(folder, 'scenarios'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are found, scenarios, a study and a world', () => {
    expect(yamlBlocks.filter(isWorld).length).toBeGreaterThan(0);
    expect(yamlBlocks.filter(isStudy).length).toBeGreaterThan(0);
    expect(yamlBlocks.filter(isScenario).length).toBeGreaterThan(0);
  });

  it.each(yamlBlocks.filter(isStudy).map(placed))('the study at %s loads', async (_, block) => {
    const file = join(folder, `study-${block.line}.yaml`);
    writeFileSync(file, block.text);
    const { scenarios } = await loadStudy({ file });
    expect(scenarios.length).toBeGreaterThan(0);
  });

  it.each(yamlBlocks.filter(isScenario).map(placed))('the scenario at %s loads', async (_, block) => {
    expect(scenarioKeys).toEqual(expect.arrayContaining([...topKeys(block)]));
    const file = join(folder, 'scenarios', `block-${block.line}.yaml`);
    writeFileSync(file, wholeScenario(block));
    const loaded = await loadScenario(file, { shippedDir: resolve('.') });
    expect(loaded.experiment.timeline.months).toBeGreaterThan(0);
  });

  it.each(yamlBlocks.filter(isWorld).map(placed))(
    'the world at %s is sound but for parameters it leaves out',
    (_, block) => {
      const home = join(folder, 'worlds', `block-${block.line}`);
      mkdirSync(home, { recursive: true });
      writeFileSync(join(home, 'world.yaml'), block.text);
      const { problems } = readWorld(home);
      const found = problems.filter(
        (problem) => !/^Parameter "[^"]+" .*has no value\./.test(problem.message),
      );
      expect(found).toEqual([]);
    },
  );

  const programs = inLanguage('ts', 'typescript', 'js');
  it('every program block that a page shows runs, or says which file it is from', () => {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(resolve('.'), join(folder, 'node_modules', 'maabar'), 'junction');
    for (const name of ['scenarios', 'worlds']) cpSync(name, join(folder, name), { recursive: true });
    for (const block of programs) expect(runProgram(block, folder)).toBe('');
  });

  it('a program block that fails, and one that its file does not hold, are seen', () => {
    const block = { path: 'x.md', line: 1, language: 'ts', note: '', text: "throw new Error('oh')" };
    expect(runProgram(block, folder)).toContain('oh');
    expect(runProgram({ ...block, text: 'const a: number = 1;\nif (a !== 1) throw 1;' }, folder)).toBe('');
    const note = 'from=src/model/version.ts';
    expect(runProgram({ ...block, note, text: 'export const modelVersion = 0;' }, folder)).toContain(
      'version.ts',
    );
  });
});

/** What is wrong with a program block, or nothing. */
function runProgram({ path, line, language, note, text }: Block, folder: string): string {
  const from = /^from=(\S+)$/.exec(note)?.[1];
  if (from !== undefined) {
    const source = readFileSync(from, 'utf8');
    const missing = text.split('\n').filter((part) => part.trim() !== '' && !source.includes(part.trim()));
    return missing.length === 0 ? '' : `${path}:${line}: ${from} has no line "${missing[0]}"`;
  }
  const file = join(folder, `program-${line}.${language === 'js' ? 'mjs' : 'mts'}`);
  writeFileSync(file, text);
  const ran = spawnSync(process.execPath, ['--experimental-strip-types', '--no-warnings', file], {
    cwd: folder,
    encoding: 'utf8',
  });
  return ran.status === 0 ? '' : `${path}:${line}: exit ${ran.status}\n${ran.stderr}`;
}
