import { quoted } from './quoted.ts';
import type { TemplateRequest } from './scenario-template.ts';

/** Long enough for slow lines to answer, short enough for a first look. */
const mostMonths = 60;

/** A small study of one scenario, with a remark on every key: valid as it is, and played in a minute. */
export function studyTemplate({ name, from, loaded, schema }: TemplateRequest): string {
  const months = Math.min(mostMonths, loaded.experiment.timeline.months);
  return `# yaml-language-server: $schema=${schema}
# A study plays scenarios many times and leaves a folder of tables.
#   what it costs:  maabar plan ${name}.yaml
#   play it:        maabar batch ${name}.yaml
title: ${quoted(name)}
question: How much do factions earn as the patron pays less?

# Names of shipped scenarios, or paths from this file. With several, each is compared with "baseline:", one of them.
scenarios: [${quoted(from)}]

# Parameters to the numbers they take: "values: [..]", "range: [lo, hi]", or "distribution: { normal: { mean, deviation } }".
# "as: scale" multiplies what the scenario has; without it the number itself is set. "maabar explain --parameters" lists them all.
vary:
  patron.transfer: { range: [0.5, 1], as: scale }

# factorial takes every combination of values; latin-hypercube and sobol spread so many points over ranges.
design: latin-hypercube
points: 8

# Runs of each scenario at each point, on different draws; all of them follow from the seed.
replicates: 4
seed: 1
months: ${months}

# Columns to keep; "maabar explain --outcomes" lists them all. "tables: [by_month]" would keep every month, "[]" keeps means alone.
outcomes: [income_total_usd, income_patron_usd, income_local_usd]
tables: []
`;
}
