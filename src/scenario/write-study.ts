import { stringify } from 'yaml';
import { formatMonth } from '../engine/calendar.ts';
import type { LoadedStudy } from './load-study.ts';
import type { StudyDesign } from './study-design.ts';
import type { WrittenStudy, WrittenVariation } from './study-schema.ts';
import type { Spread, VariedParameter } from './variation.ts';
import { formatWindow } from './window.ts';

/** Where the table of points stands in a study's folder. */
export const frozenTable = 'design-table.csv';

/** The text of a study's own `study.yaml`: everything spelled out, so that it works wherever the folder lies. `ids` are its scenarios' names there. */
export function studyText(study: LoadedStudy, ids: readonly string[]): string {
  const { firstMonth, months } = study.scenarios[0].experiment.timeline;
  const { design, window, runSeconds, outcomes, firstReplicate } = study;
  const written: WrittenStudy = {
    name: study.name,
    title: study.title,
    ...(study.question === '' ? {} : { question: study.question }),
    scenarios: ids.map((id) => `scenarios/${id}.yaml`),
    ...baselineOf(study, ids),
    ...(design === undefined ? {} : designKeys(design, ids)),
    replicates: study.replicates,
    ...(firstReplicate === 1 ? {} : { first_replicate: firstReplicate }),
    seed: study.seed,
    start: formatMonth(firstMonth),
    months,
    ...(outcomes === undefined ? {} : { outcomes: [...outcomes] as WrittenStudy['outcomes'] }),
    ...(window === undefined ? {} : { window: formatWindow(window) }),
    tables: [...study.tables],
    ...(runSeconds === undefined ? {} : { run_seconds: runSeconds }),
  };
  return stringify(written, { lineWidth: 0 });
}

/** The one that all others are compared with, if there is one. */
export function commonBaseline({ comparisons, scenarios }: LoadedStudy): number | undefined {
  const [first] = comparisons;
  const isCommon =
    comparisons.length === scenarios.length - 1 &&
    comparisons.every(({ baseline }) => baseline === first.baseline);
  return first !== undefined && isCommon ? first.baseline : undefined;
}

function baselineOf(study: LoadedStudy, ids: readonly string[]): Pick<WrittenStudy, 'baseline'> {
  const baseline = commonBaseline(study);
  return baseline === undefined ? {} : { baseline: ids[baseline] };
}

function designKeys(
  { kind, points, bases, parameters, table }: StudyDesign,
  ids: readonly string[],
): WrittenStudy {
  const vary = parameters.map((parameter) => [
    parameter.name,
    variationOf(parameter, ids, table === undefined),
  ]);
  return {
    vary: Object.fromEntries(vary) as Record<string, WrittenVariation>,
    design: kind,
    ...(points === undefined ? {} : { points }),
    ...(bases === undefined ? {} : { bases }),
    ...(table === undefined ? {} : { file: frozenTable }),
  };
}

function variationOf(
  { as, from, scenarios, spread }: VariedParameter,
  ids: readonly string[],
  hasNumbers: boolean,
): WrittenVariation {
  return {
    ...(hasNumbers ? spreadKeys(spread) : {}),
    ...(as === 'value' ? {} : { as }),
    from: formatMonth(from),
    ...(scenarios === null ? {} : { in: scenarios.map((at) => ids[at]) }),
  };
}

function spreadKeys(spread: Spread): WrittenVariation {
  if (spread.kind === 'values') return { values: [...spread.values] };
  if (spread.kind === 'uniform') return { range: [spread.lo, spread.hi] };
  if (spread.kind === 'loguniform') return { distribution: { loguniform: [spread.lo, spread.hi] } };
  if (spread.kind === 'triangular')
    return { distribution: { triangular: [spread.lo, spread.mode, spread.hi] } };
  const { kind: _, ...normal } = spread;
  return { distribution: { normal } };
}
