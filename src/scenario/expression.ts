import { type Compiled, compileTree, type SyntaxTree } from './formula.ts';

/** Characters in a formula; a longer one is refused unread. */
const longest = 500;
/** Brackets within brackets, and operators within operators. */
const deepest = 50;

/**
 * Compiles a formula once. Plain numbers and bare names need no parser; only for the rest is mathjs loaded, and only its parser:
 * the text is never evaluated by it. Never throws on a user's text.
 */
export async function compileFormula(given: string | number): Promise<Compiled> {
  const plain = readPlain(given);
  if (plain !== undefined) return plain;
  const text = String(given);
  const fault = refuse(text);
  if (fault !== undefined) return { fault };
  const parse = await loadParser();
  try {
    return compileTree(parse(text), deepest);
  } catch (error) {
    return { fault: `cannot be read as a formula: ${(error as Error).message}` };
  }
}

function readPlain(given: string | number): Compiled | undefined {
  if (typeof given === 'number') return { formula: () => given };
  const name = given.trim();
  if (name === 'baseline' || name === 'current' || name === 'months_since')
    return { formula: (inputs) => inputs[name] };
  if (!/^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(name)) return undefined;
  const value = Number(name);
  return Number.isFinite(value)
    ? { formula: () => value }
    : { fault: `holds "${name}", which is no finite number` };
}

/** What can be refused without a parser: length, depth, and letters that no formula has. */
function refuse(text: string): string | undefined {
  if (text.length > longest) return `is ${text.length} characters long; a formula has at most ${longest}`;
  const strange = /[^A-Za-z0-9_.+\-*/^()<>=!, \t\n]/.exec(text)?.[0];
  if (strange !== undefined)
    return `holds ${JSON.stringify(strange)}, which no formula may. Allowed: numbers, names, ( ) , + - * / ^ < <= > >= == !=`;
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    if (depth > deepest) return `has more than ${deepest} brackets within one another`;
  }
  return undefined;
}

let parser: Promise<(text: string) => SyntaxTree> | undefined;

/** mathjs for plain numbers, its parser alone: the bundler drops the rest, and what stays loads in some 15 ms. */
function loadParser(): Promise<(text: string) => SyntaxTree> {
  parser ??= importParser();
  return parser;
}

async function importParser(): Promise<(text: string) => SyntaxTree> {
  const { create, parseDependencies } = await import('mathjs/number');
  const { parse } = create({ parseDependencies });
  return (text) => parse(text) as unknown as SyntaxTree;
}
