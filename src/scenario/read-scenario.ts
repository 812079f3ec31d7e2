import { parseMonth } from '../engine/calendar.ts';
import type { Problem } from '../engine/problem.ts';
import { compileFormula } from './expression.ts';
import { scenarioIdOf } from './find-scenario.ts';
import { readLocated } from './join-world.ts';
import type { FilePlace, LocatedFile, Path } from './locate.ts';
import { wordMisread } from './misread-name.ts';
import {
  draftSchema,
  scenarioSchema,
  type WrittenChange,
  type WrittenScenario,
  type WrittenSetting,
} from './schema.ts';
import { readStructure } from './structure.ts';
import type { Assignment, Layer, LayerChange } from './timeline.ts';

/** One scenario file, its form checked; names and values are checked against a world later. */
export interface ReadScenario {
  readonly id: string;
  readonly file: LocatedFile;
  readonly written: WrittenScenario;
  readonly problems: readonly Problem[];
}

/** Reads a scenario file. `asShipped` asks for every key that the shipped ones have. Never throws on what the file holds. */
export function readScenario(path: string, asShipped: boolean): ReadScenario {
  const file = readLocated(path);
  const id = scenarioIdOf(path);
  if (file.value === undefined) return { id, file, written: {}, problems: file.problems };
  const { value, problems } = readStructure(file, scenarioSchema, draftSchema);
  const written = value ?? {};
  const found = [...file.problems, ...misreadId(id, path), ...problems, ...findMissing(file, asShipped)];
  return { id, file, written, problems: found };
}

/** The file's name stands in every row of every table. */
function misreadId(id: string, file: string): Problem[] {
  const message = wordMisread(id, 'The name', `Rename the file, with a word first: case-${id}.yaml.`);
  return message === undefined ? [] : [{ file, message }];
}

function findMissing(file: LocatedFile, asShipped: boolean): Problem[] {
  const problems: Problem[] = [];
  if (typeof file.value !== 'object' || file.value === null || Array.isArray(file.value)) return problems;
  const keys = file.value as Readonly<Record<string, unknown>>;
  const report = (path: Path, message: string) => problems.push({ ...file.place(path, 'key'), message });
  if (keys.world === undefined && keys.extends === undefined)
    report([], 'A scenario needs "world", the world it plays in, or "extends", the scenario it builds on.');
  if (!asShipped) return problems;
  for (const key of ['question', 'difficulty', 'why'])
    if (keys[key] === undefined) report([], `A shipped scenario needs "${key}".`);
  if (!Array.isArray(keys.checks) || keys.checks.length === 0)
    report([], 'A shipped scenario needs at least one check.');
  for (const [index, change] of (Array.isArray(keys.changes) ? keys.changes : []).entries())
    for (const key of ['label', 'why', 'source'])
      if (change?.[key] === undefined)
        report(['changes', index], `A change of a shipped scenario needs "${key}".`);
  return problems;
}

/** A scenario's settings and changes with their formulas compiled; a text that is no formula is added to the problems. */
export async function compileLayer(scenario: ReadScenario, problems: Problem[]): Promise<Layer> {
  const { file, written, id } = scenario;
  const settings = await compileSetting(file, ['set'], written.set ?? {}, problems);
  const changes: LayerChange[] = [];
  for (const [index, change] of (written.changes ?? []).entries())
    if (change !== undefined) changes.push(await compileChange(file, ['changes', index], change, problems));
  return { scenarioId: id, settings, changes: changes.sort((a, b) => a.at - b.at) };
}

async function compileChange(
  file: LocatedFile,
  path: Path,
  change: WrittenChange,
  problems: Problem[],
): Promise<LayerChange> {
  const at = readMonth(file, [...path, 'at'], change.at, problems);
  const until =
    change.until === undefined ? undefined : readMonth(file, [...path, 'until'], change.until, problems);
  if (until !== undefined && until < at)
    problems.push({
      ...file.place([...path, 'until']),
      message: `"until: ${change.until}" is before "at: ${change.at}". The change would never hold.`,
    });
  return {
    at,
    until: until ?? Number.POSITIVE_INFINITY,
    halfLifeMonths: change.fade?.half_life_months,
    label: change.label ?? Object.keys(change.set).join(', '),
    why: change.why ?? '',
    sources: change.source === undefined ? [] : [change.source].flat(),
    place: file.place([...path, 'at']),
    sourcePlace: file.place([...path, 'source']),
    assignments: await compileSetting(file, [...path, 'set'], change.set, problems),
  };
}

function readMonth(file: LocatedFile, path: Path, text: string, problems: Problem[]): number {
  const month = parseMonth(text);
  if (month !== undefined) return month;
  problems.push({
    ...file.place(path),
    message: `"${text}" is before 2014-01, the first month of the calendar.`,
  });
  return 1;
}

async function compileSetting(
  file: LocatedFile,
  path: Path,
  setting: WrittenSetting,
  problems: Problem[],
): Promise<Assignment[]> {
  const places = Object.entries(setting).map(([name, given]) => ({
    name,
    given,
    namePlace: file.place([...path, name], 'key'),
    valuePlace: file.place([...path, name]),
  }));
  return compileAssignments(places, problems);
}

/** Settings from anywhere, a file or the command line, with their formulas compiled. */
export async function compileAssignments(
  given: readonly {
    readonly name: string;
    readonly given: string | number;
    readonly namePlace: Partial<FilePlace>;
    readonly valuePlace: Partial<FilePlace>;
  }[],
  problems: Problem[],
): Promise<Assignment[]> {
  const assignments: Assignment[] = [];
  for (const { name, given: text, namePlace, valuePlace } of given) {
    const { formula, fault } = await compileFormula(text);
    if (formula !== undefined) assignments.push({ name, text: String(text), formula, namePlace, valuePlace });
    else problems.push({ ...valuePlace, message: `The formula of "${name}" ${fault}.` });
  }
  return assignments;
}
