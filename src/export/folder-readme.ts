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
${designLine(plan)}- Months: ${formatMonth(plan.firstMonth)} to ${formatMonth(last)}
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
${tables.map((table) => `| ${table.path} | ${table.rows} | ${table.table.description} |`).join('\n')}

- \`codebook.csv\` explains every column; \`datapackage.json\` says the same to programs (Frictionless Data Package v2).
- \`study.yaml\`, \`scenarios/\` and \`worlds/\` are the study frozen, re-runnable as they are; \`plan.json\` what decided the results; \`manifest.json\` checksums, versions, times.
- \`chunks/\` holds the runs as they left the workers. With manifest.json there, it may be removed.
- Missing is an empty cell, yes and no are 1 and 0, money is US dollars, a share is 0 to 1.

## Load it

\`\`\`
R        x <- read.csv("outcomes.csv")
Python   x = pandas.read_csv("outcomes.csv")
Stata    import delimited "outcomes.csv", clear
DuckDB   SELECT * FROM 'outcomes.csv';
\`\`\`

## Cite it

Maabar ${plan.toolVersion} (model version ${plan.modelVersion}), study ${planId(plan).slice(0, 8)}, seed ${plan.studySeed}. See CITATION.cff of the program.
`;
}

/** What is varied; nothing in a study without a design. */
function designLine(plan: Plan): string {
  const { kind, points, parameters } = plan.design;
  if (kind === 'none') return '';
  const names = parameters.map(({ axis }) => `\`${axis.name}\``).join(', ');
  return `- Design: ${kind}, ${points} points of ${names}; ${countRuns(plan)} runs in all\n`;
}
