import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { floors } from '../architecture/imports.ts';
import { columns, isParameter, looksLikeParameter } from './known-names.ts';
import { blocksOf, codeWords, type Page, proseOf, readPages, savedAs, tableUnder } from './pages.ts';

const pages = readPages();
const pageAt = (path: string): Page => pages.find((page) => page.path === path)!;
const codeIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]);
interface Stated {
  readonly version: string;
  readonly license: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
const packageAt = (path: string) => JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Stated;

const topFolders = new Set([
  '.ci',
  'bench',
  'bin',
  'docs',
  'scenarios',
  'schemas',
  'src',
  'studies',
  'tests',
  'worlds',
]);
const isPath = (word: string) =>
  topFolders.has(word.split('/')[0]) && /^[\w./*<>-]+\/[\w./*<>-]*$/.test(word);
const saved = new Set(pages.flatMap(blocksOf).map(savedAs));
const exists = (path: string) =>
  existsSync(path) || saved.has(path) || globSync(path.replaceAll(/<[^>]+>/g, '*')).length > 0;

describe('every page', () => {
  it.each(pages.map((page) => [page.path, page] as const))('%s names only what exists', (_, page) => {
    const words = codeWords(page);
    const wrong = words.filter(
      (word) => (isPath(word) && !exists(word)) || (looksLikeParameter(word) && !isParameter(word)),
    );
    expect(wrong).toEqual([]);
  });

  it.each(pages.map((page) => [page.path, page] as const))(
    '%s links to pages and headings that exist',
    (_, page) => {
      for (const [, target] of proseOf(page).matchAll(/\]\(([^)]+)\)/g)) {
        if (/^https?:/.test(target)) continue;
        const [file, heading] = target.split('#');
        const path = file === '' ? page.path : join(dirname(page.path), file);
        expect(existsSync(path), target).toBe(true);
        if (heading !== undefined) expect(headingsOf(readFileSync(path, 'utf8')), target).toContain(heading);
      }
    },
  );
});

/** Headings of a page as links name them. */
function headingsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
}

describe('the architecture page', () => {
  const page = pageAt('docs/architecture.md');

  it('names paths at all, every floor of src/ and every step of the walk', () => {
    expect(codeWords(page).filter(isPath).length).toBeGreaterThan(50);
    for (const folder of globSync('src/*/'))
      expect(page.text).toContain(`\`${folder.replaceAll('\\', '/').replace(/\/?$/, '/')}\``);
  });

  it('gives each floor the packages that the imports test allows it', () => {
    const rows = tableUnder(page, 'Floors');
    expect(rows.map(([name]) => codeIn(name)[0]).sort()).toEqual(
      Object.keys(floors)
        .filter((name) => name !== 'index')
        .sort(),
    );
    for (const [name, , packages] of rows) {
      const floor = codeIn(name)[0];
      if (floor === 'cli') continue;
      expect(codeIn(packages).sort(), floor).toEqual([...floors[floor].packages].sort());
    }
  });
});

describe('the glossary', () => {
  const rows = tableUnder(pageAt('docs/glossary.md'), 'Glossary');

  it('has each term once, in order', () => {
    const terms = rows.map(([term]) => term);
    expect(terms.length).toBeGreaterThan(30);
    expect(terms).toEqual([...new Set(terms)].sort());
  });

  it('names columns that are recorded', () => {
    const named = rows
      .flatMap(([, meaning]) => codeIn(meaning))
      .filter((word) => /_(usd|share|idx|n)$/.test(word));
    expect(named.length).toBeGreaterThan(2);
    for (const column of named) expect(columns).toContain(column);
  });
});

describe('the dependencies page', () => {
  const page = pageAt('docs/dependencies.md');
  const { dependencies = {}, devDependencies = {} } = packageAt('.');

  it.each([
    ['In the program', dependencies],
    ['For development', devDependencies],
  ] as const)('lists under "%s" each package of package.json and no other', (heading, wanted) => {
    const listed = tableUnder(page, heading).map(([name]) => codeIn(name)[0]);
    expect(listed.sort()).toEqual(Object.keys(wanted).sort());
  });

  it('gives each package the licence that the package states', () => {
    const rows = [...tableUnder(page, 'In the program'), ...tableUnder(page, 'For development')];
    for (const [name, licence, size, why] of rows) {
      expect(packageAt(join('node_modules', codeIn(name)[0])).license, name).toBe(licence);
      expect(size.length * why.length, name).toBeGreaterThan(0);
    }
  });

  it('lists under notices only licences whose terms it states, each as installed', () => {
    const rows = tableUnder(page, 'Notices');
    expect(rows.length).toBeGreaterThan(Object.keys(dependencies).length);
    for (const name of Object.keys(dependencies)) expect(rows.map(([listed]) => listed)).toContain(name);
    for (const [name, version, licence] of rows) {
      expect(licence, name).toMatch(/^(MIT|ISC|Apache-2\.0|\(MIT OR CC0-1\.0\))$/);
      const installed = globSync([
        `node_modules/${name}/package.json`,
        `node_modules/**/node_modules/${name}/package.json`,
      ]);
      const found = installed
        .map((file) => packageAt(dirname(file)))
        .find((stated) => stated.version === version);
      expect(found?.license, `${name} ${version}`).toBe(licence);
    }
  });
});

describe('what goes with a release', () => {
  it('has one version and one licence in package.json, CITATION.cff and LICENSE', () => {
    const { version, license } = packageAt('.');
    const citation = readFileSync('CITATION.cff', 'utf8');
    expect(citation).toMatch(new RegExp(`^version: ${version.replaceAll('.', '\\.')}$`, 'm'));
    expect(citation).toMatch(new RegExp(`^license: ${license}$`, 'm'));
    expect(citation).toContain('name: The Maabar contributors');
    expect(readFileSync('LICENSE', 'utf8')).toMatch(
      /^MIT License\n\nCopyright \(c\) \d{4} The Maabar contributors\n/,
    );
  });

  it('has a changelog that says what became of results', () => {
    expect(pageAt('CHANGELOG.md').text).toMatch(/^## \[Unreleased\]$[\s\S]*^### Results$/m);
  });
});
