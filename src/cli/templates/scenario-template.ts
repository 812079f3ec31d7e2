import { formatMonth } from '../../engine/calendar.ts';
import type { LoadedScenario } from '../../scenario/load.ts';
import { formatWindow } from '../../scenario/window.ts';
import { quoted } from './quoted.ts';

/** What a template is written for. */
export interface TemplateRequest {
  readonly name: string;
  /** How the file says which scenario it builds on. */
  readonly from: string;
  readonly loaded: LoadedScenario;
  /** Path of the JSON Schema, as seen from the file. */
  readonly schema: string;
}

/** A scenario that halves what the patron pays, with a remark on every key: valid as it is, and its check holds. */
export function scenarioTemplate({ name, from, loaded, schema }: TemplateRequest): string {
  const { firstMonth, months } = loaded.experiment.timeline;
  const last = firstMonth + months - 1;
  const change = firstMonth + Math.min(12, Math.floor(months / 3));
  const window = { first: Math.min(change + 1, last), last: Math.min(change + 6, last) };
  return `# yaml-language-server: $schema=${schema}
# A scenario says what differs from another one, when, and why.
#   check it:  maabar check ${name}.yaml
#   play it:   maabar run ${name}.yaml
title: ${quoted(name)}
question: What do factions live on once the patron pays half?
# 1 easy, 2 middling, 3 hard to understand.
difficulty: 1
why: Replace this with why anybody should want to know.

# Everything that is not said below is as it is there; "maabar list" shows what is shipped.
extends: ${quoted(from)}
# Every result is told as the difference from this one, on the same draws of chance.
compare_with: ${quoted(from)}
start: ${formatMonth(firstMonth)}
months: ${months}

# Parameters set from the first month on, { pact.cohesion: 0.5 }. "maabar explain --parameters" lists them all.
set: {}

# Dated changes. A formula may use "baseline" (the world file's value), "current" (what it would be without this change) and "months_since".
# Give "until: 2020-04" to end a change.
changes:
  - at: ${formatMonth(change)}
    label: The patron pays half
    why: To see which lines make up for it, and how fast.
    # Where the number comes from; "assumption" for what nobody measured.
    source: assumption
    set: { patron.transfer: current * 0.5 }

# What must hold if the rules work as you think; "maabar check" plays the scenario once and looks. Bands are shares: -0.5 is half less.
checks:
  - outcome: income_patron_usd
    window: ${formatWindow(window)}
    against_scenario: true
    change: [-0.55, -0.45]
    note: Half is paid from ${formatMonth(change)} on; nothing else touches it at once.
`;
}
