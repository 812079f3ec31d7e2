import { join } from 'node:path';
import { assembleStudy } from '../export/assemble-study.ts';
import type { Experiment } from '../model/world-spec.ts';
import { loadScenario } from '../scenario/load.ts';
import { loadStudy } from '../scenario/load-study.ts';
import { didYouMean } from '../scenario/nearest.ts';
import { experimentAt, openBench } from '../study/chunk-work.ts';
import { packageRoot, toolVersion } from './package-root.ts';
import { UsageError } from './usage-error.ts';

/** Two worlds to play in step. */
export interface TwinWorlds {
  readonly first: Experiment;
  readonly second: Experiment;
}

/** Two scenarios by path or name, or one and what its file says to compare it with. Throws UsageError where they do not share a world. */
export async function twinScenarios(
  words: readonly string[],
  months: number | undefined,
): Promise<TwinWorlds> {
  const shelves = { shippedDir: packageRoot };
  const last = await loadScenario(words[words.length - 1], {
    ...shelves,
    ...(months === undefined ? {} : { overrideMonths: months }),
  });
  const other = words.length === 2 ? words[0] : last.compareWith;
  if (other === null)
    throw new UsageError(`"${words[0]}" names no "compare_with". Name two scenarios for --twin.`);
  const { timeline } = last.experiment;
  const span = { overrideStart: timeline.firstMonth, overrideMonths: timeline.months };
  const before = await loadScenario(other, { ...shelves, ...span });
  if (before.world.id !== last.world.id)
    throw new UsageError(
      `"${before.scenario.id}" plays in the world "${before.world.id}", "${last.scenario.id}" in "${last.world.id}". Twins share a world.`,
    );
  return { first: before.experiment, second: last.experiment };
}

/** Two scenarios of a study's folder, as they are at a point of its design. Throws UsageError for names and points that it has not. */
export async function twinsOfFolder(
  folder: string,
  ids: readonly string[],
  pointId: string,
): Promise<TwinWorlds> {
  const tool = { version: toolVersion(), shippedDir: packageRoot };
  const study = assembleStudy(await loadStudy({ file: join(folder, 'study.yaml') }, tool), tool, folder);
  const known = study.plan.scenarios.map(({ scenarioId }) => scenarioId);
  const point = Number(/^p-(\d+)$/.exec(pointId)?.[1]);
  if (!(point < study.plan.design.points))
    throw new UsageError(
      `--point "${pointId}" is no point of ${folder}. It has p-0 to p-${study.plan.design.points - 1}.`,
    );
  const bench = openBench(study);
  const [first, second] = ids.map((id) => {
    const scenario = known.indexOf(id);
    if (scenario < 0)
      throw new UsageError(
        `${folder} has no scenario "${id}".${didYouMean(id, known) || ` It has ${known.join(', ')}.`}`,
      );
    return experimentAt(bench, { index: 0, replicate: 1, point, scenario });
  });
  return { first, second };
}
