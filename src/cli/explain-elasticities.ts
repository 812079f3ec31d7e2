import { formatMonth } from '../engine/calendar.ts';
import { formatShare } from '../figures/numbers.ts';
import { institutionalLines, revenueLines } from '../model/lines.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import { elasticitiesOf, type LineElasticity } from '../study/elasticities.ts';
import { runReplicate } from '../study/run.ts';
import { readMonthOption } from './month-option.ts';
import { plainTable, wrapWords } from './plain-table.ts';
import { print, printJson } from './streams.ts';

/** Prints how strongly each line's yield answers need: what decides which line grows after a cut. As of a month of replicate 1. */
export function explainElasticities(
  loaded: LoadedScenario,
  monthText: string | undefined,
  asJson: boolean,
): void {
  const { timeline } = loaded.experiment;
  const month = monthText === undefined ? timeline.firstMonth : readMonthOption(monthText, timeline);
  const run = runReplicate(loaded.experiment, 1, 1, { keepFlows: false });
  const found = elasticitiesOf(loaded.experiment, loaded.world, run, month);
  if (asJson) {
    for (const { eta, low, high, ...row } of found)
      printJson({
        type: 'elasticity',
        month: formatMonth(month),
        ...row,
        eta: bounded(eta),
        low: bounded(low),
        high: bounded(high),
      });
    return;
  }
  print(`How yields answer need, dlnR / dln(lambda), ${loaded.scenario.id}, ${formatMonth(month)}\n`);
  const head = ['line', 'nu', 'coverage', 'eta', 'low nu', 'high nu', ''];
  print(plainTable([head, ...found.map(rowOf)], [0, 6]).join('\n'));
  print(
    `\n${wrapWords(
      'eta is nu/(1 - nu) on lines that yield effort^nu, and nu y (1 - c)/c / (1 - nu + nu y) with y = -ln(1 - c) where a share c is collected. It holds once effort has adjusted and rivals, prices and crowding are left out of account. No data fix nu: which line grows after a cut is put in, not found. Beside any claim that a line grew, say its eta, and what the null model gives.',
    ).join('\n')}`,
  );
  print(
    `\nNext:  maabar run ${loaded.scenario.id === 'baseline' ? 'null-model' : loaded.scenario.id} --set "lines.customs.returns=baseline * 0.8"`,
  );
}

function rowOf({ line, returns, coverage, eta, low, high }: LineElasticity): readonly string[] {
  const institutional = institutionalLines.includes(line) ? 'institutional' : '';
  return [
    revenueLines.find(({ id }) => id === line)!.name,
    returns.toFixed(2),
    coverage === undefined ? '' : formatShare(coverage, 0),
    etaWords(eta),
    etaWords(low),
    etaWords(high),
    institutional,
  ];
}

/** `1.9`, or that there is no bound. */
export function etaWords(eta: number): string {
  return Number.isFinite(eta) ? eta.toFixed(1) : 'no bound';
}

function bounded(eta: number): number | null {
  return Number.isFinite(eta) ? eta : null;
}
