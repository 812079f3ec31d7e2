import type { Experiment, WorldSpec } from '../model/world-spec.ts';
import { declarationOf } from '../scenario/measures.ts';
import type { GradedValue } from '../scenario/world-file.ts';
import { changeRows } from './change-timeline.ts';

/**
 * An experiment in which one number of its world is another: `factor` times what the world file says, in every month. A parameter keeps to
 * its declared bounds; shares that must sum to 1 are scaled again. Undefined for a number that no run reads.
 */
export function varyNumber(experiment: Experiment, name: string, factor: number): Experiment | undefined {
  if (experiment.timeline.names.includes(name)) {
    const { min, max } = declarationOf(name)!;
    const change = (_: number, before: number): number => Math.min(max, Math.max(min, before * factor));
    return changeRows(experiment, { [name]: change });
  }
  const world = varyFact(experiment.world, name, factor);
  return world === undefined ? undefined : { ...experiment, world };
}

/** The lowest and the highest that a graded value may be, over what it is; undefined where there is no range, or nothing to scale. */
export function rangeFactors({
  points,
  low,
  high,
  range,
}: GradedValue): readonly [low: number, high: number] | undefined {
  const value = points[0][1];
  if (low === high || (range === 'values' && value === 0)) return undefined;
  return range === 'factors' ? [low, high] : [low / value, high / value];
}

/** What a world file calls a number and a run otherwise. */
const renamed: Readonly<Record<string, string>> = { consignment: 'consignmentUsd' };
/** Shares that sum to 1 over all entities of a kind. */
const summing = new Set(['importShare', 'demandShare']);

type Entity = Readonly<Record<string, unknown>> & { readonly id: string };

function varyFact(world: WorldSpec, name: string, factor: number): WorldSpec | undefined {
  const [kind, id, written, part] = name.split('.');
  const key = renamed[written] ?? written.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const entities = (world as unknown as Readonly<Record<string, readonly Entity[] | undefined>>)[kind];
  if (entities?.find((entity) => entity.id === id)?.[key] === undefined) return undefined;
  const varied = entities.map((entity) =>
    entity.id === id ? { ...entity, [key]: scaled(entity[key], part, factor) } : entity,
  );
  return { ...world, [kind]: summing.has(key) ? normalised(varied, key) : varied };
}

function scaled(value: unknown, part: string | undefined, factor: number): unknown {
  if (part === undefined) return (value as number) * factor;
  const parts = value as Readonly<Record<string, number>>;
  return { ...parts, [part]: parts[part] * factor };
}

function normalised(entities: readonly Entity[], key: string): readonly Entity[] {
  const sum = entities.reduce((total, entity) => total + (entity[key] as number), 0);
  return entities.map((entity) => ({ ...entity, [key]: (entity[key] as number) / sum }));
}
