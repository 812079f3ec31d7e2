import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { standOf } from '../../study/precision/look-at-hand.ts';
import { countChunks } from '../../study/run-order.ts';
import { type DescribedTable, readDescribedTables } from '../described-table.ts';
import { schemaVersion } from '../dictionary.ts';
import { type Manifest, readManifest } from '../manifest.ts';
import { checkFiles } from './check-files.ts';
import { checkCounts, checkForm, checkPlan, checkReceipts, readPlan } from './check-plan.ts';
import { checkTable } from './check-table.ts';
import { damaged, type FolderProblem, wrong } from './folder-problem.ts';

/** Whether a path is the folder of a study, finished or not. */
export function isStudyFolder(path: string): boolean {
  return existsSync(join(path, 'plan.json')) || existsSync(join(path, 'manifest.json'));
}

/**
 * Everything that is wrong with a study folder, nothing where it is whole: version of its tables, plan and receipts, length and checksum of
 * every file, every cell, key and row against datapackage.json. Memory stays flat. Throws what the disk throws.
 */
export function* checkFolder(folder: string): Generator<FolderProblem> {
  const old = checkForm(folder);
  if (old !== undefined) return yield old;
  const manifest = manifestOf(folder);
  if ('message' in manifest) return yield manifest;
  const spoilt = new Set<string>();
  for (const problem of [...checkPlan(folder, manifest), ...checkFiles(folder, manifest.files)]) {
    spoilt.add(problem.file);
    yield problem;
  }
  if (manifest.schemaVersion !== schemaVersion)
    return yield wrong(
      'manifest.json',
      `its tables are of version ${manifest.schemaVersion}, and this maabar knows version ${schemaVersion}: check them with the version that wrote them, ${manifest.tool.version}.`,
    );
  if (spoilt.has('datapackage.json') || spoilt.has('plan.json')) return;
  yield* checkTables(folder, manifest);
}

function* checkTables(folder: string, manifest: Manifest): Generator<FolderProblem> {
  const tables = readDescribedTables(folder);
  yield* checkListed(tables, manifest);
  yield* checkCounts(folder, tables, manifest);
  for (const table of tables)
    if (table.format === 'csv' && existsSync(join(folder, table.path))) yield* checkTable(folder, table);
}

/** Holds what datapackage.json says of files against what manifest.json says. */
function* checkListed(tables: readonly DescribedTable[], { files }: Manifest): Generator<FolderProblem> {
  for (const { path, bytes, sha256 } of tables) {
    const listed = files.find((file) => file.path === path);
    if (listed === undefined)
      yield wrong(path, 'datapackage.json describes it, but manifest.json does not list it.');
    else if (listed.bytes !== bytes || listed.sha256 !== sha256)
      yield wrong(path, 'datapackage.json and manifest.json give it different lengths or checksums.');
  }
}

/** The manifest, or why there is none. */
function manifestOf(folder: string): Manifest | FolderProblem {
  if (!existsSync(join(folder, 'manifest.json'))) return unfinished(folder);
  return readManifest(folder) ?? damaged('manifest.json', 'it cannot be read as the manifest of a study.');
}

function unfinished(folder: string): FolderProblem {
  const total = countChunks(standOf(folder, readPlan(folder)).plan);
  const done = total - [...checkReceipts(folder)].length;
  return wrong(
    'manifest.json',
    `it is not there: the study is not finished. ${done} of ${total} chunks are saved; the command that began it goes on with the rest.`,
  );
}
