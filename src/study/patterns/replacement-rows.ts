import type { RunRecord } from '../../model/run-record.ts';
import type { Experiment } from '../../model/world-spec.ts';
import type { Window } from '../../scenario/window.ts';
import { mainWindow } from '../main-window.ts';
import { monthMean } from '../read-run.ts';
import type { Shelf } from '../shelf.ts';
import { type Band, type Measured, rises, type ValidationRow } from '../validation-row.ts';

/** The null model: need moves nobody. */
export const nullModel = { 'need.enabled': 0 };

const reuters = 'Reuters, July 2020';

/** None at all, but for what adding up in another order rounds. */
const none = { lo: -0.0005, hi: 0.0005 };

/** P1: what local lines make up of the patron's missing money within 24 months, beside the same under the null model. */
export async function replacementRows(shelf: Shelf): Promise<readonly ValidationRow[]> {
  const [before, after] = await Promise.all([
    shelf.experiment('baseline'),
    shelf.experiment('maximum-pressure'),
  ]);
  const [cut, nullBefore, nullAfter] = await Promise.all([
    shelf.experiment('patron-cut-only'),
    shelf.experiment('baseline', nullModel),
    shelf.experiment('maximum-pressure', nullModel),
  ]);
  const window = mainWindow(after, before);
  return [
    replaced('P1.replaced', 'under maximum pressure', { before, after }, window, { lo: 0, hi: 1 }),
    replaced(
      'P1.null',
      'under maximum pressure and the null model',
      { before: nullBefore, after: nullAfter },
      window,
      none,
    ),
    replaced('P1.cut', 'when the patron pays 60% less', { before, after: cut }, mainWindow(cut, before), {
      lo: 0,
      hi: 1,
    }),
    {
      id: 'P1.beyond-null',
      kind: 'pattern',
      about:
        'institutional share of local income: its change under maximum pressure, less its change under the null model',
      seen: 'groups turned to businesses of their own; the thesis needs a shift that need alone explains',
      source: reuters,
      band: rises,
      use: 'judged',
      unit: 'share',
      runs: { before, after, nullBefore, nullAfter },
      measure: (runs) =>
        institutionalChange(runs.before, runs.after, window) -
        institutionalChange(runs.nullBefore, runs.nullAfter, window),
    },
    {
      id: 'P1.recovers',
      kind: 'pattern',
      about:
        'factions’ income on all lines 13 to 24 months after the sanctions return, over that of the baseline',
      seen: 'groups shift, they do not shrink; that 90% and more is back in 12-24 months is an assumption',
      source: 'Reuters, July 2020; New York Times, August 2020',
      band: { lo: 0.9, hi: 1.05 },
      use: 'judged',
      unit: 'ratio',
      runs: { before, after },
      measure: (runs) => {
        const late = { first: window.first + 12, last: window.last };
        return {
          top: monthMean(runs.after, 'income_total_usd', late),
          bottom: monthMean(runs.before, 'income_total_usd', late),
        };
      },
    },
  ];
}

function replaced(
  id: string,
  where: string,
  runs: Readonly<Record<'before' | 'after', Experiment>>,
  window: Window,
  band: Band,
): ValidationRow {
  return {
    id,
    kind: 'pattern',
    about: `share of the patron’s missing money that local lines make up within 24 months, ${where}`,
    seen: 'groups found money of their own for operations; no source says how much of the loss',
    source: reuters,
    band,
    use: 'judged',
    unit: 'share',
    runs,
    measure: (records) => replacementOf(records.before, records.after, window),
  };
}

/** What local lines gained over what the patron paid less. */
export function replacementOf(before: RunRecord, after: RunRecord, window: Window): Measured {
  const gain = (column: string): number =>
    monthMean(after, column, window) - monthMean(before, column, window);
  return { top: gain('income_local_usd'), bottom: -gain('income_patron_usd') };
}

function institutionalChange(before: RunRecord, after: RunRecord, window: Window): number {
  return monthMean(after, 'income_instit_share', window) - monthMean(before, 'income_instit_share', window);
}
