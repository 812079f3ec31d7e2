import { parseMonth } from '../engine/calendar.ts';
import type { Problem } from '../engine/problem.ts';
import type { LocatedFile, Path } from './locate.ts';
import { type Measure, outside } from './measures.ts';
import { didYouMean } from './nearest.ts';
import type { GradedValue } from './world-file.ts';
import type { WrittenGrade, WrittenValue } from './world-schema.ts';

/** A value of a world file and where it stands. */
export interface Place {
  readonly file: LocatedFile;
  readonly path: Path;
}

/** Checks a written number against its measure and its grade against the sources; problems are added, never thrown. */
export function gradeValue(
  name: string,
  written: WrittenValue,
  measure: Measure,
  { file, path }: Place,
  sources: ReadonlySet<string>,
  problems: Problem[],
): GradedValue {
  const report = (key: string, message: string) => problems.push({ ...file.place([...path, key]), message });
  const points = readPoints(name, written, measure, { file, path }, problems);
  if (written.unit !== measure.unit)
    report(
      'unit',
      `"${name}" is declared in ${measure.unit}, not in ${written.unit}. Give it in ${measure.unit}.`,
    );
  const range = written.points === undefined ? 'values' : 'factors';
  checkRange(name, written, measure, report);
  return {
    name,
    unit: measure.unit,
    points,
    between: written.between ?? 'hold',
    low: written.low ?? points[0][1],
    high: written.high ?? points[0][1],
    range,
    ...readGrade(name, written, { file, path }, sources, problems),
  };
}

/** A grade with its sources, all of which must be known; problems are added. */
export function readGrade(
  name: string,
  written: WrittenGrade,
  { file, path }: Place,
  known: ReadonlySet<string>,
  problems: Problem[],
): Pick<GradedValue, 'sources' | 'confidence' | 'note' | 'file' | 'line'> {
  const sources = written.source === undefined ? [] : [written.source].flat();
  const place = file.place([...path, 'source']);
  for (const source of sources)
    if (!known.has(source))
      problems.push({
        ...place,
        message: `"${source}" is no key of "sources" in this world.${didYouMean(source, known)}`,
      });
  if (sources.length === 0 && written.confidence !== 'assumption')
    problems.push({
      ...file.place([...path, 'confidence']),
      message: `"${name}" has grade ${written.confidence}, which needs a source. Name one, or grade it "assumption".`,
    });
  return {
    sources,
    confidence: written.confidence,
    note: written.note ?? '',
    file: file.file,
    line: file.place(path, 'key').line,
  };
}

function readPoints(
  name: string,
  written: WrittenValue,
  measure: Measure,
  { file, path }: Place,
  problems: Problem[],
): GradedValue['points'] {
  if (written.points === undefined) return [[1, checkPoint('value', written.value ?? measure.min)]];
  const points: [number, number][] = [];
  for (const [date, value] of Object.entries(written.points)) {
    const month = parseMonth(date);
    if (month !== undefined) points.push([month, checkPoint(['points', date], value)]);
    else
      problems.push({
        ...file.place([...path, 'points', date], 'key'),
        message: `"${date}" is no month. Write year and month, 2018-05; the first is 2014-01.`,
      });
  }
  return points.length === 0 ? [[1, measure.min]] : points.sort(([a], [b]) => a - b);

  function checkPoint(at: string | Path, value: number): number {
    const fault = outside(value, measure);
    if (fault !== undefined)
      problems.push({
        ...file.place([...path, ...[at].flat()]),
        message: `"${name}" is ${value}: ${fault}.`,
      });
    return value;
  }
}

/** The sweep's range must hold the value: low <= value <= high, or low <= 1 <= high for factors on dated values. */
function checkRange(
  name: string,
  written: WrittenValue,
  measure: Measure,
  report: (key: string, message: string) => void,
): void {
  const { low, high, value, points } = written;
  if (low === undefined || high === undefined) {
    if (measure.unit !== 'switch')
      report(
        'value',
        `"${name}" needs "low" and "high", the range that a study sweeps. Only a switch may go without.`,
      );
    return;
  }
  const middle = points === undefined ? value : 1;
  const what = points === undefined ? `the value ${value}` : '1 (for dated values low and high are factors)';
  if (middle !== undefined && low > middle) report('low', `"low" of "${name}" is ${low}, above ${what}.`);
  if (middle !== undefined && high < middle) report('high', `"high" of "${name}" is ${high}, below ${what}.`);
  if (points !== undefined) return;
  for (const [key, bound] of [
    ['low', low],
    ['high', high],
  ] as const) {
    const fault = outside(bound, measure);
    if (fault !== undefined) report(key, `"${key}" of "${name}" is ${bound}: ${fault}.`);
  }
}
