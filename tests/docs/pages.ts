import { globSync, readFileSync } from 'node:fs';

/** A page of the project's own documents. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** A fenced block of a page. `language` and `note` are the first word after the fence and the rest of that line. */
export interface Block {
  readonly path: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  readonly language: string;
  readonly note: string;
  readonly text: string;
}

/** Every page that a reader may copy from. README.md is one whether it exists or not: a missing one is an error. */
export function readPages(): readonly Page[] {
  const paths = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'output/README.md'];
  return [...paths, ...globSync('docs/**/*.md').sort()].map((path) => ({
    path,
    text: readFileSync(path, 'utf8'),
  }));
}

/** The fenced blocks of a page, in order. Throws on a fence that is never closed. */
export function blocksOf({ path, text }: Page): readonly Block[] {
  const blocks: Block[] = [];
  let open: { line: number; language: string; note: string; from: number } | undefined;
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    const fence = /^\s*```(.*)$/.exec(line);
    if (fence === null) continue;
    if (open === undefined) {
      const [language = '', ...rest] = fence[1].trim().split(/\s+/);
      open = { line: at + 1, language, note: rest.join(' '), from: at + 1 };
    } else {
      const { from, ...head } = open;
      blocks.push({ path, ...head, text: lines.slice(from, at).join('\n') });
      open = undefined;
    }
  }
  if (open !== undefined) throw new Error(`${path}:${open.line}: the fence is never closed`);
  return blocks;
}

/** Where a reader is asked to save a block, `studies/mine.yaml` of `file=studies/mine.yaml` after the fence; undefined for most. */
export function savedAs({ note }: Block): string | undefined {
  return /(?:^|\s)file=(\S+)/.exec(note)?.[1];
}

/** The page without its fenced blocks. */
export function proseOf({ text }: Page): string {
  return text.replace(/^\s*```[\s\S]*?^\s*```$/gm, '');
}

/** What stands between backticks outside of fenced blocks. */
export function codeWords(page: Page): readonly string[] {
  return [...proseOf(page).matchAll(/`([^`\n]+)`/g)].map((match) => match[1]);
}

/** The rows of the table that stands under a heading, cells trimmed, without its head. */
export function tableUnder({ path, text }: Page, heading: string): readonly (readonly string[])[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading);
  if (start < 0) throw new Error(`${path} has no heading "${heading}"`);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('#'));
  const rows = rest.slice(0, end < 0 ? rest.length : end).filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim()),
  );
}
