import { formatMonth, nameMonth } from '../engine/calendar.ts';
import {
  boundsWords,
  gradeWords,
  type ParameterFacts,
  parameterSteps,
  parameterValue,
  rangeWords,
  readWords,
} from '../figures/parameter-facts.ts';
import { shortNumber } from '../figures/parameter-rows.ts';
import { subjectWords } from '../figures/subject-words.ts';
import { sentencesTable } from '../figures/tables/sentences-table.ts';
import type { RunRecord } from '../model/run-record.ts';
import { fitLines } from './paint/line.ts';
import { proseLines } from './paint/prose.ts';
import type { Panel } from './panel.ts';
import type { Snapshot } from './snapshot.ts';

/** What a parameter, an event or a dated change is, in sentences, with the list of another panel; undefined for subjects whose numbers speak. */
export function aboutPanel(snapshot: Snapshot, record: RunRecord, withList: Panel): Panel | undefined {
  const { subject } = snapshot.state;
  if (subject.kind !== 'parameter' && subject.kind !== 'change' && subject.kind !== 'event') return undefined;
  return {
    titleFor: () => `Why: ${subjectWords(subject, record, snapshot.experiment)}`,
    paint: (size) =>
      fitLines(
        sentences(snapshot, record).flatMap((text) => proseLines(text, size.columns)),
        size,
      ),
    table: () => sentencesTable('about', sentences(snapshot, record)),
    ...(withList.list && { list: withList.list }),
  };
}

function sentences(snapshot: Snapshot, record: RunRecord): readonly string[] {
  const { subject } = snapshot.state;
  if (subject.kind === 'parameter') return parameterSentences(subject.name, snapshot);
  if (subject.kind === 'change') return changeSentences(subject.month, snapshot);
  const words = subjectWords(subject, record, snapshot.experiment);
  const event = subject.kind === 'event' ? record.events.find(({ seq }) => seq === subject.seq) : undefined;
  if (event === undefined) return [words];
  const cause =
    event.causeSeq > 0
      ? 'Another event caused it: see the chain.'
      : 'No earlier event caused it; its rule did.';
  return [`${nameMonth(event.month)}: ${words}.`, cause, ...otherMonth(event.month, snapshot)];
}

/** What is listed below is of the month that is shown, which may be years after the event. */
function otherMonth(month: number, { state }: Snapshot): readonly string[] {
  const shown = state.player.month;
  if (shown === month) return [];
  return [`The numbers below are of ${nameMonth(shown)}; : and ${formatMonth(month)} shows its own month.`];
}

/** Meaning, value and its dates, who changed it, range, grade, source and note. */
function parameterSentences(name: string, { parameters, experiment, state }: Snapshot): readonly string[] {
  const facts = parameters.find((each) => each.name === name);
  if (facts === undefined) return ['The run came without its world file, so nothing is known of it.'];
  return [`${name}: ${facts.meaning}.`, ...aboutParameter(facts, experiment.timeline, state.player.month)];
}

/** The sentences on one parameter in a month, without its meaning. */
export function aboutParameter(
  facts: ParameterFacts,
  timeline: Snapshot['experiment']['timeline'],
  month: number,
): readonly string[] {
  const steps = parameterSteps(facts.name, timeline);
  const range = rangeWords(facts);
  return [
    `Value in ${nameMonth(month)}: ${shortNumber(parameterValue(facts.name, timeline, month))} (${boundsWords(facts)}; read ${readWords[facts.read]}).`,
    steps.length > 1 ? `From each date on: ${stepWords(steps, month)}.` : 'It holds one value in all months.',
    ...touchWords(facts),
    `Grade ${facts.confidence}: ${gradeWords[facts.confidence]}.${range === '' ? '' : ` Range: ${range}.`}`,
    facts.sources.length === 0 ? 'Source: none.' : `Source: ${facts.sources.join('; ')}`,
    ...(facts.note === '' ? [] : [`Note: ${facts.note}`]),
    `It stands in ${facts.file}, line ${facts.line}.`,
  ];
}

const mostSteps = 6;

/** The dates around the month, with the value that each begins, and how many there are beside them. */
function stepWords(steps: ReturnType<typeof parameterSteps>, month: number): string {
  const now = steps.findLastIndex(([from]) => from <= month);
  const first = Math.max(0, Math.min(now - 2, steps.length - mostSteps));
  const shown = steps.slice(first, first + mostSteps);
  const words = shown.map(([from, value]) => `${nameMonth(from)} ${shortNumber(value)}`);
  const after = Math.max(0, steps.length - first - mostSteps);
  return `${first > 0 ? `(${first} before) ` : ''}${words.join(', ')}${after > 0 ? ` (${after} after)` : ''}`;
}

function touchWords({ touches }: ParameterFacts): readonly string[] {
  if (touches.length === 0) return ['The scenario does not change it.'];
  return touches.map(
    ({ label, from, until, formula }) =>
      `Changed${label === '' ? '' : ` by "${label}"`}, ${nameMonth(from)} to ${nameMonth(until)}: ${formula}.`,
  );
}

/** Labels, reasons and what is set. */
function changeSentences(month: number, { experiment, parameters }: Snapshot): readonly string[] {
  const changes = experiment.changes.filter((change) => change.month === month);
  return changes.flatMap(({ label, why }) => {
    const set = parameters.flatMap(({ name, touches }) =>
      touches
        .filter((touch) => touch.from === month && touch.label === label)
        .map(({ formula }) => `${name} = ${formula}`),
    );
    const sets =
      set.length === 0
        ? []
        : [`It sets ${set.slice(0, 6).join('; ')}${set.length > 6 ? `; and ${set.length - 6} more` : ''}.`];
    return [`${nameMonth(month)}: ${label}. ${why}`, ...sets];
  });
}
