import { join } from 'node:path';
import { InvalidInput, type Problem } from '../engine/problem.ts';
import type { Experiment } from '../model/world-spec.ts';
import { cardOf, type ScenarioCard } from './card.ts';
import { type Chain, readChain } from './chain.ts';
import type { Check } from './checks.ts';
import { findComparison, findWorldOf } from './company.ts';
import { findScenario, isPath, type Shelves, scenarioNames } from './find-scenario.ts';
import { readWorld } from './load-world.ts';
import { didYouMean } from './nearest.ts';
import { inOrder } from './problem-order.ts';
import { fitsInto, readChecks } from './read-checks.ts';
import { compileAssignments, compileLayer } from './read-scenario.ts';
import { compileShocks } from './read-shocks.ts';
import { reportAlone, reportOutside, reportSources } from './report-changes.ts';
import { shippedDir } from './shipped-dir.ts';
import type { Shock } from './shock.ts';
import { type SpanOverride, spanOf } from './span.ts';
import { buildTimeline, type Layer, type ParameterChange } from './timeline.ts';
import type { WorldFile } from './world-file.ts';

/** Where to look (by default among what is shipped), and what the caller wants otherwise than the file says. */
export interface LoadOptions extends Shelves, SpanOverride {
  /** Settings laid over all else from the first month on: parameter name to number or formula. */
  readonly overrideSet?: Readonly<Record<string, number | string>>;
  /** Dated changes laid over all that, settings included; each must begin within the run. */
  readonly thrown?: readonly Shock[];
  /** Asks for every key that shipped scenarios have: question, difficulty, why, checks. */
  readonly asShipped?: boolean;
}

/** A scenario ready to run, with all that can be told of it. */
export interface LoadedScenario {
  readonly experiment: Experiment;
  readonly scenario: ScenarioCard;
  readonly world: WorldFile;
  /** Only those whose months lie within the run. */
  readonly checks: readonly Check[];
  /** Checks left out because the caller shortened the run. */
  readonly checksLeftOut: number;
  /** Path of the scenario to compare with; null when it is this one, or the default is not of this world. */
  readonly compareWith: string | null;
  /** Which changes touched a parameter, in the order they were laid; parameters that none touched are absent. */
  readonly changedBy: ReadonlyMap<string, readonly ParameterChange[]>;
}

/**
 * Loads a scenario by path or shipped name, with all it builds on and its world. Throws `InvalidInput` with every problem
 * of every file read, each with its place.
 */
export async function loadScenario(
  pathOrName: string,
  given: Partial<LoadOptions> = {},
): Promise<LoadedScenario> {
  const options = { shippedDir, ...given };
  const chain = readChain(findStart(pathOrName, options), options, options.asShipped);
  const scenario = chain.scenarios.at(-1)!;
  const problems: Problem[] = [...chain.problems];
  const parts = await readParts(chain, options, problems);
  const world = worldOf(chain, options, problems);
  if (world === undefined) throw new InvalidInput(inOrder(problems));
  reportSources(parts.layers, world, problems);
  const built = buildTimeline(world, parts.layers, parts.span);
  problems.push(...built.problems);
  if (problems.length > 0) throw new InvalidInput(inOrder(problems));
  const { timeline, changes, changedBy } = built;
  const card = cardOf(scenario);
  const experiment = { scenarioId: card.id, title: card.title, world: world.spec, timeline, changes };
  const checks = parts.checks.filter((check) => fitsInto(check, parts.span));
  const checksLeftOut = parts.checks.length - checks.length;
  return {
    experiment,
    scenario: card,
    world,
    checks,
    checksLeftOut,
    compareWith: parts.compareWith,
    changedBy,
  };
}

/** All of a chain that can be read before its world is known. */
async function readParts(chain: Chain, options: LoadOptions, problems: Problem[]) {
  const scenario = chain.scenarios.at(-1)!;
  const span = spanOf(chain, options, problems);
  const layers: Layer[] = [];
  for (const part of chain.scenarios) layers.push(await compileLayer(part, problems));
  const checks = readChecks(scenario, problems);
  const compareWith = findComparison(chain, options, problems);
  const moved = options.overrideMonths !== undefined || options.overrideStart !== undefined;
  if (!moved) reportOutside(layers[layers.length - 1], checks, span, problems);
  reportAlone(scenario, checks, compareWith, problems);
  layers.push(await compileOverride(options, problems));
  const thrown = await compileShocks(options.thrown ?? [], problems);
  reportOutside(thrown, [], span, problems);
  layers.push(thrown);
  return { span, layers, checks, compareWith };
}

/** The chain's world; undefined, with problems, when there is none or it is not sound. */
function worldOf(chain: Chain, options: LoadOptions, problems: Problem[]): WorldFile | undefined {
  const folder = findWorldOf(chain, options, problems);
  if (folder === undefined) return undefined;
  const read = readWorld(folder);
  problems.push(...read.problems);
  return read.problems.length > 0 ? undefined : read.world;
}

/** The file that a path or a shipped name means. Throws `InvalidInput` when there is none. */
function findStart(pathOrName: string, options: Shelves): string {
  const shipped = join(options.shippedDir, 'scenarios');
  const file = findScenario(pathOrName, isPath(pathOrName) ? '' : shipped, options);
  if (file !== undefined) return file;
  const known = scenarioNames(shipped, options);
  const wanted = pathOrName.replace(/^.*[/\\]/, '').replace(/\.yaml$/, '');
  const hint = didYouMean(wanted, known) || ` Shipped: ${known.join(', ') || 'none'}.`;
  const what = isPath(pathOrName) ? 'There is no file' : 'There is no shipped scenario';
  throw new InvalidInput([{ message: `${what} "${pathOrName}".${hint}` }]);
}

async function compileOverride({ overrideSet = {} }: LoadOptions, problems: Problem[]): Promise<Layer> {
  const given = Object.entries(overrideSet).map(([name, text]) => ({
    name,
    given: text,
    namePlace: {},
    valuePlace: {},
  }));
  return { scenarioId: 'command line', settings: await compileAssignments(given, problems), changes: [] };
}
