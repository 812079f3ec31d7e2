import { formatMonth } from '../engine/calendar.ts';
import { type LedgerMonth, ledgerMonth, millions } from '../figures/ledger-month.ts';
import type { FlowMatrix } from '../model/flow-matrix.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import { runReplicate } from '../study/run.ts';
import { readMonthOption } from './month-option.ts';
import { plainTable } from './plain-table.ts';
import { scenarioWord } from './shell-word.ts';
import { print, printJson } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** Prints who paid whom for what in a month of replicate 1: sectors across, tags down, every row and the whole summing to exactly zero. */
export function explainLedger(loaded: LoadedScenario, monthText: string | undefined, asJson: boolean): void {
  if (monthText === undefined)
    throw new UsageError('explain ledger needs a month: maabar explain ledger --month 2020-07.');
  const month = readMonthOption(monthText, loaded.experiment.timeline);
  const { flows } = runReplicate(loaded.experiment, 1, 1, { keepFlows: true });
  if (flows === null) throw new Error('flows were asked for and not kept');
  const told = ledgerMonth(flows, month);
  const { matrix } = told;
  if (asJson) {
    printJson({
      type: 'ledger',
      scenario: loaded.experiment.scenarioId,
      month: formatMonth(month),
      ...inUsd(matrix),
    });
    return;
  }
  print(`Who paid (-) and who received (+) in ${formatMonth(month)}, USD million; rows sum to zero`);
  for (const part of parts(told)) print(`\n${plainTable(part).join('\n')}`);
  const all = matrix.change.reduce((sum, cents) => sum + cents, 0);
  print(`\nAll changes of cash sum to ${all} cents.`);
  print(`One replicate (seed 1). Next:  maabar run ${scenarioWord(loaded.scenario)} --plain`);
}

function inUsd({ sectors, rows, change }: FlowMatrix): object {
  const named = (cents: readonly number[]) =>
    Object.fromEntries(sectors.map((sector, at) => [sector, cents[at] / 100]));
  return {
    rows: rows.map((row) => ({ line: row.line, paid_usd: row.paid / 100, usd: named(row.cents) })),
    change_usd: named(change),
    sum_cents: change.reduce((sum, cents) => sum + cents, 0),
  };
}

/** Sectors side by side as far as 80 columns hold them. */
const sectorsAcross = 4;

function parts({ matrix, moving }: LedgerMonth): readonly (readonly (readonly string[])[])[] {
  const { sectors, rows, change } = matrix;
  const groups = Array.from({ length: Math.ceil(moving.length / sectorsAcross) }, (_, group) =>
    moving.slice(group * sectorsAcross, (group + 1) * sectorsAcross),
  );
  return groups.map((group) => [
    ['', ...group.map((at) => sectors[at])],
    ...rows
      .filter((row) => group.some((at) => row.cents[at] !== 0))
      .map((row) => [row.line, ...group.map((at) => millions(row.cents[at]))]),
    ['change of cash', ...group.map((at) => millions(change[at]))],
  ]);
}
