import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Experiment } from '../model/world-spec.ts';
import { writeDurably } from '../study/durable.ts';
import type { Plan } from '../study/plan.ts';
import { readRuns } from '../study/session.ts';
import type { Summary } from '../study/summarise.ts';
import { type CheckRow, checkCells, checksTable } from './checks-table.ts';
import { filesOf, type WrittenFile, type WrittenTable, writeCsv } from './csv-file.ts';
import { dataPackageText } from './data-package.ts';
import { codebookRows, codebookTable } from './dictionary.ts';
import { readmeText } from './folder-readme.ts';
import { loaderFiles } from './loaders/loader-files.ts';
import { manifestText, type ToolFacts } from './manifest.ts';
import { collectResults, type Evaluate, type Results } from './results.ts';
import { openRunFiles } from './run-files.ts';
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

/** What a study folder is made of: its plan, and all that stands in it beside numbers. Its chunks are all there. */
export interface ExportedStudy {
  readonly folder: string;
  readonly plan: Plan;
  /** In the plan's order; all of one world. */
  readonly experiments: readonly Experiment[];
  /** Scenario files as they were, to stand in `scenarios/`. */
  readonly sources: readonly { readonly name: string; readonly text: string }[];
  readonly title: string;
  readonly question: string;
  /** The command that repeats the whole study. */
  readonly command: string;
  /** The command that repeats one replicate. */
  readonly replay: (replicate: number) => string;
  readonly evaluate: Evaluate;
}

/**
 * Makes all tables of a study folder from its chunks, then README.md, datapackage.json and, last of all, manifest.json.
 * The same study gives the same bytes in every file but manifest.json. Throws at a gap or a torn chunk, and what the disk throws.
 */
export async function exportStudy(study: ExportedStudy, facts: () => ToolFacts): Promise<Results> {
  const { folder, plan, experiments } = study;
  const files = openRunFiles(folder, plan, experiments);
  const collector = collectResults(plan, experiments, study.evaluate);
  for (const run of readRuns(folder, plan)) {
    collector.add(run);
    await files.write(run, study.replay(run.status === 'ok' ? run.record.replicate : run.replicate));
  }
  const results = collector.finish();
  const written = [...files.close(), ...writeSummaries(study, results.summary, results.checks)];
  const codebook = writeCsv(folder, codebookTable, codebookRows(written.map(({ table }) => table)));
  const tables = [...written, codebook];
  const all = [...tables.flatMap(filesOf), ...writeTexts(study, tables)];
  writeDurably(join(folder, 'manifest.json'), manifestText(plan, results.summary, all, facts()));
  return results;
}

/** The same results from a finished folder's chunks; writes nothing. */
export function readResults(study: ExportedStudy): Results {
  const collector = collectResults(study.plan, study.experiments, study.evaluate);
  for (const run of readRuns(study.folder, study.plan)) collector.add(run);
  return collector.finish();
}

function writeSummaries(
  study: ExportedStudy,
  summary: Summary,
  checks: readonly CheckRow[],
): readonly WrittenTable[] {
  const { folder, plan, experiments } = study;
  const ids = plan.scenarios.map((planned) => planned.scenarioId);
  const comparisons =
    plan.comparisons.length === 0
      ? []
      : [
          writeCsv(folder, compareTable, compareRows(summary)),
          writeCsv(folder, replacementTable, replacementRows(summary)),
        ];
  return [
    writeCsv(folder, parametersTable, parameterRows(experiments)),
    writeCsv(folder, byScenarioMonthTable, scenarioMonthRows(summary, ids)),
    ...comparisons,
    writeCsv(folder, checksTable, checks.map(checkCells)),
  ];
}

function writeTexts(study: ExportedStudy, tables: readonly WrittenTable[]): readonly WrittenFile[] {
  const { folder, plan, title, question, command } = study;
  const about = { name: plan.name, title, description: `${question} Model output, not data.`.trim() };
  return [
    ...study.sources.map(({ name, text }) => writeText(folder, `scenarios/${name}`, text)),
    ...loaderFiles(tables).map(({ path, text }) => writeText(folder, path, text)),
    writeText(folder, 'README.md', readmeText({ plan, title, question, command }, tables)),
    writeText(folder, 'datapackage.json', dataPackageText(about, tables)),
  ];
}

function writeText(folder: string, path: string, text: string): WrittenFile {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  return { path, bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') };
}
