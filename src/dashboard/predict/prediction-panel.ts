import type { RunRecord } from '../../model/run-record.ts';
import type { Panel } from '../panel.ts';
import type { Snapshot } from '../snapshot.ts';
import { answersPanel } from './answers-panel.ts';
import { openQuestion, phaseOf } from './prediction.ts';
import { questionPanel } from './question-panel.ts';

/** What a prediction lays over the view at the month; undefined for nothing. */
export function predictionPanel(snapshot: Snapshot, record: RunRecord): Panel | undefined {
  const { prediction } = snapshot.state;
  const phase = phaseOf(snapshot.state);
  if (prediction === undefined || phase === 'none') return undefined;
  const open = openQuestion(prediction);
  if (open === undefined) return answersPanel(snapshot, record, prediction);
  return questionPanel(snapshot, record, open, prediction);
}
