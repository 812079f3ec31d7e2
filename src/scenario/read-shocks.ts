import { formatMonth } from '../engine/calendar.ts';
import type { Problem } from '../engine/problem.ts';
import { compileAssignments } from './read-scenario.ts';
import type { Shock } from './shock.ts';
import type { Layer, LayerChange } from './timeline.ts';

/** What is said of a shock where a scenario file says why. */
export const shockWhy = 'Thrown in while the run was watched.';

/**
 * Shocks as one more layer over a scenario, in order of date; at one date the first that was thrown in comes first. A text that is no formula
 * is added to the problems. A shock stands in no file, so its label is given as the place of what is wrong with it.
 */
export async function compileShocks(shocks: readonly Shock[], problems: Problem[]): Promise<Layer> {
  const changes: LayerChange[] = [];
  for (const shock of shocks) changes.push(await compileShock(shock, problems));
  return { scenarioId: 'thrown in', settings: [], changes: changes.sort((a, b) => a.at - b.at) };
}

async function compileShock(shock: Shock, problems: Problem[]): Promise<LayerChange> {
  const { label, at, until } = shock;
  const place = { file: `"${label}"` };
  if (until !== undefined && until < at)
    problems.push({
      ...place,
      message: `It would end in ${formatMonth(until)}, before it begins in ${formatMonth(at)}.`,
    });
  return {
    ...{ at, until: until ?? Number.POSITIVE_INFINITY, halfLifeMonths: undefined },
    ...{ label, why: shockWhy, sources: ['assumption'], place, sourcePlace: place },
    assignments: await compileAssignments(settingsOf(shock, place, problems), problems),
  };
}

function settingsOf({ set }: Shock, place: { readonly file: string }, problems: Problem[]) {
  const given = Object.entries(set).map(([name, text]) => ({
    ...{ name, given: text },
    ...{ namePlace: place, valuePlace: place },
  }));
  const [whole, empty] = [
    given.filter(({ given }) => given !== ''),
    given.filter(({ given }) => given === ''),
  ];
  for (const { name } of empty)
    problems.push({
      ...place,
      message: `"${name}" is set to nothing. Write parameter = formula, such as patron.transfer = current * 0.5.`,
    });
  return whole;
}
