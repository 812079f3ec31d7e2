import { existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isPath } from '../../scenario/find-scenario.ts';
import { loadScenario } from '../../scenario/load.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { packageRoot } from '../package-root.ts';
import { program } from '../program-word.ts';
import { shellWord } from '../shell-word.ts';
import { print, printJson } from '../streams.ts';
import { scenarioTemplate } from '../templates/scenario-template.ts';
import { studyTemplate } from '../templates/study-template.ts';
import { UsageError } from '../usage-error.ts';

/** Flags of `new`. */
export interface NewOptions {
  readonly from: string;
  readonly study?: boolean;
  readonly json?: boolean;
}

/** Writes a template that is valid as it is, into `scenarios/` or `studies/` where there is such a folder, else here. Never over a file. */
export async function newFile(given: string, { from, study = false, json }: NewOptions): Promise<ExitCode> {
  const name = readName(given);
  const loaded = await loadScenario(from, { shippedDir: packageRoot });
  const folder = folderFor(study ? 'studies' : 'scenarios');
  const file = join(folder, `${name}.yaml`);
  const template = study ? studyTemplate : scenarioTemplate;
  const schema = relative(
    folder,
    join(packageRoot, 'schemas', `${study ? 'study' : 'scenario'}.schema.json`),
  );
  writeNew(
    file,
    template({ name, from: seenFrom(folder, from), loaded, schema: schema.replaceAll('\\', '/') }),
  );
  const next = [
    `${program} check ${shellWord(file)}`,
    `${program} ${study ? 'plan' : 'run'} ${shellWord(file)}`,
  ];
  if (json) printJson({ type: 'file', path: file, next });
  else print(`Wrote ${file}. Change it, then:  ${next[0]}\nAnd then:  ${next[1]}`);
  return exitCodes.ok;
}

/** The name stands in every table of its runs. */
function readName(given: string): string {
  const name = given.replace(/\.yaml$/, '');
  if (/^[A-Za-z0-9][\w.-]*$/.test(name)) return name;
  throw new UsageError(
    `"${given}" cannot name a file that stands in every table. Use letters, digits, "-", "_" and "." alone, such as my-cut.`,
  );
}

function folderFor(usual: string): string {
  return statSync(usual, { throwIfNoEntry: false })?.isDirectory() === true ? usual : '';
}

/** A shipped name as it is; a path as the new file must say it. */
function seenFrom(folder: string, from: string): string {
  if (!isPath(from)) return from;
  const path = relative(folder, from).replaceAll('\\', '/');
  return dirname(path) === '.' ? `./${path}` : path;
}

function writeNew(file: string, text: string): void {
  if (existsSync(file))
    throw new UsageError(`There is a file ${file} already; it is left as it is. Choose another name.`);
  writeFileSync(file, text, { flag: 'wx' });
}
