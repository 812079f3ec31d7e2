import { placeOf, type SourceFile, type SyntaxNode, walk } from './source-tree.ts';

/** Names that bring in the clock, chance, the machine or the locale. */
const impureNames = new Set(
  `Date performance process console globalThis global window self setTimeout setInterval setImmediate queueMicrotask
  require crypto fetch Intl eval Function navigator Atomics WeakRef Temporal`.split(/\s+/),
);

/** Methods whose answer depends on the locale of the machine. */
const localMethods = new Set(['localeCompare', 'toLocaleString', 'toLocaleLowerCase', 'toLocaleUpperCase']);

/** Of Math, what every JavaScript engine computes to the same bits, and its constants. */
const exactMaths = new Set([
  'PI',
  'E',
  'LN2',
  'SQRT2',
  'sqrt',
  'abs',
  'min',
  'max',
  'floor',
  'ceil',
  'round',
  'trunc',
  'sign',
  'imul',
]);

/** What keeps engine and model from giving equal bits everywhere: impure names, inexact Math in any guise, and `**`. */
export function findImpurities(file: SourceFile): string[] {
  const found: string[] = [];
  walk(file.program, (node, parent, key) => {
    const fault = faultOf(node, parent, key);
    if (fault !== null) found.push(`${placeOf(file, node)}: ${fault}`);
  });
  return found;
}

function faultOf(node: SyntaxNode, parent: SyntaxNode | null, key: string): string | null {
  if (node.operator === '**' || node.operator === '**=')
    return `${node.operator} gives other bits elsewhere; use pow of engine/maths.ts`;
  if (node.type !== 'Identifier') return null;
  const name = node.name as string;
  if (isMember(parent, key))
    return localMethods.has(name) ? `${name} depends on the locale of the machine` : null;
  if (isLabelOnly(parent, key)) return null;
  if (impureNames.has(name)) return `${name} has no place in a pure floor`;
  return name === 'Math' ? faultOfMaths(parent, key) : null;
}

function isMember(parent: SyntaxNode | null, key: string): boolean {
  return parent?.type === 'MemberExpression' && key === 'property' && parent.computed !== true;
}

/** Keys of objects, classes and interfaces are names of their own. */
function isLabelOnly(parent: SyntaxNode | null, key: string): boolean {
  return key === 'key' && parent?.computed !== true;
}

/** `Math` may stand only before a dot and the name of an exact function. */
function faultOfMaths(parent: SyntaxNode | null, key: string): string | null {
  const plain = parent?.type === 'MemberExpression' && key === 'object' && parent.computed !== true;
  if (!plain) return 'Math is to be used as Math.name, so that a reader and this test see which function';
  const { name } = parent.property as { readonly name: string };
  return exactMaths.has(name)
    ? null
    : `Math.${name} gives other bits elsewhere, or chance; use engine/maths.ts`;
}
