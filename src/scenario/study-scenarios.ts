import { dirname, resolve } from 'node:path';
import { formatMonth, parseMonth } from '../engine/calendar.ts';
import { InvalidInput, type Problem } from '../engine/problem.ts';
import { findScenario, isPath, type Shelves } from './find-scenario.ts';
import { type LoadedScenario, loadScenario } from './load.ts';
import type { ReadStudy } from './read-study.ts';
import type { SpanOverride } from './span.ts';

/** What a study's scenarios are compared with: places in its list. */
export interface ScenarioPair {
  readonly baseline: number;
  readonly scenario: number;
}

/** Loads the scenarios of a study, each by path from the study's folder or by name. What is wrong with any is added to the problems. */
export async function loadScenarios(
  study: ReadStudy,
  shelves: Shelves,
  set: Readonly<Record<string, number | string>>,
  problems: Problem[],
): Promise<readonly LoadedScenario[]> {
  const span = spanOf(study, problems);
  const loaded: LoadedScenario[] = [];
  for (const [at, name] of (study.written.scenarios ?? []).entries())
    try {
      loaded.push(
        await loadScenario(fileOf(study, name, shelves), { ...shelves, ...span, overrideSet: set }),
      );
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      const place = study.place(['scenarios', at]);
      problems.push(
        ...error.problems.map((problem) => (problem.file === undefined ? { ...place, ...problem } : problem)),
      );
    }
  if (problems.length === 0) reportUnlike(study, loaded, problems);
  return loaded;
}

/** A name or path of a study file is taken from the file's folder first. */
function fileOf({ path }: ReadStudy, name: string, shelves: Shelves): string {
  if (path === undefined || !isPath(name)) return name;
  return findScenario(name, dirname(path), shelves) ?? name;
}

function spanOf({ written, place }: ReadStudy, problems: Problem[]): SpanOverride {
  const start = written.start === undefined ? undefined : parseMonth(written.start);
  if (written.start !== undefined && start === undefined)
    problems.push({
      ...place(['start']),
      message: `"${written.start}" is no month. Write year and month, 2018-05.`,
    });
  return {
    ...(start === undefined ? {} : { overrideStart: start }),
    ...(written.months === undefined ? {} : { overrideMonths: written.months }),
  };
}

/** Runs are paired and share tables, so all of a study play one world over the same months, each under its own name. */
function reportUnlike({ place }: ReadStudy, loaded: readonly LoadedScenario[], problems: Problem[]): void {
  const [first] = loaded;
  const report = (at: number, message: string): unknown =>
    problems.push({ ...place(['scenarios', at]), message });
  for (const [at, { experiment, scenario }] of loaded.entries()) {
    const { scenarioId: id, world, timeline } = experiment;
    if (!/^[A-Za-z0-9][\w.-]*$/.test(id))
      report(
        at,
        `The file name ${JSON.stringify(`${id}.yaml`)} would stand in every table: rename it with letters, digits, "-", "_" and "." alone.`,
      );
    const twin = loaded.slice(0, at).find((other) => other.experiment.scenarioId === id);
    if (twin !== undefined)
      report(
        at,
        `"${id}" stands twice: ${twin.scenario.file} and ${scenario.file} have the same name. Keep or rename one.`,
      );
    if (world.id !== first.experiment.world.id)
      report(
        at,
        `"${id}" plays in the world "${world.id}", "${first.experiment.scenarioId}" in "${first.experiment.world.id}". A study keeps to one world.`,
      );
    const other = first.experiment.timeline;
    if (timeline.firstMonth !== other.firstMonth || timeline.months !== other.months)
      report(
        at,
        `"${id}" plays ${timeline.months} months from ${formatMonth(timeline.firstMonth)}, "${first.experiment.scenarioId}" ${other.months} from ${formatMonth(other.firstMonth)}. Give the study "start" and "months".`,
      );
  }
}

/** Who is compared with whom: all with the study's baseline, or each with its own `compare_with` where that is in the study, else with the first. */
export function pairsOf(
  study: ReadStudy,
  loaded: readonly LoadedScenario[],
  problems: Problem[],
): readonly ScenarioPair[] {
  const ids = loaded.map(({ scenario }) => scenario.id);
  const named = study.written.baseline;
  const baseline = named === undefined ? undefined : ids.indexOf(named.replace(/^.*\/|\.yaml$/g, ''));
  if (baseline === -1)
    problems.push({
      ...study.place(['baseline']),
      message: `"baseline: ${named}" is not among the scenarios of this study: ${ids.join(', ')}.`,
    });
  const files = loaded.map(({ scenario }) => resolve(scenario.file));
  return loaded.flatMap(({ compareWith }, scenario) => {
    const own = compareWith === null ? -1 : files.indexOf(resolve(compareWith));
    const other = baseline ?? (own < 0 ? 0 : own);
    return other < 0 || other === scenario ? [] : [{ baseline: other, scenario }];
  });
}
