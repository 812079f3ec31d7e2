import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { monthOrder } from '../../src/model/month.ts';
import { parameterDeclarations } from '../../src/model/parameters.ts';
import { columns, isParameter, looksLikeParameter, shipped } from './known-names.ts';
import { blocksOf, codeWords, type Page, tableUnder } from './pages.ts';
import { readSwitches } from './switches.ts';

const page: Page = { path: 'docs/model.md', text: readFileSync('docs/model.md', 'utf8') };
const symbolRows = tableUnder(page, '8. Symbols');
const symbols = new Set(symbolRows.flatMap(([names]) => names.split(', ')));
const equations = blocksOf(page).filter((block) => block.language === 'equation');

/** Functions of the equations, and the subscripts that sums run over. */
const words = new Set([
  ...['sum', 'exp', 'ln', 'log2', 'min', 'max', 'clip', 'abs', 'prod', 'mean', 'mean6', 'mean24'],
]);

describe('the model page', () => {
  it('gives the order of a month as the code plays it', () => {
    const [, listed = ''] = /<!-- month-order -->([\s\S]*?)<!-- \/month-order -->/.exec(page.text) ?? [];
    const order = [...listed.matchAll(/^- (.*)$/gm)].map((match) => match[1]);
    expect(order).toEqual([...monthOrder]);
  });

  it('has a section for every rule that a parameter names', () => {
    const headings = [...page.text.matchAll(/^### (\w+)/gm)].map((match) => match[1]);
    for (const { rule, name } of parameterDeclarations) expect(headings, name).toContain(rule);
  });

  it('explains every symbol of every equation, and no symbol twice', () => {
    expect(equations.length).toBeGreaterThan(10);
    expect(symbolRows.flatMap(([names]) => names.split(', '))).toHaveLength(symbols.size);
    const unknown = equations.flatMap(({ line, text }) =>
      [...text.matchAll(/[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)?/g)]
        .map(([word]) => word.split('_')[0])
        .filter((word) => !symbols.has(word) && !words.has(word))
        .map((word) => `line ${line}: ${word}`),
    );
    expect(unknown).toEqual([]);
  });

  it('uses every symbol that it explains', () => {
    const used = page.text.split('## 5.')[1].split('## 8.')[0];
    const unused = [...symbols].filter(
      (symbol) => !new RegExp(`(^|[^A-Za-z])${symbol}([^A-Za-z0-9]|$)`, 'm').test(used),
    );
    expect(unused).toEqual([]);
  });

  it.each(symbolRows.map((row) => [row[0], row] as const))('finds %s in the code', (_, row) => {
    expect(row).toHaveLength(4);
    const homes = [...row[3].matchAll(/`([^`]+)`/g)].map((match) => match[1]);
    expect(homes.length).toBeGreaterThan(0);
    for (const home of homes) expect(isInCode(home), home).toBe(true);
  });

  it('names no parameter, column or scenario that does not exist', () => {
    const wrong = codeWords(page).filter(
      (word) =>
        (looksLikeParameter(word) && !isParameter(word)) ||
        (/^[a-z0-9_]+_(usd|share|n|idx|days|id)$/.test(word) && !columns.has(word)) ||
        (/^[a-z0-9]+(-[a-z0-9]+)+$/.test(word) && !shipped.has(word)),
    );
    expect(wrong).toEqual([]);
  });

  it('has for each claim a rule that is a section, a scenario and a column that exist', () => {
    const headings = new Set([...page.text.matchAll(/^### (\w+)/gm)].map((match) => match[1]));
    const claims = tableUnder(page, 'What the investigation claimed, and where to look');
    expect(claims.length).toBeGreaterThan(10);
    for (const [claim, rules, look] of claims) {
      for (const rule of rules.split(/[,;:]/).slice(0, 1))
        expect(headings.has(rule.trim()), `${claim}: ${rule}`).toBe(true);
      const pointed = [...look.matchAll(/`([^`]+)`/g)].map((match) => match[1]);
      for (const name of pointed) expect(shipped.has(name) || columns.has(name), name).toBe(true);
      expect(
        pointed.some((name) => shipped.has(name)),
        claim,
      ).toBe(true);
      expect(
        pointed.some((name) => columns.has(name)),
        claim,
      ).toBe(true);
    }
  });

  it('has a switch for every mechanism, at a value that it may have', () => {
    const switches = readSwitches(page);
    expect(switches.length).toBeGreaterThan(30);
    for (const { settings, column } of switches) {
      expect(columns.has(column), column).toBe(true);
      expect(Object.keys(settings).length).toBeGreaterThan(0);
      for (const [name, value] of Object.entries(settings)) {
        const { min, max } = parameterDeclarations.find((declared) => declared.name === name)!;
        expect(value >= min && value <= max, name).toBe(true);
      }
    }
  });
});

/** `trade.imports`, or `effort.ts#needOf`: a word of a file of src/model. */
function isInCode(home: string): boolean {
  const [file, word] = home.split('#');
  if (word === undefined) return isParameter(home);
  const path = `src/model/${file}`;
  return existsSync(path) && new RegExp(`\\b${word}\\b`).test(readFileSync(path, 'utf8'));
}
