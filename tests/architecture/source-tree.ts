import { globSync, readFileSync } from 'node:fs';
import { type ESTree, type ParseResult, parseSync } from 'rolldown/utils';

/** One file of src/ with its syntax tree. Paths are relative to the project and use `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly program: ESTree.Program;
  readonly comments: ParseResult['comments'];
}

/** Any node of the tree, as the walkers below need it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Parses a text as the file it would be; throws when it is no TypeScript. */
export function parseSource(path: string, text: string): SourceFile {
  const lang = path.endsWith('.d.ts') ? 'dts' : path.endsWith('.tsx') ? 'tsx' : 'ts';
  const { program, comments, errors } = parseSync(path, text, { lang, sourceType: 'module' });
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  return { path, text, program, comments };
}

/** Every TypeScript file below src/, parsed. */
export function readSourceTree(): SourceFile[] {
  const paths = globSync('src/**/*.{ts,tsx}').map((path) => path.replaceAll('\\', '/'));
  return paths.sort().map((path) => parseSource(path, readFileSync(path, 'utf8')));
}

/** Calls `visit` with every node, its parent and the parent's key that holds it, outermost first. */
export function walk(
  root: unknown,
  visit: (node: SyntaxNode, parent: SyntaxNode | null, key: string) => void,
): void {
  const descend = (value: unknown, parent: SyntaxNode | null, key: string): void => {
    if (Array.isArray(value)) for (const entry of value) descend(entry, parent, key);
    else if (isNode(value)) {
      visit(value, parent, key);
      for (const [childKey, child] of Object.entries(value)) descend(child, value, childKey);
    }
  };
  descend(root, null, '');
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** `src/engine/maths.ts:12`. */
export function placeOf(file: SourceFile, node: { readonly start: number }): string {
  return `${file.path}:${file.text.slice(0, node.start).split('\n').length}`;
}
