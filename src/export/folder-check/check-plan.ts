import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkChunk, rowsPath } from '../../study/chunks.ts';
import { type Plan, planId, planSchema } from '../../study/plan.ts';
import { standOf } from '../../study/precision/look-at-hand.ts';
import { chunksOf } from '../../study/run-order.ts';
import type { DescribedTable } from '../described-table.ts';
import type { Manifest } from '../manifest.ts';
import { sha256Of } from './check-files.ts';
import { damaged, type FolderProblem, wrong } from './folder-problem.ts';

/** Holds plan.json against the study's id, and the receipts of chunks against it. Chunks may be gone altogether: a finished study does without. */
export function* checkPlan(folder: string, manifest: Manifest): Generator<FolderProblem> {
  const path = join(folder, 'plan.json');
  if (!existsSync(path))
    return yield damaged('plan.json', 'it is not there, so nothing says what decided the results.');
  const id = sha256Of(path);
  if (id !== manifest.study)
    return yield damaged(
      'plan.json',
      `its sha256 is ${id.slice(0, 12)}…, but the study's id in manifest.json is ${manifest.study.slice(0, 12)}…: it is another plan, or it was edited.`,
    );
  if (existsSync(join(folder, 'chunks'))) yield* checkReceipts(folder);
}

/** Why plan.json is of a form that this version does not know, or undefined. */
export function checkForm(folder: string): FolderProblem | undefined {
  if (!existsSync(join(folder, 'plan.json'))) return undefined;
  const { schema, toolVersion } = readPlan(folder);
  if (schema === planSchema) return undefined;
  return wrong(
    'plan.json',
    `it is of the form ${schema}, and this maabar knows ${planSchema}: check the folder with the version that made it, ${toolVersion}.`,
  );
}

/** The chunks of a folder that are missing, torn or of another plan. */
export function* checkReceipts(folder: string): Generator<FolderProblem> {
  const { plan } = standOf(folder, readPlan(folder));
  const id = planId(plan);
  for (const chunk of chunksOf(plan)) {
    const found = checkChunk(folder, id, chunk);
    if (found.state === 'done') continue;
    const why = found.state === 'missing' ? 'it is not there' : found.why;
    yield damaged(rowsPath('', chunk.index), `chunk ${chunk.index} is not whole: ${why}.`);
  }
}

/** The plan of a folder. Throws where it is missing or no JSON. */
export function readPlan(folder: string): Plan {
  return JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as Plan;
}

/** Holds the numbers of rows against the runs that the manifest counts and the months of the plan. */
export function* checkCounts(
  folder: string,
  tables: readonly DescribedTable[],
  { runs }: Manifest,
): Generator<FolderProblem> {
  const { months } = readPlan(folder);
  const expected: Readonly<Record<string, number>> = {
    runs: runs.planned,
    outcomes: runs.ok,
    by_month: runs.ok * months,
  };
  for (const { name, path, rows } of tables) {
    const count = expected[name];
    if (count === undefined || count === rows) continue;
    yield wrong(
      path,
      `it has ${rows} rows; ${runs.planned} runs, ${runs.ok} of them ended well, make ${count}.`,
    );
  }
}
