import { exp, ln, pow } from '../engine/maths.ts';
import { didYouMean } from './nearest.ts';

/** What a formula may know of the month it is asked for. */
export interface FormulaInputs {
  /** The world file's value in that month. */
  readonly baseline: number;
  /** The value after earlier changes in that month. */
  readonly current: number;
  /** Months since the change began; 0 in its first month. */
  readonly months_since: number;
}

/** A compiled formula. Pure; gives NaN or infinity where arithmetic does. */
export type Formula = (inputs: FormulaInputs) => number;

/** A formula ready to run, or why the text is none, as words that follow "the formula". */
export type Compiled =
  | { readonly formula: Formula; readonly fault?: undefined }
  | { readonly formula?: undefined; readonly fault: string };

/** As much of a parsed text as is looked at. */
export interface SyntaxTree {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: string;
  readonly op?: string;
  readonly implicit?: boolean;
  readonly content?: SyntaxTree;
  readonly fn?: SyntaxTree | string;
  readonly args?: readonly SyntaxTree[];
}

const names = ['baseline', 'current', 'months_since'] as const;

/** A comparison with something undefined is undefined, so that no fault hides behind a 0. */
const compare =
  (holds: (a: number, b: number) => boolean) =>
  (a: number, b: number): number =>
    Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : Number(holds(a, b));

const operators: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': pow,
  '<': compare((a, b) => a < b),
  '<=': compare((a, b) => a <= b),
  '>': compare((a, b) => a > b),
  '>=': compare((a, b) => a >= b),
  '==': compare((a, b) => a === b),
  '!=': compare((a, b) => a !== b),
};

const clamp = (x: number, low: number, high: number): number => Math.min(Math.max(x, low), high);

/** Each with the least and the most arguments it takes. */
const functions: Readonly<
  Record<string, { from: number; to: number; apply: (...values: number[]) => number }>
> = {
  min: { from: 1, to: 20, apply: Math.min },
  max: { from: 1, to: 20, apply: Math.max },
  abs: { from: 1, to: 1, apply: Math.abs },
  exp: { from: 1, to: 1, apply: exp },
  ln: { from: 1, to: 1, apply: ln },
  sqrt: { from: 1, to: 1, apply: Math.sqrt },
  clamp: { from: 3, to: 3, apply: clamp },
  step: { from: 1, to: 1, apply: (x) => compare((a, b) => a >= b)(x, 0) },
  ramp: { from: 2, to: 2, apply: (x, length) => clamp(x / length, 0, 1) },
};

const operatorList = Object.keys(operators).join(' ');
const functionList = Object.keys(functions).join(' ');

/** Thrown within this file only. */
class Refusal extends Error {}

/** Turns a parsed text into a closure, node by node; a kind, name or operator that is not on the list is a fault. */
export function compileTree(tree: SyntaxTree, deepest: number): Compiled {
  try {
    return { formula: compileNode(tree, deepest) };
  } catch (error) {
    if (error instanceof Refusal) return { fault: error.message };
    throw error;
  }
}

function compileNode(node: SyntaxTree, room: number): Formula {
  if (room === 0) throw new Refusal('is nested too deeply; break it up');
  switch (node.type) {
    case 'ConstantNode':
      return compileConstant(node);
    case 'SymbolNode':
      return compileName(node.name ?? '');
    case 'ParenthesisNode':
      return compileNode(node.content!, room - 1);
    case 'OperatorNode':
      return compileOperator(node, room);
    case 'FunctionNode':
      return compileCall(node, room);
    default:
      throw new Refusal(refusalOf(node.type));
  }
}

function compileConstant({ value }: SyntaxTree): Formula {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new Refusal(`holds "${String(value)}", which is no finite number`);
  return () => value;
}

function compileName(name: string): Formula {
  const known = names.find((candidate) => candidate === name);
  if (known !== undefined) return (inputs) => inputs[known];
  if (Object.hasOwn(functions, name))
    throw new Refusal(`names the function ${name} without its arguments, ${name}(...)`);
  throw new Refusal(`knows no "${name}".${didYouMean(name, names)} Known names: ${names.join(', ')}`);
}

function compileOperator(node: SyntaxTree, room: number): Formula {
  const op = node.op ?? '';
  const args = (node.args ?? []).map((arg) => compileNode(arg, room - 1));
  if (node.implicit === true) throw new Refusal('leaves out a "*" between two factors');
  if (op === '-' && args.length === 1) return (inputs) => -args[0](inputs);
  if (args.length !== 2 || !Object.hasOwn(operators, op))
    throw new Refusal(
      `may not use "${op}" ${args.length === 1 ? 'on one value' : 'between values'}. Allowed: ${operatorList}`,
    );
  const apply = operators[op];
  const [left, right] = args;
  return (inputs) => apply(left(inputs), right(inputs));
}

function compileCall(node: SyntaxTree, room: number): Formula {
  const callee =
    typeof node.fn === 'string' ? node.fn : node.fn?.type === 'SymbolNode' ? node.fn.name : undefined;
  if (callee === undefined || !Object.hasOwn(functions, callee))
    throw new Refusal(
      `may not call ${callee === undefined ? 'that' : `"${callee}"`}.${didYouMean(callee ?? '', Object.keys(functions))} Allowed: ${functionList}`,
    );
  const { from, to, apply } = functions[callee];
  const args = (node.args ?? []).map((arg) => compileNode(arg, room - 1));
  if (args.length < from || args.length > to)
    throw new Refusal(
      `gives ${callee} ${args.length} values; it takes ${from === to ? from : `${from} to ${to}`}`,
    );
  return (inputs) => apply(...args.map((arg) => arg(inputs)));
}

function refusalOf(kind: string): string {
  const words: Readonly<Record<string, string>> = {
    AssignmentNode: 'assigns with "="; compare with "=="',
    FunctionAssignmentNode: 'defines a function',
    AccessorNode:
      'reaches into something with "."; it knows no other parameter, only baseline, current, months_since',
    RelationalNode: 'compares in a chain; write (a < b) * (b < c)',
    BlockNode: 'has more than one line',
  };
  const what = words[kind] ?? `holds a ${kind.replace(/Node$/, '').toLowerCase()}`;
  return `${what}. Allowed: numbers, ${names.join(', ')}, ${operatorList}, ${functionList}`;
}
