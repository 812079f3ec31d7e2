import { pactGauges, pactWords } from '../figures/pact-health.ts';
import { treasuryGauges } from '../figures/treasury.ts';
import type { RunRecord } from '../model/run-record.ts';
import { gaugesPanel } from './gauges-panel.ts';
import { moversPanel } from './movers-panel.ts';
import type { Panel } from './panel.ts';
import type { Snapshot } from './snapshot.ts';

/** What reaches the treasury, and the cash of factions. */
export function treasuryPanel(snapshot: Snapshot, record: RunRecord, isInFocus: boolean): Panel {
  const { experiment, comparison, state } = snapshot;
  const gauges = () => treasuryGauges(record, experiment.world, state.player.month, comparison);
  return gaugesPanel(snapshot, 'treasury', 'Treasury and cash', gauges, isInFocus);
}

/** How the pact among factions fares. */
export function pactPanel(snapshot: Snapshot, record: RunRecord, isInFocus: boolean): Panel {
  const { comparison, state } = snapshot;
  const { month } = state.player;
  const title = `Pact: ${pactWords(record, month)}`;
  return gaugesPanel(snapshot, 'pact', title, () => pactGauges(record, month, comparison), isInFocus);
}

/** The month's main movers over all factions, with the rules that move them; Enter opens the chain behind them. */
export function mainMoversPanel(snapshot: Snapshot, record: RunRecord): Panel {
  const { state } = snapshot;
  const ofAll = { ...snapshot, state: { ...state, subject: { kind: 'all' } as const } };
  const panel = moversPanel(ofAll, record);
  return {
    ...panel,
    list: {
      ...panel.list!,
      targets: () =>
        panel.list!.targets().map((_, mover) => ({ to: 'why', subject: { kind: 'all' }, mover })),
    },
  };
}
