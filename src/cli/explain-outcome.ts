import { type ColumnSpec, columnOf } from '../engine/recorder.ts';
import { units } from '../engine/units.ts';
import { formatOutcome } from '../figures/outcome-words.ts';
import { findOutcomes, type Outcome } from '../figures/outcomes.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { WorldSpec } from '../model/world-spec.ts';
import { type LoadedScenario, loadScenario } from '../scenario/load.ts';
import { runReplicate } from '../study/run.ts';
import { definitionList } from './definition-list.ts';
import { readMonthOption } from './month-option.ts';
import { packageRoot } from './package-root.ts';
import { program } from './program-word.ts';
import { scenarioWord } from './shell-word.ts';
import { print, printJson } from './streams.ts';

/** Prints every outcome, table by table. */
export function listOutcomes(world: WorldSpec, asJson: boolean): void {
  for (const { table, column } of findOutcomes(undefined, world)) {
    const { name, unit, meaning } = column;
    if (asJson) printJson({ type: 'outcome', table: table.name, name, unit, meaning });
    else print(`${table.name}.${name}\n${definitionList([['', `${meaning} [${units[unit]}]`]])}`);
  }
}

/** Prints an outcome: meaning, unit, tables and, for a month, what it was in replicate 1 of the scenario and of what it is compared with. */
export async function explainOutcome(
  name: string,
  loaded: LoadedScenario,
  monthText: string | undefined,
  asJson: boolean,
): Promise<void> {
  const found = findOutcomes(name, loaded.experiment.world);
  const values = monthText === undefined ? [] : await valuesIn(monthText, found, loaded);
  const { unit, meaning } = found[0].column;
  if (asJson) {
    const tables = found.map(({ table }) => table.name);
    printJson({ type: 'outcome', name, unit, meaning, tables, month: monthText ?? null, values });
    return;
  }
  print(name);
  print(
    definitionList([
      [
        'Meaning',
        found.map(({ column, table }) =>
          found.length === 1 ? column.meaning : `${column.meaning} (${table.name})`,
        ),
      ],
      ['Unit', units[unit]],
      ['Tables', found.map(({ table }) => `tables/${table.name}.csv: ${table.meaning}`)],
      [monthText ?? '', values.map(valueWords(unit))],
    ]),
  );
  const scenario = scenarioWord(loaded.scenario);
  print(
    monthText === undefined
      ? `\nNext:  ${program} explain ${name} --scenario ${scenario} --month 2018-06`
      : `\nOne replicate (seed 1), so no interval. Next:  ${program} run ${scenario} --plain`,
  );
}

interface Value {
  readonly scenario: string;
  /** Faction, crossing or post; null for all together. */
  readonly entity: string | null;
  readonly value: number;
  /** A month before; null in the first month. */
  readonly before: number | null;
}

async function valuesIn(
  monthText: string,
  found: readonly Outcome[],
  loaded: LoadedScenario,
): Promise<readonly Value[]> {
  const month = readMonthOption(monthText, loaded.experiment.timeline);
  const scenarios = [loaded, ...(await comparisonOf(loaded))];
  return scenarios.flatMap(({ experiment }) => {
    const record = runReplicate(experiment, 1, 1, { keepFlows: false });
    return found.flatMap((outcome) => valuesOf(outcome, record, month));
  });
}

async function comparisonOf({ compareWith, experiment }: LoadedScenario): Promise<readonly LoadedScenario[]> {
  if (compareWith === null) return [];
  const { firstMonth, months } = experiment.timeline;
  const options = { shippedDir: packageRoot, overrideStart: firstMonth, overrideMonths: months };
  return [await loadScenario(compareWith, options)];
}

function valuesOf({ table, column }: Outcome, record: RunRecord, month: number): readonly Value[] {
  const recorded = record.tables.find((candidate) => candidate.spec.name === table.name)!;
  const index = month - record.firstMonth;
  const entities = table.key === null ? [null] : table.entities;
  return entities.map((entity, at) => {
    const series = columnOf(recorded, column.name, at);
    const before = index === 0 ? null : series[index - 1];
    return { scenario: record.scenarioId, entity, value: series[index], before };
  });
}

function valueWords(unit: ColumnSpec['unit']): (value: Value) => string {
  return ({ scenario, entity, value, before }) => {
    const was = before === null ? '' : ` (a month before ${formatOutcome(before, unit)})`;
    return `${scenario}${entity === null ? '' : `, ${entity}`}: ${formatOutcome(value, unit)}${was}`;
  };
}
