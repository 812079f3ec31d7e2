import { formatMonth } from '../engine/calendar.ts';
import type { Problem } from '../engine/problem.ts';
import type { Check } from './checks.ts';
import { didYouMean } from './nearest.ts';
import { fitsInto, outsideRun } from './read-checks.ts';
import type { ReadScenario } from './read-scenario.ts';
import type { Layer, Span } from './timeline.ts';
import type { WorldFile } from './world-file.ts';
import { idPattern } from './world-schema.ts';

/** Months of the scenario's own changes and checks that its run never reaches; those of what it builds on may lie outside. */
export function reportOutside(own: Layer, checks: readonly Check[], span: Span, problems: Problem[]): void {
  const last = span.firstMonth + span.months - 1;
  for (const change of own.changes)
    if (change.at < span.firstMonth || change.at > last)
      problems.push({
        ...change.place,
        message: `"at: ${formatMonth(change.at)}" is outside the run, which lasts from ${formatMonth(span.firstMonth)} to ${formatMonth(last)}.`,
      });
  for (const check of checks) if (!fitsInto(check, span)) problems.push(outsideRun(check, span));
}

/** Checks against another scenario where there is none to compare with. */
export function reportAlone(
  scenario: ReadScenario,
  checks: readonly Check[],
  compareWith: string | null,
  problems: Problem[],
): void {
  const named = scenario.written.compare_with;
  if (compareWith !== null || (named !== undefined && named !== scenario.id)) return;
  for (const { against, file, line, column } of checks)
    if (against === 'scenario')
      problems.push({
        file,
        line,
        column,
        message: '"against_scenario" needs another scenario of the same world: name it under "compare_with".',
      });
}

/** A source that has the form of a key must be one of the world's; anything longer is taken as a citation. */
export function reportSources(layers: readonly Layer[], world: WorldFile, problems: Problem[]): void {
  for (const change of layers.flatMap((layer) => layer.changes))
    for (const source of change.sources)
      if (idPattern.test(source) && source !== 'assumption' && !world.sources.has(source))
        problems.push({
          ...change.sourcePlace,
          message: `"${source}" is no source of the world "${world.id}".${didYouMean(source, world.sources.keys())} Give a key of its sources, a full citation, or "assumption".`,
        });
}
