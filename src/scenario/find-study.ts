import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { asSeenFromHere } from './find-scenario.ts';

/** What a YAML file is for: `run`, `batch` and `calibrate` each want their own; a posterior is what `calibrate` leaves. */
export type FileKind = 'scenario' | 'study' | 'calibration' | 'posterior';

const signs: readonly (readonly [RegExp, FileKind])[] = [
  [/^command: maabar calibrate/m, 'posterior'],
  [/^priors:/m, 'calibration'],
  [/^(scenarios|vary|design):/m, 'study'],
];

/** What a file is for, by its keys and then by its folder; a file that cannot be opened is taken for a scenario. */
export function kindOfFile(path: string): FileKind {
  const text = textOf(path);
  const sign = signs.find(([pattern]) => pattern.test(text ?? ''));
  if (sign !== undefined) return sign[1];
  return text !== undefined && /(^|[/\\])studies$/.test(dirname(resolve(path))) ? 'study' : 'scenario';
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The study file (or calibration) that a path or name means: here, in `./studies`, then among the shipped. Undefined where there is none. */
export function findStudy(pathOrName: string, shippedDir: string): string | undefined {
  const named = `${pathOrName}.yaml`;
  return [pathOrName, named, join('studies', named), join(shippedDir, 'studies', named)]
    .map(asSeenFromHere)
    .find((path) => path.endsWith('.yaml') && existsSync(path) && kindOfFile(path) !== 'scenario');
}
