import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../engine/problem.ts';
import { formatOutcome } from '../figures/outcome-words.ts';
import { readDesignTable } from '../scenario/read-design-table.ts';
import { formatWindow } from '../scenario/window.ts';
import { frozenTable } from '../scenario/write-study.ts';
import { checkChunk, readChunk, rowsPath } from '../study/chunks.ts';
import { matrixOf } from '../study/design/planned-design.ts';
import type { KeptRun } from '../study/kept-run.ts';
import { planId } from '../study/plan.ts';
import { chunkOf, identityOf } from '../study/run-order.ts';
import { judgedWindow, outcomeColumns } from '../study/summarise.ts';
import { definitionList } from './definition-list.ts';
import type { FoundRun } from './find-run.ts';
import { chooseOutcomes } from './headline-outcomes.ts';
import { program } from './program-word.ts';
import { print, printJson } from './streams.ts';

/** What is kept of a run; undefined where its chunk is still to be worked, or was removed. */
export function keptOf({ folder, plan, place }: FoundRun): KeptRun | undefined {
  const chunk = chunkOf(plan, place.index);
  const id = planId(plan);
  if (checkChunk(folder, id, chunk).state !== 'done') return undefined;
  return readChunk(folder, plan, id, chunk)[place.index - chunk.first];
}

/** Prints what a run of a study was: scenario, point, parameters, seed, how it ended, outcomes, and where its rows lie. */
export function explainRun(found: FoundRun, asJson: boolean): void {
  const kept = keptOf(found);
  const { folder, plan, place, alsoIn } = found;
  const identity = identityOf(plan, place);
  const parameters = parametersOf(found);
  if (asJson) {
    const status = kept?.status ?? 'not kept';
    const ended =
      kept?.status === 'failed' ? { stage: kept.stage, code: kept.code, message: kept.message } : {};
    printJson({
      type: 'run',
      ...identity,
      folder,
      status,
      ...ended,
      parameters,
      outcomes: meansOf(found, kept),
      alsoIn,
    });
    return;
  }
  print(identity.runId);
  print(
    definitionList([
      ['Scenario', identity.scenarioId],
      [
        'Point',
        [identity.pointId, ...Object.entries(parameters).map(([name, value]) => `${name} = ${value}`)],
      ],
      ['Draws', `study seed ${identity.seed}, replicate ${identity.replicate}`],
      ['Status', statusWords(kept)],
      ['Outcomes', outcomeWords(found, kept)],
      ['Where', placesOf(found)],
      ['Also in', alsoIn],
    ]),
  );
  print(`\nOne run, so no interval. Next:  ${program} explain ${identity.runId} --folder ${folder} --replay`);
}

function statusWords(kept: KeptRun | undefined): string {
  if (kept === undefined) return 'not kept: its chunk is still to be worked, or was removed';
  if (kept.status === 'ok') return `ended well; sha256 of all it recorded ${kept.digest.slice(0, 16)}…`;
  return `failed, ${kept.stage}, ${kept.code}: ${kept.message}`;
}

/** Numbers of the run's point, by parameter; only those that are changed in its scenario. */
function parametersOf({ folder, plan, place }: FoundRun): Readonly<Record<string, string>> {
  const { design, studySeed } = plan;
  const table = join(folder, frozenTable);
  const problems: Problem[] = [];
  const listed = existsSync(table) ? (readDesignTable(table, problems)?.cells ?? null) : null;
  if (design.kind === 'table' && listed === null) return {};
  const numbers = matrixOf(design, studySeed, listed).at(place.point);
  const changed = design.parameters.flatMap(({ axis, as, scenarios }, at): [string, string][] =>
    scenarios === null || scenarios.includes(place.scenario)
      ? [[axis.name, as === 'scale' ? `its own value times ${numbers[at]}` : String(numbers[at])]]
      : [],
  );
  return Object.fromEntries(changed);
}

function meansOf({ plan }: FoundRun, kept: KeptRun | undefined): Readonly<Record<string, number>> {
  if (kept?.status !== 'ok') return {};
  return Object.fromEntries(plan.outcomes.map((name, at) => [name, kept.means[at]]));
}

function outcomeWords(found: FoundRun, kept: KeptRun | undefined): readonly string[] {
  const means = meansOf(found, kept);
  if (Object.keys(means).length === 0) return [];
  const window = formatWindow(judgedWindow(found.plan, found.place.scenario));
  const units = new Map(outcomeColumns(found.plan).map(({ name, unit }) => [name, unit]));
  const lines = chooseOutcomes(found.plan.outcomes, { outcome: [] }).map(
    (name) => `${name} ${formatOutcome(means[name], units.get(name) ?? 'index')}`,
  );
  return [`means a month, ${window}`, ...lines];
}

function placesOf({ folder, plan, place }: FoundRun): readonly string[] {
  const chunk = chunkOf(plan, place.index);
  return [
    `folder ${folder}`,
    `runs.csv, row ${place.index + 1}; its replay column has the command that plays it alone`,
    ...plan.tables.map((table) => `tables/${table}.csv, rows with this run_id`),
    `${rowsPath('', chunk.index)}, run ${place.index - chunk.first + 1} of ${chunk.runs}`,
  ];
}
