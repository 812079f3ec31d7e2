import { dirname } from 'node:path';
import type { Problem } from '../engine/problem.ts';
import { type Chain, findNamed, inherited, readChain } from './chain.ts';
import { findScenario, findWorld, type Shelves, worldShelves } from './find-scenario.ts';
import { listWorlds } from './load-world.ts';
import { didYouMean } from './nearest.ts';
import { idPattern } from './world-schema.ts';

/** Folder of the world that a chain of scenarios plays in; undefined, with a problem, when there is none of that name. */
export function findWorldOf(chain: Chain, { shippedDir }: Shelves, problems: Problem[]): string | undefined {
  const giver = inherited(chain, 'world');
  if (giver === undefined) return undefined;
  const id = giver.written.world!;
  const folder = idPattern.test(id) ? findWorld(id, giver.file.file, { shippedDir }) : undefined;
  if (folder !== undefined) return folder;
  const known = worldShelves(giver.file.file, shippedDir).flatMap((shelf) => listWorlds(shelf));
  const names = [...new Set(known)];
  problems.push({
    ...giver.file.place(['world']),
    message: `"world: ${id}" names no world.${didYouMean(id, names)} Known: ${names.join(', ') || 'none'}.`,
  });
  return undefined;
}

/** The scenario to compare with. One that the file names must exist and play in the same world; the default may be missing. */
export function findComparison(chain: Chain, options: Shelves, problems: Problem[]): string | null {
  const scenario = chain.scenarios.at(-1)!;
  const giver = inherited(chain, 'compare_with');
  const name = giver?.written.compare_with;
  const file =
    giver === undefined || name === undefined
      ? findScenario('baseline', dirname(scenario.file.file), options)
      : findNamed(giver, 'compare_with', name, options, problems);
  if (file === undefined || file === scenario.file.file) return null;
  const [here, there] = [chain, readChain(file, options)].map(
    (each) => inherited(each, 'world')?.written.world,
  );
  if (here === there) return file;
  if (giver !== undefined && here !== undefined && there !== undefined)
    problems.push({
      ...giver.file.place(['compare_with']),
      message: `"${name}" plays in the world "${there}", this scenario in "${here}". Runs of different worlds cannot be compared.`,
    });
  return null;
}
