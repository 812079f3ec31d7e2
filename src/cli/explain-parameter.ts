import { join } from 'node:path';
import { formatMonth } from '../engine/calendar.ts';
import { units } from '../engine/units.ts';
import {
  boundsWords,
  gradeWords,
  parameterNumber as number,
  parameterFacts,
  parameterSteps,
  parameterValue,
  rangeWords,
  readWords,
  touchesOf,
} from '../figures/parameter-facts.ts';
import { parameterDeclarations } from '../model/parameters.ts';
import { yamlNames } from '../scenario/find-scenario.ts';
import { type LoadedScenario, loadScenario } from '../scenario/load.ts';
import { declarationOf } from '../scenario/measures.ts';
import type { WorldFile } from '../scenario/world-file.ts';
import { definitionList } from './definition-list.ts';
import { readMonthOption } from './month-option.ts';
import { packageRoot } from './package-root.ts';
import { plainTable } from './plain-table.ts';
import { program } from './program-word.ts';
import { scenarioWord } from './shell-word.ts';
import { print, printJson } from './streams.ts';

/** Prints a parameter: meaning, unit, bounds, rule, value by date, range, source, grade, and the shipped scenarios that change it. */
export async function explainParameter(
  name: string,
  loaded: LoadedScenario,
  monthText: string | undefined,
  asJson: boolean,
): Promise<void> {
  const { timeline } = loaded.experiment;
  const month = monthText === undefined ? undefined : readMonthOption(monthText, timeline);
  const facts = parameterFacts(name, loaded);
  const changers = await findChangers(name, loaded);
  const steps = parameterSteps(name, timeline);
  const inMonth = month === undefined ? undefined : parameterValue(name, timeline, month);
  if (asJson) {
    const { unit, min, max, meaning, rule, read } = facts;
    const { low, high, range, confidence, sources, note, file, line } = facts;
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
        sources,
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
      ['Meaning', facts.meaning],
      ['Unit', boundsWords(facts)],
      ['Rule', `${facts.rule}; read ${readWords[facts.read]}`],
      [
        'Value',
        month === undefined
          ? stepWords(steps, loaded)
          : `${number(inMonth!)} in ${monthText}, ${loaded.scenario.id}`,
      ],
      ['Range', rangeWords(facts)],
      ['Grade', `${facts.confidence}: ${gradeWords[facts.confidence]}`],
      ['Source', facts.sources],
      ['Note', facts.note],
      ['Stands in', `${facts.file}:${facts.line}`],
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
      const { timeline } = loaded.experiment;
      const value = parameterValue(name, timeline, timeline.firstMonth);
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
    for (const { from, label, formula } of touchesOf(name, other))
      changers.push({ scenario: id, from: formatMonth(from), label, formula });
  }
  return changers;
}

function changerWords({ scenario, from, label, formula }: Changer): string {
  return `${scenario}, ${from}: ${formula}${label === '' ? '' : ` (${label})`}`;
}

/** At most a dozen dates, the rest counted. */
function stepWords(
  steps: ReturnType<typeof parameterSteps>,
  { scenario }: LoadedScenario,
): readonly string[] {
  const shown = steps.slice(0, 12).map(([month, value]) => `${formatMonth(month)}  ${number(value)}`);
  const rest = steps.length - shown.length;
  const more = rest === 0 ? [] : [`and ${rest} more dates: --month asks for one`];
  return [`in ${scenario.id}, from each date on:`, ...shown, ...more];
}
