import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvLine } from '../../src/export/csv.ts';
import { guard, unguard } from '../../src/export/formula-guard.ts';

describe('a cell', () => {
  it.each([
    ['north', 'north'],
    ['Al-Qaim, west', '"Al-Qaim, west"'],
    ['the "fixer"', '"the ""fixer"""'],
    ['two\nlines', '"two\nlines"'],
    ['', ''],
    [true, '1'],
    [false, '0'],
    [null, ''],
    [undefined, ''],
    [0.1 + 0.2, '0.30000000000000004'],
    [-0, '0'],
    [-1.5, '-1.5'],
  ])('%j is written %j', (cell, text) => {
    expect(csvCell(cell)).toBe(text);
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx'])('%j cannot run as a formula in a spreadsheet', (text) => {
    expect(csvCell(text)).toMatch(/^"?'/);
  });

  it('is disarmed so that the text can be had back, whichever it is', () => {
    const anyText = fc.oneof(fc.string(), fc.stringMatching(/^'*[=+@-].*$/));
    fc.assert(fc.property(anyText, (text) => unguard(guard(text)) === text));
    expect([guard('=1'), guard("'=1"), guard("it's"), guard("'n")]).toEqual(["'=1", "''=1", "it's", "'n"]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%f is refused', (value) => {
    expect(() => csvCell(value)).toThrow('cannot be written');
  });

  it('with a number reads back as the same number, whichever it is', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        return Number(csvCell(value)) === value;
      }),
    );
  });
});

describe('a line', () => {
  it('ends with a line feed and has a comma between cells', () => {
    expect(csvLine(['r-1', 2, null, true])).toBe('r-1,2,,1\n');
  });

  it('of texts is one that csv readers take apart again', () => {
    const texts = fc.array(fc.string(), { minLength: 2 });
    fc.assert(
      fc.property(texts, (cells) => {
        expect(takeApart(csvLine(cells)).map(unguard)).toEqual(cells);
      }),
    );
  });
});

/** A reader of RFC 4180 by hand: an independent witness. */
function takeApart(line: string): readonly string[] {
  const cells: string[] = [];
  let rest = line;
  while (rest !== '') {
    const quoted = /^"((?:[^"]|"")*)"[,\n]/.exec(rest);
    const plain = /^([^,\n]*)[,\n]/.exec(rest);
    const [whole, text] = quoted ?? plain!;
    cells.push(quoted === null ? text : text.replaceAll('""', '"'));
    rest = rest.slice(whole.length);
  }
  return cells;
}
