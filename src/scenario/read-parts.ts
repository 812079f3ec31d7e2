import type { Problem } from '../engine/problem.ts';
import type { Place } from '../model/world-spec.ts';
import { gradeValue, readGrade, type Place as Standing } from './grade-value.ts';
import type { Entry, JoinedWorld, Section } from './join-world.ts';
import type { Path } from './locate.ts';
import { attributeMeasures } from './measures.ts';
import { didYouMean } from './nearest.ts';
import { normaliseShares, sum } from './normalise.ts';
import type { GradedValue } from './world-file.ts';
import type { WrittenHolders, WrittenPlace, WrittenValue } from './world-schema.ts';

/** What the parts of a world are read with: where facts and problems go. */
export interface Reading {
  readonly world: JoinedWorld;
  readonly facts: Map<string, GradedValue>;
  readonly problems: Problem[];
}

/** A number that does not change with time; it goes to the facts under its path, `factions.north.capacity`. */
export function readNumber(
  entry: Entry<unknown>,
  kind: Section,
  keys: Path,
  written: WrittenValue,
  reading: Reading,
): number {
  const name = [kind, entry.id, ...keys].join('.');
  const [key, inner] = [keys[0], keys.length > 1 ? '.*' : ''];
  const measure = attributeMeasures[`${kind}.*.${key}${inner}` as keyof typeof attributeMeasures];
  const standing = standsAt(entry, keys);
  const value = gradeValue(name, written, measure, standing, reading.world.ids.sources, reading.problems);
  reading.facts.set(name, value);
  return value.points[0][1];
}

/** A place; its degrees go to the facts. */
export function readPlace(
  entry: Entry<unknown>,
  kind: Section,
  written: WrittenPlace,
  reading: Reading,
): Place {
  const name = `${kind}.${entry.id}.place`;
  const grade = readGrade(
    name,
    written,
    standsAt(entry, ['place']),
    reading.world.ids.sources,
    reading.problems,
  );
  for (const axis of ['lon', 'lat'] as const)
    reading.facts.set(`${name}.${axis}`, {
      ...grade,
      name: `${name}.${axis}`,
      unit: 'degrees',
      points: [[1, written[axis]]],
      between: 'hold',
      low: written[axis],
      high: written[axis],
      range: 'values',
    });
  return { lon: written.lon, lat: written.lat };
}

/** Shares of a gate or post by faction: known factions, together at most 1. */
export function readHolders(
  entry: Entry<unknown>,
  kind: Section,
  written: WrittenHolders,
  reading: Reading,
): Readonly<Record<string, number>> {
  const name = `${kind}.${entry.id}.holders`;
  const standing = standsAt(entry, ['holders']);
  const { low = 1, high = 1, shares } = written;
  const total = sum(Object.values(shares));
  const report = (keys: Path, message: string, part: 'key' | 'value' = 'value') =>
    reading.problems.push({ ...entry.file.place([...standing.path, ...keys], part), message });
  if (low > 1 || low < 0)
    report(['low'], `"low" of "${name}" is a factor on the shares: 0 to 1, not ${low}.`);
  if (high < 1) report(['high'], `"high" of "${name}" is a factor on the shares: 1 or more, not ${high}.`);
  if (total > 1 + 1e-9)
    report(['shares'], `The shares of "${name}" sum to ${total}. At most 1: the rest is with officials.`);
  const grade = readGrade(name, written, standing, reading.world.ids.sources, reading.problems);
  for (const [faction, share] of Object.entries(shares)) {
    checkReference(entry, ['holders', 'shares', faction], faction, 'factions', reading, 'key');
    reading.facts.set(`${name}.${faction}`, {
      ...grade,
      name: `${name}.${faction}`,
      unit: 'share',
      points: [[1, share]],
      between: 'hold',
      low: share * low,
      high: Math.min(share * high, 1),
      range: 'values',
    });
  }
  return { ...shares };
}

/** An id must be one that some file of the world gives, right or wrong in its form. */
export function checkReference(
  entry: Entry<unknown>,
  keys: Path,
  id: string,
  kind: Section,
  { world, problems }: Reading,
  part: 'key' | 'value' = 'value',
): void {
  const known = world.ids[kind];
  if (known.has(id)) return;
  const allowed = [...known].join(', ') || 'none';
  const message = `"${id}" is none of the ${kind} of this world.${didYouMean(id, known)} Allowed: ${allowed}.`;
  problems.push({ ...entry.file.place([...entry.path, ...keys], part), message });
}

/** Shares of a whole: they must add up to 1, and are then scaled so that they do exactly. */
export function readWhole(
  kind: Section,
  key: string,
  shares: readonly number[],
  { world, problems }: Reading,
): readonly number[] {
  const scaled = normaliseShares(shares);
  if (scaled !== undefined) return scaled;
  if (world.entries[kind].length === world.ids[kind].size) {
    const first = world.entries[kind][0];
    const message = `"${key}" of all ${kind} must sum to 1 (within 0.000001), not ${sum(shares)}.`;
    problems.push({ ...first.file.place([...first.path, key], 'key'), message });
  }
  return shares;
}

/** Parts that may leave a rest: they must not add up to more than 1. */
export function reportSum(
  kind: Section,
  key: string,
  shares: readonly number[],
  { world, problems }: Reading,
): void {
  if (sum(shares) <= 1 + 1e-6) return;
  const first = world.entries[kind][0];
  const message = `"${key}" of all ${kind} must sum to at most 1, not ${sum(shares)}.`;
  problems.push({ ...first.file.place([...first.path, key], 'key'), message });
}

function standsAt(entry: Entry<unknown>, keys: Path): Standing {
  return { file: entry.file, path: [...entry.path, ...keys] };
}
