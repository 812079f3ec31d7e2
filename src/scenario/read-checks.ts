import { formatMonth } from '../engine/calendar.ts';
import type { Problem } from '../engine/problem.ts';
import type { Check } from './checks.ts';
import type { Path } from './locate.ts';
import type { ReadScenario } from './read-scenario.ts';
import { checkSchema, type WrittenCheck } from './schema.ts';
import { valueAt } from './structure.ts';
import type { Span } from './timeline.ts';
import { parseWindow, type Window } from './window.ts';

/** Checks of a scenario as they can be evaluated; what is wrong with one whose form is sound is added to the problems. */
export function readChecks(scenario: ReadScenario, problems: Problem[]): readonly Check[] {
  const checks = (scenario.written.checks ?? []).map((_, index) => {
    const whole = checkSchema.safeParse(valueAt(scenario.file.value, ['checks', index])).data;
    return whole === undefined ? undefined : readCheck(scenario, ['checks', index], whole, problems);
  });
  return checks.filter((check) => check !== undefined);
}

/** Whether a run of these months can answer a check. */
export function fitsInto(check: Check, { firstMonth, months }: Span): boolean {
  const last = firstMonth + months - 1;
  return [check.window, check.from].every((window) => window.first >= firstMonth && window.last <= last);
}

/** A check that asks for months outside the run. */
export function outsideRun(check: Check, { firstMonth, months }: Span): Problem {
  const { file, line, column } = check;
  const run = `${formatMonth(firstMonth)} to ${formatMonth(firstMonth + months - 1)}`;
  return {
    file,
    line,
    column,
    message: `This check asks for months outside the run, which lasts from ${run}.`,
  };
}

function readCheck(
  scenario: ReadScenario,
  path: Path,
  written: WrittenCheck,
  problems: Problem[],
): Check | undefined {
  const { file } = scenario;
  const before = problems.length;
  const report = (keys: Path, message: string) =>
    problems.push({ ...file.place([...path, ...keys]), message });
  const window = readWindow('window', written.window);
  const from = written.against === undefined ? window : readWindow('against', written.against);
  const against = againstWhat(written, report);
  const band = against === 'value' ? written.value : written.change;
  if (band !== undefined && band[0] > band[1])
    report(
      [against === 'value' ? 'value' : 'change'],
      `The band [${band.join(', ')}] is upside down. Write the lowest first.`,
    );
  if (problems.length > before || band === undefined || window === undefined || from === undefined)
    return undefined;
  const [low, high] = band;
  const { outcome, note = '' } = written;
  return { outcome, window, against: against!, from, low, high, note, ...file.place(path) };

  function readWindow(key: string, text: string): Window | undefined {
    const found = parseWindow(text);
    if (found === undefined)
      report([key], `"${text}" is no window: it ends before it begins, or before 2014-01.`);
    return found;
  }
}

function againstWhat(
  written: WrittenCheck,
  report: (keys: Path, message: string) => void,
): Check['against'] | undefined {
  const given = (['against', 'against_scenario', 'value'] as const).filter(
    (key) => written[key] !== undefined,
  );
  if (given.length !== 1) {
    const came = given.length === 0 ? 'none' : given.join(' and ');
    report([], `A check needs exactly one of against, against_scenario, value; this one has ${came}.`);
    return undefined;
  }
  if (given[0] === 'value') {
    if (written.change !== undefined)
      report(['change'], 'A check of a value has no "change". Keep "value" or "change".');
    return 'value';
  }
  if (written.change === undefined)
    report([], `A check with "${given[0]}" needs "change": [lowest, highest].`);
  return given[0] === 'against' ? 'earlier' : 'scenario';
}
