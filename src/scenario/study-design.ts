import { dirname, join } from 'node:path';
import type { Problem } from '../engine/problem.ts';
import type { LoadedScenario } from './load.ts';
import { type DesignTable, readDesignTable } from './read-design-table.ts';
import type { ReadStudy } from './read-study.ts';
import { readParameters } from './study-parameters.ts';
import type { DesignKind } from './study-schema.ts';
import type { VariedParameter } from './variation.ts';

/** How the points of a study are chosen. */
export interface StudyDesign {
  readonly kind: DesignKind;
  /** Points asked for; undefined where values or a table decide. */
  readonly points: number | undefined;
  /** Blocks of rows of a design for sensitivity; undefined for any other. */
  readonly bases: number | undefined;
  readonly parameters: readonly VariedParameter[];
  readonly table: DesignTable | undefined;
}

/** The design of a study; undefined where nothing is varied. What is wrong is added to the problems. */
export function readDesign(
  study: ReadStudy,
  scenarios: readonly LoadedScenario[],
  problems: Problem[],
): StudyDesign | undefined {
  const { written } = study;
  if (written.vary === undefined && written.design === undefined) return undefined;
  const experiments = scenarios.map(({ experiment }) => experiment);
  const table = written.design === 'table' ? readTable(study, problems) : undefined;
  if (written.design === 'table' && table === undefined) return undefined;
  const parameters = readParameters(study, experiments, table && columnsOf(table), problems);
  const kind = written.design ?? 'factorial';
  problems.push(...findMisfit(study, kind, parameters));
  return {
    kind,
    points: written.points,
    bases: written.bases,
    parameters: table ? inColumnOrder(parameters, table) : parameters,
    table,
  };
}

function inColumnOrder(
  parameters: readonly VariedParameter[],
  { names }: DesignTable,
): readonly VariedParameter[] {
  return [...parameters].sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
}

function readTable({ path, written, place }: ReadStudy, problems: Problem[]): DesignTable | undefined {
  if (written.file !== undefined)
    return readDesignTable(path === undefined ? written.file : join(dirname(path), written.file), problems);
  problems.push({
    ...place(['design']),
    message: '"design: table" needs "file", a CSV with a column for each parameter.',
  });
  return undefined;
}

function columnsOf({ names, cells, rows }: DesignTable): ReadonlyMap<string, readonly number[]> {
  return new Map(
    names.map((name, column) => [
      name,
      Array.from({ length: rows }, (_, row) => cells[row * names.length + column]),
    ]),
  );
}

/** Keys that do not go together: a kind of design without what it needs, or with what it does not use. */
function findMisfit(
  { written, place }: ReadStudy,
  kind: DesignKind,
  parameters: readonly VariedParameter[],
): readonly Problem[] {
  const at = place([written.design === undefined ? 'vary' : 'design']);
  const isSampled = kind === 'latin-hypercube' || kind === 'sobol';
  const isBlocks = kind === 'morris' || kind === 'saltelli';
  const spread = parameters.find(({ spread: { kind: given } }) => given !== 'values');
  if (written.vary === undefined && kind !== 'table')
    return [{ ...at, message: `"design: ${kind}" has nothing to vary. Name parameters under "vary".` }];
  if (kind === 'factorial' && spread !== undefined)
    return [
      {
        ...place(['vary', spread.name], 'key'),
        message: `"${spread.name}" has a range and a factorial design wants "values". Give them, or "design: latin-hypercube" (or sobol) with "points".`,
      },
    ];
  if (isSampled && written.points === undefined)
    return [{ ...at, message: `"design: ${kind}" needs "points", how many to draw.` }];
  if (isBlocks && written.bases === undefined)
    return [{ ...at, message: `"design: ${kind}" needs "bases", how many blocks of rows.` }];
  if (!isBlocks && written.bases !== undefined)
    return [
      {
        ...place(['bases'], 'key'),
        message: `"bases" is for morris and saltelli; a ${kind} design has no blocks.`,
      },
    ];
  if (!isSampled && written.points !== undefined)
    return [
      {
        ...place(['points'], 'key'),
        message: `"points" is for latin-hypercube and sobol; a ${kind} design counts its own.`,
      },
    ];
  return [];
}
