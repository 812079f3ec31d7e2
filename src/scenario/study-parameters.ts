import { formatMonth, parseMonth } from '../engine/calendar.ts';
import type { Problem } from '../engine/problem.ts';
import type { Experiment } from '../model/world-spec.ts';
import { declarationOf, type Measure, outside } from './measures.ts';
import { didYouMean } from './nearest.ts';
import type { ReadStudy } from './read-study.ts';
import type { WrittenVariation } from './study-schema.ts';
import { bounded, edgesOf, type Spread, spreadOf, type VariedParameter } from './variation.ts';

/** The parameters that a study varies, in the order of its file; `listed` gives those whose numbers stand in a table. What is wrong goes to the problems. */
export function readParameters(
  study: ReadStudy,
  experiments: readonly Experiment[],
  listed: ReadonlyMap<string, readonly number[]> | undefined,
  problems: Problem[],
): readonly VariedParameter[] {
  const written = study.written.vary ?? {};
  const names = [...new Set([...(listed?.keys() ?? []), ...Object.keys(written)])];
  return names.flatMap((name) => {
    const faults: string[] = [];
    const parameter = readOne(name, written[name] ?? {}, experiments, listed, faults);
    const place = study.place(['vary', name], 'key');
    problems.push(...faults.map((message) => ({ ...place, message })));
    return parameter === undefined || faults.length > 0 ? [] : [parameter];
  });
}

function readOne(
  name: string,
  written: WrittenVariation,
  experiments: readonly Experiment[],
  listed: ReadonlyMap<string, readonly number[]> | undefined,
  faults: string[],
): VariedParameter | undefined {
  const unknown = findUnknown(name, experiments[0]);
  if (unknown !== undefined) faults.push(unknown);
  const spread = listed === undefined ? spreadOf(written) : listedSpread(name, written, listed);
  if (typeof spread === 'string') faults.push(`"${name}" ${spread}.`);
  const from = readFrom(name, written, experiments[0], faults);
  const scenarios = readIn(name, written, experiments, faults);
  if (faults.length > 0 || typeof spread === 'string') return undefined;
  const as = written.as ?? 'value';
  const measure = declarationOf(name)!;
  const kept = as === 'value' ? bounded(spread, measure.min, measure.max) : spread;
  const parameter = { name, as, from, scenarios, spread: kept };
  faults.push(...findOutside(parameter, measure, experiments));
  return parameter;
}

function findUnknown(name: string, { timeline }: Experiment): string | undefined {
  if (timeline.names.includes(name)) return undefined;
  if (name.includes('*'))
    return `"${name}" names many parameters; a study varies one at a time, so name the one you mean.`;
  const hint = didYouMean(name, timeline.names) || ' "maabar explain --parameters" lists them all.';
  return `"${name}" is no parameter.${hint}`;
}

function listedSpread(
  name: string,
  written: WrittenVariation,
  listed: ReadonlyMap<string, readonly number[]>,
): Spread | string {
  const values = listed.get(name);
  if (values === undefined) return 'has no column in the table of points';
  if (written.values ?? written.range ?? written.distribution)
    return 'takes its numbers from the table of points; drop those given here';
  return { kind: 'values', values };
}

function readFrom(
  name: string,
  { from }: WrittenVariation,
  { timeline }: Experiment,
  faults: string[],
): number {
  const { firstMonth, months } = timeline;
  if (from === undefined) return firstMonth;
  const month = parseMonth(from);
  if (month === undefined || month < firstMonth || month >= firstMonth + months)
    faults.push(
      `"from: ${from}" of "${name}" is no month of these runs. Write one from ${formatMonth(firstMonth)} to ${formatMonth(firstMonth + months - 1)}.`,
    );
  else if (month > firstMonth && declarationOf(name)?.read === 'start')
    faults.push(
      `"${name}" is read only in the first month of a run, so "from: ${from}" does nothing. Drop it.`,
    );
  return month ?? firstMonth;
}

function readIn(
  name: string,
  written: WrittenVariation,
  experiments: readonly Experiment[],
  faults: string[],
): readonly number[] | null {
  if (written.in === undefined) return null;
  const ids = experiments.map((experiment) => experiment.scenarioId);
  return written.in.map((id) => {
    const at = ids.indexOf(id);
    if (at < 0)
      faults.push(
        `"in" of "${name}" names "${id}", which is no scenario of this study.${didYouMean(id, ids)} Here: ${ids.join(', ')}.`,
      );
    return at;
  });
}

function findOutside(
  { name, as, from, scenarios, spread }: VariedParameter,
  measure: Measure,
  experiments: readonly Experiment[],
): readonly string[] {
  const isWhole = measure.unit === 'switch' || measure.unit === 'count';
  if (isWhole && (spread.kind !== 'values' || as === 'scale'))
    return [`"${name}" takes whole numbers alone. Give "values" and no "as: scale".`];
  const fault = (value: number, where: string): string[] => {
    const wrong = outside(value, measure);
    return wrong === undefined ? [] : [`"${name}" would be ${value}${where}: ${wrong}.`];
  };
  if (as === 'value')
    return edgesOf(spread)
      .flatMap((edge) => fault(edge, ''))
      .slice(0, 1);
  return experiments
    .filter((_, at) => scenarios === null || scenarios.includes(at))
    .flatMap((experiment) => {
      const ends = edgesOfRow(experiment, name, from);
      return edgesOf(spread).flatMap((edge) =>
        ends.flatMap((end) => fault(end * edge, `, ${end} times ${edge}, in ${experiment.scenarioId}`)),
      );
    })
    .slice(0, 1);
}

function edgesOfRow({ timeline }: Experiment, name: string, from: number): readonly number[] {
  const { months, firstMonth, names, values } = timeline;
  const row = names.indexOf(name) * months;
  const used = values.subarray(row + from - firstMonth, row + months);
  return [
    used.reduce((least, value) => Math.min(least, value)),
    used.reduce((most, value) => Math.max(most, value)),
  ];
}
