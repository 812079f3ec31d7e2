import { rowOffset, type TableRecord } from '../../engine/recorder.ts';
import { localMonths, patronMonths } from '../effort.ts';
import { noteEvent } from '../event.ts';
import { revenueLines } from '../lines.ts';
import type { Observable } from '../observables.ts';
import { incomeOf, type Reading } from '../reading.ts';

/** Phase 12b: the month's income is remembered, and what is new in it is noted. */
export function rememberMonth(reading: Reading): void {
  const { world, month } = reading;
  const { state, spec } = world;
  for (let i = 0; i < spec.factions.length; i++) {
    const fromPatron = incomeOf(reading, 0, i);
    state.patronPast[i * patronMonths + (month % patronMonths)] = fromPatron;
    state.localPast[i * localMonths + (month % localMonths)] = incomeOf(reading, undefined, i) - fromPatron;
  }
  state.trafficBefore.set(world.trade.trafficUsd);
  for (let n = 0; n < state.postTake.length; n++)
    state.postTake[n] += (reading.takeAt[n] / 100 - state.postTake[n]) / takeMonths;
  noteLeadingLine(reading);
}

/** Talks judge what posts bring by a mean of about so many months. Assumption. */
const takeMonths = 12;

function noteLeadingLine(reading: Reading): void {
  const { state } = reading.world;
  const incomes = revenueLines.map((_, l) => incomeOf(reading, l));
  const leading = incomes.indexOf(Math.max(...incomes));
  if (state.leadingLine >= 0 && leading !== state.leadingLine) {
    const note = `${revenueLines[leading].name} overtakes ${revenueLines[state.leadingLine].name}`;
    noteEvent(reading.world, reading.month, { type: 'line-leads', amountUsd: incomes[leading], note });
  }
  state.leadingLine = leading;
}

/** Writes one row for each entity of each table. `monthIndex` counts from 0 at the run's first month. */
export function writeMonth(
  reading: Reading,
  tables: readonly TableRecord[],
  observables: readonly (readonly Observable[])[],
  monthIndex: number,
): void {
  tables.forEach((table, t) => {
    const entities = table.spec.key === null ? 1 : table.spec.entities.length;
    for (let entity = 0; entity < entities; entity++) {
      const row = rowOffset(table, monthIndex, entity);
      for (let column = 0; column < observables[t].length; column++) {
        table.data[row + column] = observables[t][column].read(reading, entity);
      }
    }
  });
}
