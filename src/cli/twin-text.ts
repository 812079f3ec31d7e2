import { formatMonth } from '../engine/calendar.ts';
import type { EventRecord } from '../engine/recorder.ts';
import { eventWords, namesById } from '../figures/words.ts';
import type { Experiment } from '../model/world-spec.ts';
import { ownChanges } from '../study/main-window.ts';
import type { Consequence } from '../study/twin/event-chain.ts';
import { parameterDifferences } from '../study/twin/parameter-differences.ts';
import type { Parting, Twins } from '../study/twin/play-twins.ts';
import type { WorldDifference } from '../study/twin/world-differences.ts';
import { wrapWords } from './plain-table.ts';
import { counted } from './progress.ts';
import type { TwinWorlds } from './twin-worlds.ts';

/** Things told of one parting, and consequences told in all. */
const mostThings = 4;
const mostConsequences = 12;

/** Where two worlds part and what follows, in plain text: the month, what was being done, what differed, then events in order with their causes. */
export function twinText(worlds: TwinWorlds, { parting, decision, consequences }: Twins): string {
  const { first, second } = worlds;
  const title = `${first.scenarioId} and ${second.scenarioId}, month by month on the same draws`;
  if (parting === undefined)
    return [title, 'They never part: every number of both worlds is the same in every month.'].join('\n\n');
  const isSame = parting.month === decision?.month && parting.phase === decision.phase;
  const blocks = [
    [title],
    partingLines('They part in', worlds, parting),
    ...(isSame ? [] : [decisionLines(worlds, decision)]),
    consequenceLines(worlds, consequences),
    ['Model output, not data. One replicate: what chance makes of it, "maabar compare" without --twin says.'],
  ];
  return blocks.map((lines) => lines.flatMap(hanging).join('\n')).join('\n\n');
}

/** A line of at most 80 columns, later ones indented two more than the first. */
function hanging(line: string): readonly string[] {
  const indent = /^ */.exec(line)![0];
  const [first = '', ...rest] = wrapWords(line, 78, indent);
  return [first, ...rest.map((text) => (indent === '' ? text : `  ${text}`))];
}

function partingLines(opening: string, worlds: TwinWorlds, parting: Parting): readonly string[] {
  return [
    `${opening} ${formatMonth(parting.month)}, at: ${parting.phase}`,
    ...reasonLines(worlds, parting.month),
    ...differenceLines(worlds, parting.differences),
  ];
}

function decisionLines(worlds: TwinWorlds, decision: Parting | undefined): readonly string[] {
  if (decision === undefined) return ['No decision of a holder, a faction or a trader differs.'];
  return partingLines('The first decision that differs is in', worlds, decision);
}

/** Dated changes and parameters that begin to differ in the month. */
function reasonLines({ first, second }: TwinWorlds, month: number): readonly string[] {
  const changes = [ownIn(first, second, month), ownIn(second, first, month)].flat();
  const parameters = parameterDifferences(first, second, month);
  const rest = parameters.length - mostThings;
  return [
    ...changes,
    ...parameters
      .slice(0, mostThings)
      .map(({ name, values }) => `  parameter ${name}: ${valuesWords(first, second, values)}`),
    ...(rest > 0 ? [`  and ${counted(rest, 'more parameter')}`] : []),
  ];
}

function ownIn(experiment: Experiment, other: Experiment, month: number): readonly string[] {
  return ownChanges(experiment, other)
    .filter((change) => change.month === month)
    .map(({ label }) => `  change in ${experiment.scenarioId}: ${label}`);
}

function differenceLines(
  { first, second }: TwinWorlds,
  differences: readonly WorldDifference[],
): readonly string[] {
  const rest = differences.length - mostThings;
  const lines = differences.slice(0, mostThings).map(({ what, of, values, places }) => {
    const more = places > 1 ? `; and at ${counted(places - 1, 'other place')}` : '';
    return `  ${[what, ...of].join(', ')}: ${valuesWords(first, second, values)}${more}`;
  });
  return [...lines, ...(rest > 0 ? [`  and ${counted(rest, 'more thing')}`] : [])];
}

function valuesWords(first: Experiment, second: Experiment, [a, b]: readonly [number, number]): string {
  return `${number(a)} in ${first.scenarioId}, ${number(b)} in ${second.scenarioId}`;
}

/** As many digits as tell numbers of this size apart. */
function number(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 6 });
}

function consequenceLines({ first, second }: TwinWorlds, found: readonly Consequence[]): readonly string[] {
  const told = found.filter(isTold);
  const rest = found.length - Math.min(told.length, mostConsequences);
  if (told.length === 0)
    return ['No event differs: the same things happen in both, by much the same amounts.'];
  const places = new Map(told.slice(0, mostConsequences).map(({ event }, at) => [event, at + 1]));
  const names = namesById(first.world);
  const ids = [first.scenarioId, second.scenarioId];
  const lines = told.slice(0, mostConsequences).map(({ event, world, other, cause }, at) => {
    const where = world === 'differs' ? 'in both, not alike' : `only in ${ids[world]}`;
    const otherwise = other === undefined ? '' : `; in ${ids[1]} ${eventWords(other, names)}`;
    return `  ${at + 1}. ${formatMonth(event.month)}, ${where}: ${eventWords(event, names)}${otherwise}${causeWords(cause, places, names)}`;
  });
  return [
    'What happens otherwise from then on:',
    ...lines,
    ...(rest > 0 ? [`  and ${counted(rest, 'more event')}, small differences too; --json has them all`] : []),
  ];
}

/** Part by which an amount must differ to be told beside what happens in one world alone. */
const worthTelling = 0.1;

function isTold({ event, other }: Consequence): boolean {
  if (other === undefined) return true;
  const gap = Math.abs(event.amountUsd - other.amountUsd);
  return gap > worthTelling * Math.max(event.amountUsd, other.amountUsd);
}

function causeWords(
  cause: EventRecord | undefined,
  places: ReadonlyMap<EventRecord, number>,
  names: ReadonlyMap<string, string>,
): string {
  if (cause === undefined) return '';
  const place = places.get(cause);
  return place === undefined
    ? `; follows from ${formatMonth(cause.month)}: ${eventWords(cause, names)}`
    : `; follows from ${place}`;
}
