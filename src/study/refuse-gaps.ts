import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkChunk } from './chunks.ts';
import { type Plan, planId } from './plan.ts';
import { chunksOf, countChunks } from './run-order.ts';
import { ForeignFolder } from './session.ts';

/** Throws ForeignFolder, with what to do, unless a study's folder keeps every chunk of its plan whole. */
export function refuseGaps(folder: string, plan: Plan): void {
  if (existsSync(join(folder, 'manifest.json')) && !existsSync(join(folder, 'chunks')))
    throw new ForeignFolder(
      `The chunks of ${folder} were removed, so nothing can be computed anew; summary/compare.csv has what was.`,
    );
  const id = planId(plan);
  let missing = 0;
  for (const chunk of chunksOf(plan)) if (checkChunk(folder, id, chunk).state !== 'done') missing++;
  if (missing === 0) return;
  throw new ForeignFolder(
    `${folder} lacks ${missing} of ${countChunks(plan)} chunks, so there is nothing whole to read. Work it to its end:  maabar batch ${folder}/study.yaml --out ${folder}`,
  );
}
