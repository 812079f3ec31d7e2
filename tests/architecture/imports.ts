import { posix } from 'node:path';
import { placeOf, type SourceFile, type SyntaxNode, walk } from './source-tree.ts';

/** What one file asks of another, or of a package. */
export interface Import {
  readonly place: string;
  readonly specifier: string;
  /** `static` costs at start-up; `dynamic` when reached; `type` is erased. */
  readonly kind: 'static' | 'dynamic' | 'type';
}

/** Every import of a file: statements, re-exports, `import()` and types. A specifier that is no literal is `<computed>`. */
export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = [];
  walk(file.program, (node) => {
    const kind = kindOf(node);
    if (kind !== null) found.push({ place: placeOf(file, node), specifier: textOf(node.source), kind });
  });
  return found;
}

function kindOf(node: SyntaxNode): Import['kind'] | null {
  if (node.type === 'ImportExpression') return 'dynamic';
  if (node.type === 'TSImportType') return 'type';
  if (node.type === 'ImportDeclaration') return node.importKind === 'type' ? 'type' : 'static';
  if (!/^Export(Named|All)Declaration$/.test(node.type) || !node.source) return null;
  return node.exportKind === 'type' ? 'type' : 'static';
}

function textOf(source: unknown): string {
  const literal = source as { readonly value?: unknown } | null;
  return typeof literal?.value === 'string' ? literal.value : '<computed>';
}

/** A floor, and what its files may ask for. */
interface Floor {
  readonly below: readonly string[];
  /** Packages and Node modules; `node:*` is all of Node. */
  readonly packages: readonly string[];
  /** Of these, and of floors: only by `import()`. */
  readonly late?: readonly string[];
}

const everyPackage = [
  'commander',
  'csv-parse',
  'csv-stringify',
  'hyparquet-writer',
  'ink',
  'mathjs',
  'react',
  'seedrandom',
  'string-width',
  'tinypool',
  'yaml',
  'zod',
  'node:*',
];

/** The floors of docs/architecture.md. `index` is the file src/index.ts. */
export const floors: Readonly<Record<string, Floor>> = {
  engine: { below: [], packages: ['seedrandom'] },
  model: { below: ['engine'], packages: [] },
  scenario: {
    below: ['engine', 'model'],
    packages: ['yaml', 'zod', 'mathjs', 'node:fs', 'node:path', 'node:url'],
    late: ['mathjs'],
  },
  study: { below: ['engine', 'model', 'scenario'], packages: ['tinypool', 'node:*'] },
  figures: { below: ['engine', 'model', 'scenario', 'study'], packages: [] },
  export: {
    below: ['engine', 'model', 'scenario', 'study', 'figures'],
    packages: ['csv-parse', 'csv-stringify', 'hyparquet-writer', 'node:*'],
  },
  dashboard: {
    below: ['engine', 'model', 'scenario', 'study', 'figures'],
    packages: ['ink', 'react', 'string-width'],
  },
  cli: {
    below: ['engine', 'model', 'scenario', 'study', 'figures', 'export', 'dashboard'],
    packages: everyPackage,
    late: ['ink', 'react', 'mathjs', 'dashboard'],
  },
  index: { below: ['engine', 'model', 'scenario', 'study', 'figures', 'export'], packages: [] },
};

/** `engine` for src/engine/maths.ts; `index` for src/index.ts. */
function floorOf(path: string): string {
  const [, name] = path.split('/');
  return name.replace(/\.tsx?$/, '');
}

/** Imports that go up, sideways, to a package the floor has not, or too early. */
export function findImportOffences(file: SourceFile): string[] {
  const name = floorOf(file.path);
  const floor = floors[name];
  if (floor === undefined) return [`${file.path}: no floor is called ${name}`];
  return importsOf(file).flatMap((entry) => {
    const fault = entry.specifier.startsWith('.')
      ? faultOfArrow(file.path, name, floor, entry)
      : faultOfPackage(file.path, name, floor, entry);
    return fault === null ? [] : [`${entry.place}: ${fault}`];
  });
}

function faultOfArrow(path: string, name: string, floor: Floor, entry: Import): string | null {
  const target = posix.join(posix.dirname(path), entry.specifier);
  if (!target.startsWith('src/')) return `${entry.specifier} leads out of src/`;
  const other = floorOf(target);
  if (other === name) return null;
  if (!floor.below.includes(other)) return `${name} may not import ${other}`;
  return faultOfHaste(floor, other, entry);
}

function faultOfPackage(path: string, name: string, floor: Floor, entry: Import): string | null {
  const wanted = packageOf(entry.specifier);
  const has =
    floor.packages.includes(wanted) || (wanted.startsWith('node:') && floor.packages.includes('node:*'));
  if (!has) return `${name} may not import ${entry.specifier}`;
  if (name === 'engine' && entry.specifier !== 'seedrandom/lib/alea.js' && entry.kind !== 'type')
    return 'engine takes only seedrandom/lib/alea.js: the whole package brings the default generator and crypto';
  if (name === 'scenario' && wanted === 'mathjs' && path !== 'src/scenario/expression.ts')
    return 'mathjs belongs in src/scenario/expression.ts alone';
  return faultOfHaste(floor, wanted, entry);
}

function faultOfHaste(floor: Floor, wanted: string, entry: Import): string | null {
  if (entry.kind !== 'static' || !floor.late?.includes(wanted)) return null;
  return `${wanted} is to be loaded by import() when it is needed`;
}

/** `csv-stringify` of `csv-stringify/sync`, `node:fs` of `node:fs/promises`, `@a/b` of `@a/b/c`. */
function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
