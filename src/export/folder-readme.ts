import { formatMonth } from '../engine/calendar.ts';
import { type Plan, planId } from '../study/plan.ts';
import { countRuns, replicatesOf } from '../study/run-order.ts';
import type { WrittenTable } from './csv-file.ts';

/** The text of a study folder's README.md: what, how made, how to cite, how to load, and the command that repeats it. */
export function readmeText(
  study: {
    readonly plan: Plan;
    readonly title: string;
    readonly question: string;
    readonly command: string;
    readonly isSelfContained: boolean;
  },
  tables: readonly WrittenTable[],
): string {
  const { plan } = study;
  const last = plan.firstMonth + plan.months - 1;
  const scenarios = plan.scenarios.map(({ scenarioId }) => `\`${scenarioId}\``).join(', ');
  return `# ${study.title}

${study.question}

Model output, not data: what an agent-based model of faction economies makes of its assumptions.

- Scenarios: ${scenarios}, ${replicatesOf(plan)} replicates each (${plan.replicates.from} to ${plan.replicates.to}), on the same draws of chance
${precisionLine(plan)}${designLine(plan)}- Months: ${formatMonth(plan.firstMonth)} to ${formatMonth(last)}
- Study seed: ${plan.studySeed}
- Study id: ${planId(plan)}
- Made by maabar ${plan.toolVersion}, model version ${plan.modelVersion}

## Repeat it

\`\`\`
${study.command}
\`\`\`
${study.isSelfContained ? '\nTyped in this folder: `study.yaml`, `scenarios/` and `worlds/` are all that it reads.\n' : ''}
The same command gives the same bytes in every table. \`runs.csv\` has in its column \`replay\` the command that plays one run again.

## Files

| file | rows | what it is |
|---|---|---|
${tables.flatMap(fileLines).join('\n')}

- \`codebook.csv\` explains every column; \`datapackage.json\` says the same to programs (Frictionless Data Package v2).
- \`study.yaml\`, \`scenarios/\` and \`worlds/\` are the study frozen, re-runnable as they are; \`plan.json\` what decided the results; \`manifest.json\` checksums, versions, times.
- \`chunks/\` holds the runs as they left the workers. With manifest.json there, it may be removed.
- Missing is an empty cell, yes and no are 1 and 0, money is US dollars, a share is 0 to 1.

## Load it

\`\`\`
R        source("load/load.R"); x <- load_table("outcomes")
Python   import sys; sys.path.insert(0, "load"); from load import load_table; x = load_table("outcomes")
Stata    do load/load.do outcomes
DuckDB   duckdb study.duckdb < load/load.sql
\`\`\`

The loaders need nothing but these programs. They give columns their types, labels and units, and take away the apostrophe that stands in a CSV before a text that a spreadsheet would run as a formula.

## Cite it

Maabar ${plan.toolVersion} (model version ${plan.modelVersion}), study ${planId(plan).slice(0, 8)}, seed ${plan.studySeed}. See CITATION.cff of the program.
`;
}

/** Why there are so many replicates; nothing where their number was given. */
function precisionLine(plan: Plan): string {
  if (plan.precision === undefined) return '';
  const { target, of, looks } = plan.precision;
  const names = of.map((name) => `\`${name}\``).join(', ');
  const counts = looks.map(({ replicates }) => replicates).join(', ');
  return `- Replicates were added until ${names} were known to ${Number((target * 100).toPrecision(6))}%: looked at ${counts} at most, with intervals widened for so many looks; manifest.json says what was reached\n`;
}

/** What is varied; nothing in a study without a design. */
function designLine(plan: Plan): string {
  const { kind, points, parameters } = plan.design;
  if (kind === 'none') return '';
  const names = parameters.map(({ axis }) => `\`${axis.name}\``).join(', ');
  return `- Design: ${kind}, ${points} points of ${names}; ${countRuns(plan)} runs in all\n`;
}

/** The lines of a table: its CSV, and its Parquet file where it is large. */
function fileLines({ table, path, rows, parquet }: WrittenTable): readonly string[] {
  const csv = `| ${path} | ${rows} | ${table.description} |`;
  return parquet === undefined ? [csv] : [csv, `| ${parquet.path} | ${rows} | the same, typed and small |`];
}
