import { join } from 'node:path';
import { formatMonth } from '../engine/calendar.ts';
import { units } from '../engine/units.ts';
import { parameterDeclarations } from '../model/parameters.ts';
import { yamlNames } from '../scenario/find-scenario.ts';
import { type LoadedScenario, loadScenario } from '../scenario/load.ts';
import { declarationOf } from '../scenario/measures.ts';
import { citeSources } from '../scenario/sources.ts';
import type { GradedValue, WorldFile } from '../scenario/world-file.ts';
import { definitionList } from './definition-list.ts';
import { readMonthOption } from './month-option.ts';
import { packageRoot } from './package-root.ts';
import { plainTable } from './plain-table.ts';
import { program } from './program-word.ts';
import { scenarioWord } from './shell-word.ts';
import { print, printJson } from './streams.ts';

const gradeWords = {
  S: 'seen in the source itself',
  S2: 'seen in a repost, translation or summary of the source',
  W: 'seen, but weak: anonymous, partisan or contradicted',
  D: 'derived by arithmetic from other values',
  assumption: 'an assumption, no source',
} as const;

const readWords = {
  monthly: 'in every month',
  start: 'in the first month only',
  demand: 'in every month; constants of crossings are fitted to the first',
} as const;

/** Prints a parameter: meaning, unit, bounds, rule, value by date, range, source, grade, and the shipped scenarios that change it. */
export async function explainParameter(
  name: string,
  loaded: LoadedScenario,
  monthText: string | undefined,
  asJson: boolean,
): Promise<void> {
  const { timeline } = loaded.experiment;
  const month = monthText === undefined ? undefined : readMonthOption(monthText, timeline);
  const graded = loaded.world.values.get(name)!;
  const declaration = declarationOf(name)!;
  const cited = citeSources(loaded.world, graded.sources);
  const changers = await findChangers(name, loaded);
  const steps = valueSteps(name, loaded);
  const inMonth = month === undefined ? undefined : valueAt(name, loaded, month);
  if (asJson) {
    const { unit, min, max, meaning, rule, read } = declaration;
    const { low, high, range, confidence, note, file, line } = graded;
    const values = steps.map(([from, value]) => ({ from: formatMonth(from), value }));
    const scenario = loaded.scenario.id;
    printJson({
      type: 'parameter',
      ...{ name, meaning, unit, min, max, rule, read, scenario, values, month: monthText ?? null },
      ...{
        value: inMonth ?? null,
        low,
        high,
        range,
        confidence,
        sources: cited,
        note,
        file,
        line,
        changedBy: changers,
      },
    });
    return;
  }
  print(name);
  print(
    definitionList([
      ['Meaning', declaration.meaning],
      ['Unit', `${units[declaration.unit]}; from ${number(declaration.min)} to ${number(declaration.max)}`],
      ['Rule', `${declaration.rule}; read ${readWords[declaration.read]}`],
      [
        'Value',
        month === undefined
          ? stepWords(steps, loaded)
          : `${number(inMonth!)} in ${monthText}, ${loaded.scenario.id}`,
      ],
      ['Range', rangeWords(graded)],
      ['Grade', `${graded.confidence}: ${gradeWords[graded.confidence]}`],
      ['Source', cited],
      ['Note', graded.note],
      ['Stands in', `${graded.file}:${graded.line}`],
      ['Changed by', changers.length === 0 ? 'no shipped scenario' : changers.map(changerWords)],
    ]),
  );
  print(`\nNext:  ${program} run ${scenarioWord(loaded.scenario)} --set "${name}=baseline * 1.1"`);
}

/** Prints every declared parameter. */
export function listParameters(loaded: LoadedScenario, asJson: boolean): void {
  if (asJson) {
    for (const [name, graded] of loaded.world.values) {
      const { meaning, unit, min, max, rule } = declarationOf(name)!;
      const value = valueAt(name, loaded, loaded.experiment.timeline.firstMonth);
      printJson({
        type: 'parameter',
        name,
        meaning,
        unit,
        min,
        max,
        rule,
        value,
        confidence: graded.confidence,
      });
    }
    return;
  }
  for (const { name, unit, min, max, meaning } of parameterDeclarations) {
    print(name);
    print(definitionList([['', `${meaning} [${units[unit]}; ${number(min)} to ${number(max)}]`]]));
  }
}

/** Prints every value of a world that no source supports. */
export function listAssumptions(world: WorldFile, asJson: boolean): void {
  const assumed = [...world.values.values(), ...world.facts.values()].filter(
    ({ confidence }) => confidence === 'assumption',
  );
  if (asJson) {
    for (const { name, unit, points, low, high, note, file, line } of assumed)
      printJson({ type: 'assumption', name, unit, value: points[0][1], low, high, note, file, line });
    return;
  }
  const rows = assumed.map(({ name, points, file, line }) => [name, number(points[0][1]), `${file}:${line}`]);
  print(`${assumed.length} values of the world "${world.id}" are assumptions: no source supports them.\n`);
  print(plainTable([['name', 'value', 'stands in'], ...rows], [0, 2]).join('\n'));
  print('\nWorst first, by how far outcomes move: --sweep, or docs/assumptions.md for the shipped world.');
}

interface Changer {
  readonly scenario: string;
  readonly from: string;
  readonly label: string;
  readonly formula: string;
}

/** Changes of a parameter in the shipped scenarios of the same world. */
async function findChangers(name: string, { world }: LoadedScenario): Promise<readonly Changer[]> {
  const changers: Changer[] = [];
  for (const id of yamlNames(join(packageRoot, 'scenarios'))) {
    const other = await loadScenario(id, { shippedDir: packageRoot });
    if (other.world.id !== world.id) continue;
    for (const { at, label, text } of other.changedBy.get(name) ?? [])
      changers.push({ scenario: id, from: formatMonth(at), label, formula: text });
  }
  return changers;
}

function changerWords({ scenario, from, label, formula }: Changer): string {
  return `${scenario}, ${from}: ${formula}${label === '' ? '' : ` (${label})`}`;
}

/** Months from which a parameter holds a new value, with the value. */
function valueSteps(
  name: string,
  loaded: LoadedScenario,
): readonly (readonly [month: number, value: number])[] {
  const { firstMonth, months } = loaded.experiment.timeline;
  const all = Array.from({ length: months }, (_, index) => firstMonth + index);
  return all
    .map((month) => [month, valueAt(name, loaded, month)] as const)
    .filter(([, value], index, steps) => index === 0 || value !== steps[index - 1][1]);
}

function valueAt(name: string, { experiment }: LoadedScenario, month: number): number {
  const { names, values, firstMonth, months } = experiment.timeline;
  return values[names.indexOf(name) * months + month - firstMonth];
}

/** At most a dozen dates, the rest counted. */
function stepWords(steps: ReturnType<typeof valueSteps>, { scenario }: LoadedScenario): readonly string[] {
  const shown = steps.slice(0, 12).map(([month, value]) => `${formatMonth(month)}  ${number(value)}`);
  const rest = steps.length - shown.length;
  const more = rest === 0 ? [] : [`and ${rest} more dates: --month asks for one`];
  return [`in ${scenario.id}, from each date on:`, ...shown, ...more];
}

function rangeWords({ low, high, range }: GradedValue): string {
  if (low === high) return '';
  return range === 'values'
    ? `${number(low)} to ${number(high)}`
    : `${number(low)} to ${number(high)} times the value`;
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 12 });
}
