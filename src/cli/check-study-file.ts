import { InvalidInput } from '../engine/problem.ts';
import type { FileKind } from '../scenario/find-study.ts';
import { loadStudy } from '../scenario/load-study.ts';
import { readCalibration } from '../scenario/read-calibration.ts';
import { planStudy } from '../study/plan-study.ts';
import { countRuns } from '../study/run-order.ts';
import { type Finding, invalid } from './finding.ts';
import { packageRoot, toolVersion } from './package-root.ts';
import { counted } from './progress.ts';

/** Checks a study file with all it names, or a calibration's form; of a study nothing is played but a few months, to plan it, and not even those with `schemaOnly`. */
export async function checkStudyFile(
  file: string,
  kind: Exclude<FileKind, 'scenario'>,
  schemaOnly: boolean,
): Promise<readonly Finding[]> {
  try {
    return [{ file, status: 'valid', text: `${file}: valid, ${await standing(file, kind, schemaOnly)}` }];
  } catch (error) {
    if (error instanceof InvalidInput) return invalid(file, placedIn(file, error));
    throw error;
  }
}

async function standing(
  file: string,
  kind: Exclude<FileKind, 'scenario'>,
  schemaOnly: boolean,
): Promise<string> {
  if (kind === 'posterior') return 'what a calibration left; there is nothing to check';
  if (kind === 'calibration') return `a calibration of ${counted(countPriors(file), 'parameter')}`;
  const loaded = await loadStudy({ file }, { shippedDir: packageRoot });
  if (schemaOnly) return `a study of ${counted(loaded.scenarios.length, 'scenario')}`;
  return `a study of ${counted(countRuns(planStudy(loaded, toolVersion()).plan), 'run')}`;
}

function countPriors(file: string): number {
  return Object.keys(readCalibration(file).priors).length;
}

/** A design that cannot be had is known only once it is planned, where no line is left to point at. */
function placedIn(file: string, { problems }: InvalidInput): InvalidInput {
  return new InvalidInput(problems.map((problem) => ({ file, ...problem })));
}
