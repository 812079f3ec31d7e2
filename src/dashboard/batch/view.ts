import { meanSoFar } from '../../figures/mean-so-far.ts';
import { outcomeSpread } from '../../figures/outcome-spread.ts';
import { fineFormat, formatOutcome, unitOfOutcome } from '../../figures/outcome-words.ts';
import { scenarioRows } from '../../figures/study-scenarios.ts';
import type { MeanSoFar } from '../../study/outcome-progress.ts';
import { failureList } from '../paint/failure-list.ts';
import { fitLines, type Line, type Size, span } from '../paint/line.ts';
import { meanChart } from '../paint/mean-chart.ts';
import { scenarioTable } from '../paint/scenario-table.ts';
import { spreadBars } from '../paint/spread-bars.ts';
import type { Theme } from '../theme.ts';
import { progressLines } from './progress-lines.ts';
import type { BatchSnapshot } from './snapshot.ts';

/** A part of the screen: its title and how its inside is painted. */
export interface BatchPanel {
  readonly title: string;
  readonly paint: (size: Size, theme: Theme) => readonly Line[];
}

/** The panels of a study at work, ready to be laid out. */
export interface BatchView {
  readonly progress: BatchPanel;
  readonly scenarios: BatchPanel;
  readonly mean: BatchPanel;
  readonly spread: BatchPanel;
  readonly failures: BatchPanel;
}

/** One study at one moment. */
export function batchView(snapshot: BatchSnapshot): BatchView {
  const { about, progress, state } = snapshot;
  const name = about.outcomes[state.outcome];
  const unit = unitOfOutcome(name);
  const { scenarioId, outcomes } = progress.scenarios[state.selected];
  const outcome = outcomes[state.outcome];
  const workers = `${about.workers} worker${about.workers === 1 ? '' : 's'}`;
  return {
    progress: {
      title: `Progress, ${workers}`,
      paint: (size, theme) => progressLines(snapshot, size, theme),
    },
    scenarios: {
      title: `${name} (m: outcome ${state.outcome + 1} of ${about.outcomes.length})`,
      paint: (size, theme) =>
        scenarioTable(scenarioRows(progress.scenarios, state.outcome, unit), state.selected, size, theme),
    },
    mean: {
      title: `Mean against runs: ${scenarioId}`,
      paint: (size, theme) => {
        const figure = meanSoFar(outcome);
        return figure === undefined
          ? noRunYet(size)
          : meanChart(figure, formatIn(figure.range, unit), size, theme);
      },
    },
    spread: {
      title: `Spread of ${outcome.runs.toLocaleString('en')} run${outcome.runs === 1 ? '' : 's'}`,
      paint: (size, theme) => {
        const figure = outcomeSpread(outcome, size.columns);
        if (figure === undefined) return noSpread(outcome, unit, size);
        return spreadBars(figure, formatIn([figure.low, figure.high], unit), size, theme);
      },
    },
    failures: {
      title: `Failures: ${progress.failed.toLocaleString('en')}`,
      paint: (size, theme) => failureList(progress.failures, size, theme),
    },
  };
}

/** Numbers of a range with digits enough to tell a fiftieth of it. */
function formatIn([low, high]: readonly [number, number], unit: string): (value: number) => string {
  return fineFormat(unit, Math.max(Math.abs(low), Math.abs(high)), (high - low) / 50);
}

function noSpread({ runs, mean }: MeanSoFar, unit: string, size: Size): readonly Line[] {
  if (runs === 0) return noRunYet(size);
  const words = runs === 1 ? 'the first run gives' : 'every run gives';
  return fitLines([[span(`${words} ${formatOutcome(mean, unit)}`, 'dim')]], size);
}

function noRunYet(size: Size): readonly Line[] {
  return fitLines([[span('the first runs are being played', 'dim')]], size);
}
