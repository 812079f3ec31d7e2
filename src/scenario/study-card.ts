import { dirname, join, resolve } from 'node:path';
import { asSeenFromHere, yamlNames } from './find-scenario.ts';
import { kindOfFile } from './find-study.ts';
import { usualReplicates } from './load-study.ts';
import { readDesignTable } from './read-design-table.ts';
import { type ReadStudy, readStudy } from './read-study.ts';

/** What a study file says of itself. */
export interface StudyCard {
  /** Its file's name: what `batch` is given. */
  readonly id: string;
  readonly file: string;
  /** The id where the file gives none. */
  readonly title: string;
  /** Empty where the file gives none. */
  readonly question: string;
  readonly scenarios: number;
  readonly points: number;
  readonly replicates: number;
  readonly runs: number;
  /** True when the file's form is wrong: its numbers are then of what could be read. */
  readonly isWrong: boolean;
}

/** What the study files of some folders say of themselves, by name; a folder hides those of the same name in later ones. Scenarios and calibrations are left out. */
export function listStudies(folders: readonly string[]): readonly StudyCard[] {
  const files = new Map<string, string>();
  for (const folder of folders)
    for (const name of yamlNames(folder)) {
      const file = asSeenFromHere(resolve(folder, `${name}.yaml`));
      if (!files.has(name) && kindOfFile(file) === 'study') files.set(name, file);
    }
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, file]) => cardOf(id, file));
}

function cardOf(id: string, file: string): StudyCard {
  const study = readStudy({ file }, {});
  const { written, problems } = study;
  const scenarios = written.scenarios?.length ?? 0;
  const points = countPoints(study);
  const replicates = written.replicates ?? usualReplicates;
  return {
    id,
    file,
    title: written.title ?? id,
    question: written.question ?? '',
    scenarios,
    points,
    replicates,
    runs: scenarios * points * replicates,
    isWrong: problems.length > 0,
  };
}

/** Points of a design as the file has it; 0 where its table cannot be read. */
function countPoints({ path, written }: ReadStudy): number {
  const { design, points = 0, bases = 0, vary = {}, file = '' } = written;
  const varied = Object.values(vary);
  switch (design) {
    case 'table':
      return readDesignTable(join(dirname(path ?? ''), file), [])?.rows ?? 0;
    case 'latin-hypercube':
    case 'sobol':
      return points;
    case 'morris':
      return bases * (varied.length + 1);
    case 'saltelli':
      return bases * (varied.length + 2);
    default:
      return varied.reduce((product, { values = [] }) => product * values.length, 1);
  }
}
