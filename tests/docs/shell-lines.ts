import { Command } from 'commander';
import { addVerbs } from '../../src/cli/verbs.ts';
import type { Block } from './pages.ts';

/** A line of a page that a reader would type. */
export interface ShellLine {
  readonly place: string;
  /** The line as written, without prompt and comment. */
  readonly text: string;
  readonly kind: 'program' | 'install' | 'script' | 'tool';
  /** What follows the program's name; empty for other kinds. */
  readonly arguments: string;
  /** Exit code that the page promises: `# exit 3` after the command, else 0. */
  readonly exit: number;
}

const program = /^(?:node bin\/maabar\.js|npm run maabar --|maabar)(?:\s+|$)/;

/** The program's verbs, as it declares them. */
export const verbs: readonly string[] = declaredVerbs();

function declaredVerbs(): readonly string[] {
  const command = new Command('maabar');
  addVerbs(command, '0', async () => {});
  return [...command.commands.map((verb) => verb.name()), 'help'];
}

/**
 * The lines of a block that are commands. In a `bash` block every line is one, and a line of no known kind throws: nothing is
 * left out unsaid. In a block without a language only lines that call the program with a verb are.
 */
export function shellLines(block: Block): readonly ShellLine[] {
  if (!['bash', 'sh', 'shell', 'console', ''].includes(block.language)) return [];
  const lines = block.text.replaceAll(/\s*\\\n\s*/g, ' ').split('\n');
  return lines.flatMap((line, at) => {
    const text = line.replace(/^\$ /, '').trim();
    if (text === '' || text.startsWith('#')) return [];
    if (block.language === '' && !callsVerb(text) && !isInstall(text)) return [];
    return [readLine(text, `${block.path}:${block.line + 1 + at}`)];
  });
}

const manyRuns = new Set(['validate', 'calibrate', 'attribute']);

/**
 * Commands in running text, `node bin/maabar.js list`. One with a gap to fill is left to the reader, and a bare `maabar check` only
 * names a verb; a verb that there is not throws. To be quick, a run that leaves its number of replicates open gets two, and verbs of
 * many runs are only named: their own tests run them.
 */
export function inlineLines(words: readonly string[], path: string): readonly ShellLine[] {
  return words.flatMap((word) => {
    const [verb, ...rest] = word.replace(program, '').split(/\s+/);
    if (!program.test(word) || verb === '' || /[<…]|^-/.test(word.replace(program, ''))) return [];
    if (!verbs.includes(verb)) throw new Error(`${path}: "${word}" has no verb of ${verbs.join(', ')}`);
    if ((rest.length === 0 && verb !== 'list') || manyRuns.has(verb)) return [];
    const isOpen = verb === 'run' && !word.includes('--replicate');
    return [readLine(isOpen ? `${word} --replicates 2` : word, path)];
  });
}

function callsVerb(text: string): boolean {
  return program.test(text) && verbs.includes(text.replace(program, '').split(/\s/)[0]);
}

function isInstall(text: string): boolean {
  return /^npm (ci|i|install)\b/.test(text);
}

function readLine(line: string, place: string): ShellLine {
  const [, body, comment = ''] = /^(.*?)(?:\s+#\s(.*))?$/.exec(line)!;
  const text = body.trim();
  const exit = Number(/\bexits? (\d+)\b/.exec(comment)?.[1] ?? 0);
  return { place, text, kind: kindOf(text, place), arguments: argumentsOf(text), exit };
}

function argumentsOf(text: string): string {
  return program.test(text) ? text.replace(program, '') : '';
}

function kindOf(text: string, place: string): ShellLine['kind'] {
  if (program.test(text)) return 'program';
  if (isInstall(text)) return 'install';
  if (/^npm (run [\w:-]+|test|start)$/.test(text)) return 'script';
  if (/^node [\w./-]+\.ts$/.test(text)) return 'tool';
  throw new Error(
    `${place}: nobody checks "${text}". Name the block's language otherwise, or teach this test.`,
  );
}

/** Names of the scripts of package.json that a line runs, `npm ci && npm start` among them. */
export function scriptsOf(text: string): readonly string[] {
  return text.split('&&').flatMap((part) => {
    const match = /^npm (?:run ([\w:-]+)|(test|start))(?=\s|$)/.exec(part.trim());
    return match === null ? [] : [match[1] ?? match[2]];
  });
}
