import { formatMonth } from '../engine/calendar.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import type { ParameterChange } from '../scenario/timeline.ts';
import { wrapWords } from './plain-table.ts';

/** A change of a scenario with all that it sets. */
interface ToldChange {
  readonly at: number;
  readonly label: string;
  readonly why: string;
  readonly settings: readonly string[];
}

/** Most changes that are told, and most settings of one. */
const mostChanges = 12;
const mostSettings = 4;

/** What a scenario changes that its baseline does not, as lines of at most 80 columns: date, label, parameters, why. */
export function changeLines(loaded: LoadedScenario, baseline: LoadedScenario | undefined): readonly string[] {
  const changes = ownParameterChanges(loaded, baseline);
  const heading =
    baseline === undefined ? 'What it changes in its world' : `What changed, against ${baseline.scenario.id}`;
  const none = baseline === undefined ? [] : [heading, '  nothing in these months'];
  if (changes.length === 0) return none;
  const rest = changes.length - mostChanges;
  const more = rest > 0 ? [`  and ${rest} more; parameters.csv has them all`] : [];
  const { firstMonth } = loaded.experiment.timeline;
  return [
    heading,
    ...changes.slice(0, mostChanges).flatMap((change) => toldLines(change, firstMonth)),
    ...more,
  ];
}

/** Changes in order of date, those alike in date and label as one. */
function ownParameterChanges(
  loaded: LoadedScenario,
  baseline: LoadedScenario | undefined,
): readonly ToldChange[] {
  const told = new Map<string, ToldChange>();
  for (const [name, changes] of loaded.changedBy) {
    const shared = new Set((baseline?.changedBy.get(name) ?? []).map(keyOf));
    for (const change of changes) {
      if (shared.has(keyOf(change))) continue;
      const { at, label, why, text } = change;
      const before = told.get(`${at} ${label}`)?.settings ?? [];
      told.set(`${at} ${label}`, { at, label, why, settings: [...before, `${name} = ${text}`] });
    }
  }
  return [...told.values()].sort((left, right) => left.at - right.at);
}

function keyOf({ at, until, label, text }: ParameterChange): string {
  return JSON.stringify([at, until, label, text]);
}

function toldLines({ at, label, why, settings }: ToldChange, firstMonth: number): readonly string[] {
  const date = label === '' && at === firstMonth ? 'start  ' : formatMonth(at);
  const rest = settings.length - mostSettings;
  const words = [...settings.slice(0, mostSettings), ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
  const lines = [label, words, why].flatMap((text) => wrapWords(text, 69));
  return lines.map((line, index) => `  ${index === 0 ? date : '       '}  ${line}`);
}
