import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, ln, pow } from '../../src/engine/maths.ts';
import { compileFormula } from '../../src/scenario/expression.ts';
import type { FormulaInputs } from '../../src/scenario/formula.ts';

const inputs: FormulaInputs = { baseline: 8, current: 3, months_since: 4 };

async function evaluate(text: string | number, given = inputs): Promise<number> {
  const { formula, fault } = await compileFormula(text);
  if (formula === undefined) throw new Error(`${text} ${fault}`);
  return formula(given);
}

describe('a formula', () => {
  test.each<[string | number, number]>([
    [12.5, 12.5],
    ['-2.5e3', -2500],
    [' baseline ', 8],
    ['current', 3],
    ['months_since', 4],
    ['baseline * (1 - 0.6)', 8 * 0.4],
    ['baseline - current - 1', 4],
    ['2 + 3 * 4 ^ 2 / 8', 8],
    ['2 ^ 3 ^ 2', 512],
    ['-2 ^ 2', -4],
    ['-(-baseline)', 8],
    ['3 < 4', 1],
    ['4 <= 3', 0],
    ['(baseline > current) + (baseline >= 8) + (current == 3) + (current != 3)', 3],
    ['min(baseline, current, 5)', 3],
    ['max(2)', 2],
    ['abs(current - baseline)', 5],
    ['exp(1)', exp(1)],
    ['ln(baseline)', ln(8)],
    ['sqrt(baseline + 1)', 3],
    ['clamp(baseline, 0, 5) + clamp(-1, 0, 5)', 5],
    ['step(months_since - 4) + step(months_since - 5)', 1],
    ['ramp(months_since, 8)', 0.5],
    ['ramp(months_since, 2) + ramp(-1, 2)', 1],
    ['baseline *\n  0.5', 4],
  ])('%j is %d', async (text, expected) => {
    expect(await evaluate(text)).toBe(expected);
  });

  test('what is undefined stays undefined, and does not hide in a comparison', async () => {
    expect(await evaluate('0 / 0 > 1')).toBeNaN();
    expect(await evaluate('step(sqrt(-1))')).toBeNaN();
    expect(await evaluate('min(1, ln(-1))')).toBeNaN();
    expect(await evaluate('1 / 0')).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('what is no formula is refused fast, with what is allowed', () => {
  test.each([
    ['range(1,2e7)', 'may not call "range"'],
    ['ones(2e4, 2e4)', 'may not call "ones"'],
    ['import(baseline)', 'may not call "import"'],
    ['createUnit(1)', 'may not call "createUnit"'],
    ['evaluate(1)', 'may not call "evaluate"'],
    ['constructor(1)', 'may not call "constructor"'],
    ['toString()', 'may not call "toString"'],
    ['__proto__', 'knows no "__proto__"'],
    ['hasOwnProperty', 'knows no "hasOwnProperty"'],
    ['f(x) = x', 'defines a function'],
    ['baseline = 3', 'assigns with "="'],
    ['patron.transfer * 2', 'knows no other parameter'],
    ['baseline.constructor', 'knows no other parameter'],
    ['max.constructor(1)', 'may not call that'],
    ['"text"', 'holds "\\""'],
    ["cos('x')", 'holds "\'"'],
    ['[1, 2; 3, 4]', 'holds "["'],
    ['{a: 1}', 'holds "{"'],
    ['1; 2', 'holds ";"'],
    ['1\n2', 'has more than one line'],
    ['1:10', 'holds ":"'],
    ['baseline ? 1 : 2', 'holds "?"'],
    ['5%', 'holds "%"'],
    ["baseline'", 'holds'],
    ['5!', 'may not use "!" on one value'],
    ['+5', 'may not use "+" on one value'],
    ['baseline mod 3', 'may not use "mod"'],
    ['1 and 1', 'may not use "and"'],
    ['not 1', 'may not use "not"'],
    ['3 to 4', 'may not use "to"'],
    ['baseline .* 2', 'may not use ".*"'],
    ['1 < 2 < 3', 'compares in a chain'],
    ['2 baseline', 'leaves out a "*"'],
    ['(2)(3)', 'leaves out a "*"'],
    ['true', 'no finite number'],
    ['Infinity', 'no finite number'],
    ['1e999', 'no finite number'],
    ['NaN', 'no finite number'],
    ['undefined', 'no finite number'],
    ['pi', 'knows no "pi"'],
    ['i', 'knows no "i"'],
    ['basline * 2', 'knows no "basline". Did you mean "baseline"?'],
    ['month_since', 'Did you mean "months_since"?'],
    ['random()', 'may not call "random"'],
    ['clamp(1, 2)', 'gives clamp 2 values; it takes 3'],
    ['min()', 'gives min 0 values; it takes 1 to 20'],
    ['max', 'without its arguments, max(...)'],
    ['', 'no finite number'],
    ['(1', 'cannot be read as a formula'],
    ['1 +', 'cannot be read as a formula'],
    ['baseline * * 2', 'cannot be read as a formula'],
    [`${'('.repeat(60)}1${')'.repeat(60)}`, 'more than 50 brackets within one another'],
    [Array(200).fill('1').join('+'), 'nested too deeply'],
    ['-'.repeat(300).concat('1'), 'nested too deeply'],
    [Array(200).fill('2').join('^'), 'nested too deeply'],
    [`1 + ${'9'.repeat(600)}`, 'a formula has at most 500'],
    ['x'.repeat(1_000_000), 'a formula has at most 500'],
  ])('case %#', async (text, words) => {
    await compileFormula('1 + 1');
    const start = performance.now();
    const { formula, fault } = await compileFormula(text);
    expect(performance.now() - start).toBeLessThan(500);
    expect(formula).toBeUndefined();
    expect(fault).toContain(words);
  });

  test('any text at all gives a formula or a fault, and never throws', async () => {
    const pieces = fc.constantFrom(
      'baseline',
      'current',
      '(',
      ')',
      ',',
      '+',
      '-',
      '^',
      '=',
      '<',
      'min',
      'f',
      '.',
      ' ',
      '2',
      '!',
      '\n',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { formula, fault } = await compileFormula(text);
        if (formula !== undefined) expect(typeof formula(inputs)).toBe('number');
        else expect(fault).toMatch(/\S/);
      }),
    );
  });
});

/** A formula's text beside a reference value computed without a parser. */
interface Sample {
  readonly text: string;
  readonly value: (given: FormulaInputs) => number;
}

const leaf: fc.Arbitrary<Sample> = fc.oneof(
  fc.integer({ min: 0, max: 99 }).map((number) => ({ text: `${number / 10}`, value: () => number / 10 })),
  fc
    .constantFrom('baseline' as const, 'current' as const, 'months_since' as const)
    .map((name) => ({ text: name, value: (given: FormulaInputs) => given[name] })),
);

const truth = (a: number, b: number, holds: boolean) =>
  Number.isNaN(a + b) && (Number.isNaN(a) || Number.isNaN(b)) ? Number.NaN : holds ? 1 : 0;
const pairs: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => pow(a, b),
  '<': (a, b) => truth(a, b, a < b),
  '<=': (a, b) => truth(a, b, a <= b),
  '>': (a, b) => truth(a, b, a > b),
  '>=': (a, b) => truth(a, b, a >= b),
  '==': (a, b) => truth(a, b, a === b),
  '!=': (a, b) => truth(a, b, a !== b),
};
const calls: Readonly<Record<string, (a: number, b: number, c: number) => number>> = {
  min: (a, b, c) => Math.min(a, b, c),
  max: (a, b, c) => Math.max(a, b, c),
  clamp: (a, b, c) =>
    Number.isNaN(a) || Number.isNaN(b) || Number.isNaN(c) ? Number.NaN : Math.min(c, Math.max(b, a)),
};
const singles: Readonly<Record<string, (a: number) => number>> = {
  abs: (a) => (a < 0 ? -a : a + 0),
  exp: (a) => exp(a),
  ln: (a) => ln(a),
  sqrt: (a) => Math.sqrt(a),
  step: (a) => truth(a, 0, a >= 0),
};

const { sample } = fc.letrec<{ sample: Sample }>((tie) => ({
  sample: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.tuple(tie('sample'), fc.constantFrom(...Object.keys(pairs)), tie('sample')).map(([a, op, b]) => ({
      text: `(${a.text}) ${op} (${b.text})`,
      value: (given: FormulaInputs) => pairs[op](a.value(given), b.value(given)),
    })),
    tie('sample').map((a) => ({ text: `-(${a.text})`, value: (given: FormulaInputs) => -a.value(given) })),
    fc.tuple(fc.constantFrom(...Object.keys(singles)), tie('sample')).map(([name, a]) => ({
      text: `${name}(${a.text})`,
      value: (given: FormulaInputs) => singles[name](a.value(given)),
    })),
    fc
      .tuple(fc.constantFrom(...Object.keys(calls)), tie('sample'), tie('sample'), tie('sample'))
      .map(([name, a, b, c]) => ({
        text: `${name}(${a.text}, ${b.text}, ${c.text})`,
        value: (given: FormulaInputs) => calls[name](a.value(given), b.value(given), c.value(given)),
      })),
  ),
}));

test('a compiled formula equals a reference evaluation, for any formula and month', async () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const givens = fc.record({ baseline: number, current: number, months_since: fc.nat({ max: 155 }) });
  const short = sample.filter(({ text }) => text.length <= 500);
  await fc.assert(
    fc.asyncProperty(short, givens, async ({ text, value }, given) => {
      expect(await evaluate(text, given)).toEqual(value(given));
    }),
    { numRuns: 300 },
  );
});
