import type { Problem } from '../engine/problem.ts';
import { parameterDeclarations, type parameterKinds } from '../model/parameters.ts';
import { gradeValue } from './grade-value.ts';
import type { EntryOf, JoinedWorld } from './join-world.ts';
import { declarationOf, parameterDefaults } from './measures.ts';
import { didYouMean } from './nearest.ts';
import type { GradedValue } from './world-file.ts';
import type { WrittenValue } from './world-schema.ts';

/** Every declared parameter of a world, entities spelled out, in the order of the declarations; what is wrong is added. */
export function gradeParameters(world: JoinedWorld, problems: Problem[]): ReadonlyMap<string, GradedValue> {
  const values = new Map<string, GradedValue>();
  const written = new Map(world.entries.parameters.map((entry) => [entry.id, entry]));
  for (const entry of world.entries.parameters) reportUnknown(entry, problems);
  for (const declaration of parameterDeclarations) {
    const entry = written.get(declaration.name);
    if (declaration.name.includes('*')) gradeEntities(declaration.name, world, values, problems);
    else if (entry !== undefined)
      values.set(
        entry.id,
        gradeValue(entry.id, entry.written, declaration, entry, world.ids.sources, problems),
      );
    else if (!world.ids.parameters.has(declaration.name))
      problems.push({
        file: world.folder,
        message: `Parameter "${declaration.name}" (${declaration.meaning}) has no value. Give one under "parameters", in ${declaration.unit}.`,
      });
  }
  return values;
}

/** A parameter declared with `*`: it stands as a key of each entity, or has a default. */
function gradeEntities(
  pattern: string,
  world: JoinedWorld,
  values: Map<string, GradedValue>,
  problems: Problem[],
): void {
  const declaration = declarationOf(pattern)!;
  const [kind, , key] = pattern.split('.') as [(typeof parameterKinds)[number], string, string];
  for (const entry of world.entries[kind]) {
    const name = `${kind}.${entry.id}.${key}`;
    const written = (entry.written as Readonly<Record<string, unknown>>)[key] as WrittenValue | undefined;
    const place = { file: entry.file, path: [...entry.path, key] };
    if (written !== undefined)
      values.set(name, gradeValue(name, written, declaration, place, world.ids.sources, problems));
    else values.set(name, defaultValue(name, pattern, entry));
  }
}

function defaultValue(
  name: string,
  pattern: string,
  entry: EntryOf<(typeof parameterKinds)[number]>,
): GradedValue {
  const value = parameterDefaults[pattern];
  return {
    name,
    unit: declarationOf(pattern)!.unit,
    points: [[1, value]],
    between: 'hold',
    low: value,
    high: value,
    range: 'values',
    sources: [],
    confidence: 'assumption',
    note: `not given in the world file, so ${value}`,
    file: entry.file.file,
    line: entry.file.place(entry.path, 'key').line,
  };
}

function reportUnknown(entry: EntryOf<'parameters'>, problems: Problem[]): void {
  const names = parameterDeclarations
    .map((declaration) => declaration.name)
    .filter((name) => !name.includes('*'));
  if (names.includes(entry.id)) return;
  const [kind, id, key] = entry.id.split('.');
  const ownPlace =
    declarationOf(entry.id) !== undefined
      ? ` It stands with its entity: ${kind}, ${id}, key "${key}".`
      : didYouMean(entry.id, names);
  problems.push({
    ...entry.file.place(entry.path, 'key'),
    message: `"${entry.id}" is no parameter that may stand here.${ownPlace}`,
  });
}
