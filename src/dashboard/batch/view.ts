import { meanSoFar } from '../../figures/mean-so-far.ts';
import { formatShare } from '../../figures/numbers.ts';
import { outcomeSpread } from '../../figures/outcome-spread.ts';
import { formatOutcome, rangeFormat, unitOfOutcome } from '../../figures/outcome-words.ts';
import { scenarioRows } from '../../figures/study-scenarios.ts';
import {
  failuresTable,
  meanTable,
  progressTable,
  scenariosTable,
  spreadTable,
} from '../../figures/tables/study-tables.ts';
import type { MeanSoFar } from '../../study/outcome-progress.ts';
import { failureList } from '../paint/failure-list.ts';
import { fitLines, type Line, type Size, span } from '../paint/line.ts';
import { meanChart } from '../paint/mean-chart.ts';
import { scenarioTable } from '../paint/scenario-table.ts';
import { spreadBars } from '../paint/spread-bars.ts';
import type { Panel } from '../panel.ts';
import { progressLines } from './progress-lines.ts';
import type { BatchPhase, ShownStudy } from './snapshot.ts';
import type { BatchState } from './state.ts';

/** The panels of a study, ready to be laid out. */
export interface BatchView {
  readonly progress: Panel;
  readonly scenarios: Panel;
  readonly mean: Panel;
  readonly spread: Panel;
  readonly failures: Panel;
}

/** Places of the outcome and of the scenario that are looked at, from 0. */
export type Chosen = Pick<BatchState, 'outcome' | 'selected'>;

/** One study at one moment. */
export function batchView(study: ShownStudy, { outcome: at, selected }: Chosen): BatchView {
  const { about, progress } = study;
  const name = about.outcomes[at];
  const unit = unitOfOutcome(name);
  const { scenarioId, outcomes } = progress.scenarios[selected];
  const outcome = outcomes[at];
  return {
    progress: {
      titleFor: () => 'Progress',
      paint: (size, theme) => progressLines(study, size, theme),
      table: () => progressTable(progress, about.name),
    },
    scenarios: {
      titleFor: ({ columns }) =>
        tableTitle(`${name} (m: outcome ${at + 1} of ${about.outcomes.length})`, progress, columns),
      paint: (size, theme) => {
        const rows = scenarioRows(progress.scenarios, at, unit, progress.ratePerSecond);
        return scenarioTable(rows, selected, size, theme);
      },
      table: () => scenariosTable(progress.scenarios, at, name, unit),
    },
    mean: {
      titleFor: () => `Mean against runs: ${scenarioId}`,
      paint: (size, theme) => {
        const figure = meanSoFar(outcome);
        return figure === undefined
          ? noRunYet(study, size)
          : meanChart(figure, rangeFormat(unit, figure.range), size, theme);
      },
      table: () => meanTable(outcome, scenarioId, name),
    },
    spread: {
      titleFor: () => `Spread of ${outcome.runs.toLocaleString('en')} run${outcome.runs === 1 ? '' : 's'}`,
      paint: (size, theme) => {
        const figure = outcomeSpread(outcome, size.columns);
        if (figure === undefined) return noSpread(study, outcome, unit, size);
        return spreadBars(figure, rangeFormat(unit, [figure.low, figure.high]), size, theme);
      },
      table: () => spreadTable(outcome, scenarioId, name),
    },
    failures: {
      titleFor: () => `Failures: ${progress.failed.toLocaleString('en')}`,
      paint: (size, theme) => failureList(progress.failures, size, theme),
      table: () => failuresTable(progress),
    },
  };
}

/** The outcome that is shown and, where there is room, which of all outcomes is known worst. */
function tableTitle(title: string, { widest }: ShownStudy['progress'], columns: number): string {
  if (widest === undefined) return title;
  const { scenarioId, outcome, relativeHalfWidth } = widest;
  const share = formatShare(relativeHalfWidth, relativeHalfWidth < 0.01 ? 2 : 1);
  const tails = [
    `; widest interval: ${share} of the mean, ${outcome} of ${scenarioId}`,
    `; widest ${share}, ${outcome}`,
  ];
  return title + (tails.find((tail) => title.length + tail.length <= columns - titleMargin) ?? '');
}

/** Cells of a rule or box on both sides of a title. */
const titleMargin = 6;

function noSpread(study: ShownStudy, { runs, mean }: MeanSoFar, unit: string, size: Size): readonly Line[] {
  if (runs === 0) return noRunYet(study, size);
  const words = runs === 1 ? 'the first run gives' : 'every run gives';
  return fitLines([[span(`${words} ${formatOutcome(mean, unit)}`, 'dim')]], size);
}

function noRunYet({ phase }: ShownStudy, size: Size): readonly Line[] {
  const words: Partial<Record<BatchPhase, string>> = {
    stopped: 'no run that ended well is kept',
    finished: 'no run ended well',
    archived: 'the runs were removed; outcomes.csv has them',
    reading: 'the runs are being read',
  };
  return fitLines([[span(words[phase] ?? 'the first runs are being played', 'dim')]], size);
}
