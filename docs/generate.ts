import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ColumnSpec } from '../src/engine/recorder.ts';
import { recordedTables } from '../src/model/observables.ts';
import { type ParameterDeclaration, parameterDeclarations } from '../src/model/parameters.ts';
import type { WorldSpec } from '../src/model/world-spec.ts';

/** The pages that hold blocks made from the code. */
export const generatedPages: readonly string[] = ['model.md', 'dependencies.md'].map((name) =>
  fileURLToPath(new URL(name, import.meta.url)),
);

/** The text of each generated block, by the name in its marker `<!-- generated:name -->`. */
export function generatedBlocks(): Readonly<Record<string, string>> {
  return { parameters: parameterTables(), observables: observableTables(), notices: noticeTable() };
}

/** A page with every generated block filled anew. Throws on a marker that no block has, and on one that is not closed. */
export function fillBlocks(page: string, blocks: Readonly<Record<string, string>>): string {
  return page.replace(
    /(<!-- generated:(\w+) -->)([\s\S]*?)(<!-- \/generated -->|$(?![\s\S]))/g,
    (_, open: string, name: string, _old: string, close: string) => {
      if (close === '') throw new Error(`${open} has no <!-- /generated --> after it`);
      if (!Object.hasOwn(blocks, name)) throw new Error(`nothing generates ${open}`);
      return `${open}\n\n${blocks[name]}\n\n${close}`;
    },
  );
}

function parameterTables(): string {
  const rules = [...new Set(parameterDeclarations.map((declaration) => declaration.rule))];
  return rules
    .map((rule) => {
      const declared = parameterDeclarations.filter((declaration) => declaration.rule === rule);
      return `**${rule}**\n\n${table(['parameter', 'unit', 'from', 'to', 'read', 'meaning'], declared.map(parameterRow))}`;
    })
    .join('\n\n');
}

function parameterRow({ name, unit, min, max, read, meaning }: ParameterDeclaration): readonly string[] {
  return [`\`${name}\``, unit, plain(min), plain(max), read, meaning];
}

/** `10,000,000`, and a power of ten where zeros would have to be counted. */
function plain(value: number): string {
  return value >= 1e7 ? value.toExponential().replace('e+', 'e') : String(value);
}

/** A world without anything in it: what is recorded does not depend on names. */
const emptyWorld: WorldSpec = {
  id: 'empty',
  title: 'Empty',
  patronName: '',
  governmentName: '',
  factions: [],
  neighbours: [],
  corridors: [],
  crossings: [],
  posts: [],
  destinations: [],
  goods: [],
  bases: [],
};

function observableTables(): string {
  return recordedTables(emptyWorld)
    .map(({ name, meaning, columns }) => {
      const rows = columns.map(observableRow);
      return `**${name}**: ${meaning}\n\n${table(['column', 'unit', 'meaning'], rows)}`;
    })
    .join('\n\n');
}

function observableRow({ name, unit, meaning }: ColumnSpec): readonly string[] {
  return [`\`${name}\``, unit, meaning];
}

/** What package-lock.json says of a package. */
interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

/** Every package that the program may hold code of, with its licence: what is installed without development packages. */
function noticeTable(): string {
  const lock = fileURLToPath(new URL('../package-lock.json', import.meta.url));
  const { packages } = JSON.parse(readFileSync(lock, 'utf8')) as { packages: Record<string, Locked> };
  const rows = Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { version, license }]) => [
      path.replace(/^.*node_modules\//, ''),
      version,
      license ?? 'none stated',
    ]);
  const sorted = [...new Map(rows.map((row) => [row.join(' '), row])).values()];
  return table(['package', 'version', 'licence'], sorted.sort(byText));
}

function byText(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [a.join(' '), b.join(' ')];
  return one < other ? -1 : one > other ? 1 : 0;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const page of generatedPages)
    writeFileSync(page, fillBlocks(readFileSync(page, 'utf8'), generatedBlocks()));
