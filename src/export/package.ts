import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FrozenFile } from '../scenario/freeze-scenarios.ts';
import type { WorkOrder } from '../study/chunk-work.ts';
import { matrixOf } from '../study/design/planned-design.ts';
import { writeDurably } from '../study/durable.ts';
import { makeFolder } from '../study/make-folder.ts';
import type { LookResult } from '../study/precision/judge-look.ts';
import type { RunPlace } from '../study/run-order.ts';
import {
  isForSensitivity,
  type SensitivityCollector,
  startSensitivity,
} from '../study/sensitivity/study-sensitivity.ts';
import { readRuns } from '../study/session.ts';
import type { Comparison, Summary } from '../study/summarise.ts';
import { type CheckRow, checkCells, checksTable } from './checks-table.ts';
import { filesOf, openCsv, type WrittenFile, type WrittenTable, writeCsv } from './csv-file.ts';
import { dataPackageText } from './data-package.ts';
import { designRows, designTable } from './design-table.ts';
import { codebookRows, codebookTable } from './dictionary.ts';
import { readmeText } from './folder-readme.ts';
import { loaderFiles } from './loaders/loader-files.ts';
import { manifestText, type ToolFacts } from './manifest.ts';
import { collectResults, type Evaluate, type Results } from './results.ts';
import { openRunFiles } from './run-files.ts';
import { sensitivityRows, sensitivityTable } from './sensitivity-table.ts';
import {
  byScenarioMonthTable,
  compareRows,
  compareTable,
  parameterRows,
  parametersTable,
  replacementRows,
  replacementTable,
  scenarioMonthRows,
} from './summary-tables.ts';

/** What a study folder is made of: its plan, and all that stands in it beside numbers. */
export interface ExportedStudy extends WorkOrder {
  /** The study, its scenarios and its world as texts, from which the folder alone repeats the study. */
  readonly frozen: readonly FrozenFile[];
  readonly title: string;
  readonly question: string;
  /** The command that repeats the whole study. */
  readonly command: string;
  /** Whether that command reads only what is in the folder. */
  readonly isSelfContained: boolean;
  /** The command that repeats one run; `numbers` are its point's. */
  readonly replay: (place: RunPlace, numbers: readonly number[]) => string;
  readonly evaluate: Evaluate;
  /** What the look that ended the study came to; absent where the number of replicates is given. Its plan is then cut to that look. */
  readonly look?: LookResult;
}

/** Writes what a folder needs before any run: its frozen texts, and the points of its design. A file that is there as it should be is left. */
export function freezeStudy({ folder, plan, frozen, listed }: ExportedStudy): void {
  for (const { path, text } of frozen) {
    const target = join(folder, path);
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
    makeFolder(dirname(target));
    writeDurably(target, text);
  }
  if (plan.design.kind !== 'none') writeDesign(folder, plan, listed);
}

/**
 * Makes all tables of a study folder from its chunks, then README.md, datapackage.json and, last of all, manifest.json.
 * The same study gives the same bytes in every file but manifest.json. Throws at a gap or a torn chunk, and what the disk throws.
 */
export async function exportStudy(study: ExportedStudy, facts: () => ToolFacts): Promise<Results> {
  const { folder, plan, experiments, listed } = study;
  const matrix = matrixOf(plan.design, plan.studySeed, listed);
  const files = openRunFiles(folder, plan, experiments[0].world);
  const compared = openCompared(study);
  const collector = collectResults(plan, study.evaluate, compared.write);
  const sensitivity = startSensitivity(plan);
  for (const run of readRuns(folder, plan)) {
    collector.add(run);
    sensitivity.add(run);
    const numbers = matrix.at(run.place.point);
    await files.write(run, numbers, study.replay(run.place, numbers));
  }
  const results = collector.finish();
  const design = plan.design.kind === 'none' ? [] : [writeDesign(folder, plan, listed)];
  const summaries = writeSummaries(study, results.summary, results.checks, compared.close());
  const written = [
    ...design,
    ...(await files.close()),
    ...summaries,
    ...writeSensitivity(study, sensitivity),
  ];
  const codebook = writeCsv(folder, codebookTable, codebookRows(written.map(({ table }) => table)));
  const tables = [...written, codebook];
  const all = [...tables.flatMap(filesOf), ...writeTexts(study, tables)];
  writeDurably(join(folder, 'manifest.json'), manifestText(study, results.summary, all, facts()));
  return results;
}

/** The same results from a finished folder's chunks; writes nothing. */
export function readResults(study: ExportedStudy): Results {
  const collector = collectResults(study.plan, study.evaluate);
  for (const run of readRuns(study.folder, study.plan)) collector.add(run);
  return collector.finish();
}

function writeDesign(folder: string, plan: ExportedStudy['plan'], listed: Float64Array | null): WrittenTable {
  const matrix = matrixOf(plan.design, plan.studySeed, listed);
  return writeCsv(folder, designTable(plan.design), designRows(matrix));
}

/** The tables of comparisons, which grow point by point; none where nothing is compared. */
function openCompared({ folder, plan }: ExportedStudy) {
  if (plan.comparisons.length === 0) return { write: () => {}, close: () => [] };
  const [compare, replacement] = [openCsv(folder, compareTable), openCsv(folder, replacementTable)];
  return {
    write: (point: number, comparisons: readonly Comparison[]): void => {
      for (const row of compareRows(point, comparisons)) compare.write(row);
      for (const row of replacementRows(point, comparisons)) replacement.write(row);
    },
    close: (): readonly WrittenTable[] => [compare.close(), replacement.close()],
  };
}

function writeSummaries(
  study: ExportedStudy,
  summary: Summary,
  checks: readonly CheckRow[],
  compared: readonly WrittenTable[],
): readonly WrittenTable[] {
  const { folder, plan, experiments } = study;
  const ids = plan.scenarios.map((planned) => planned.scenarioId);
  const months = plan.tables.includes('by_month')
    ? [writeCsv(folder, byScenarioMonthTable, scenarioMonthRows(summary, ids))]
    : [];
  return [
    writeCsv(folder, parametersTable, parameterRows(experiments)),
    ...months,
    ...compared,
    writeCsv(folder, checksTable, checks.map(checkCells)),
  ];
}

/** The table of sensitivity, where the design is one for it. */
function writeSensitivity(
  { folder, plan }: ExportedStudy,
  found: SensitivityCollector,
): readonly WrittenTable[] {
  if (!isForSensitivity(plan)) return [];
  return [writeCsv(folder, sensitivityTable, sensitivityRows(found.finish()))];
}

function writeTexts(study: ExportedStudy, tables: readonly WrittenTable[]): readonly WrittenFile[] {
  const { folder, plan, title, question } = study;
  const about = { name: plan.name, title, description: `${question} Model output, not data.`.trim() };
  return [
    ...study.frozen.map(({ path, text }) => writeText(folder, path, text)),
    ...loaderFiles(tables).map(({ path, text }) => writeText(folder, path, text)),
    writeText(folder, 'README.md', readmeText(study, tables)),
    writeText(folder, 'datapackage.json', dataPackageText(about, tables)),
  ];
}

function writeText(folder: string, path: string, text: string): WrittenFile {
  const target = join(folder, path);
  makeFolder(dirname(target));
  writeFileSync(target, text);
  return { path, bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') };
}
