import { createHash } from 'node:crypto';
import { modelVersion } from '../model/version.ts';
import type { Experiment } from '../model/world-spec.ts';
import type { LoadedStudy } from '../scenario/load-study.ts';
import type { StudyDesign } from '../scenario/study-design.ts';
import type { WorkOrder } from './chunk-work.ts';
import type { PlannedDesign, PlannedParameter } from './design/planned-design.ts';
import { matrixOf } from './design/planned-design.ts';
import { littleEndianBytes } from './little-endian.ts';
import { type ModelMark, markModel } from './model-mark.ts';
import { createPlan, noDesign, type Plan } from './plan.ts';
import { renameSet } from './set-scenario.ts';

/** A study as work, but for the folder it goes to. */
export interface PlannedStudy extends Omit<WorkOrder, 'folder'> {
  readonly loaded: LoadedStudy;
  readonly mark: ModelMark;
}

/** Plans a loaded study. Plays a few months to mark the model. */
export function planStudy(loaded: LoadedStudy, toolVersion: string): PlannedStudy {
  const experiments = loaded.scenarios.map(({ experiment }) => renameSet(experiment, loaded.set));
  const mark = markModel(experiments[0]);
  const listed = loaded.design?.table?.cells ?? null;
  const plan = planOf(loaded, experiments, mark, toolVersion, listed);
  return { loaded, mark, plan, experiments, listed };
}

function planOf(
  loaded: LoadedStudy,
  experiments: readonly Experiment[],
  mark: ModelMark,
  toolVersion: string,
  listed: Float64Array | null,
): Plan {
  const { outcomes, window, runSeconds, tables, firstReplicate: from } = loaded;
  return createPlan({
    name: loaded.name,
    toolVersion,
    modelVersion,
    modelSha256: mark.sha256,
    studySeed: loaded.seed,
    replicates: { from, to: from + loaded.replicates - 1 },
    experiments,
    comparisons: loaded.comparisons,
    design: loaded.design === undefined ? noDesign : designOf(loaded.design, loaded.seed, listed),
    tables,
    ...(outcomes === undefined ? {} : { outcomes }),
    ...(window === undefined ? {} : { window }),
    ...(runSeconds === undefined ? {} : { runSeconds }),
  });
}

function designOf(
  { kind, points, bases, parameters, table }: StudyDesign,
  seed: number,
  listed: Float64Array | null,
): PlannedDesign {
  const planned = parameters.map(
    ({ name, as, from, scenarios, spread }): PlannedParameter => ({
      // A table's numbers stand in the table alone.
      axis: { name, ...(table === undefined ? spread : { kind: 'values', values: [] }) },
      as,
      from,
      scenarios,
    }),
  );
  if (table !== undefined && listed !== null)
    return { kind, points: table.rows, parameters: planned, tableSha256: hashNumbers(listed) };
  const design = {
    kind,
    points: points ?? 1,
    parameters: planned,
    ...(bases === undefined ? {} : { bases }),
  };
  return { ...design, points: matrixOf(design, seed, null).points };
}

function hashNumbers(numbers: Float64Array): string {
  return createHash('sha256').update(littleEndianBytes(numbers)).digest('hex');
}
