import type { Size } from '../dashboard/paint/line.ts';
import type { Snapshot } from '../dashboard/snapshot.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { RunOptions } from './commands/run.ts';
import { UsageError } from './usage-error.ts';

/** A frame as `--as` wants it: its text, its picture, or the numbers of the panel that `--panel` says. Throws UsageError for a panel that is none. */
export async function frameInForm(
  snapshot: Snapshot,
  record: RunRecord,
  size: Size,
  options: RunOptions,
): Promise<string> {
  const { as = 'text', glyphs = 'braille', theme = 'light' } = options;
  const { exportOf } = await import('../dashboard/export-of.ts');
  const { glyphsNamed } = await import('../dashboard/paint/glyphs.ts');
  const { shownCsv } = await import('../export/shown-csv.ts');
  const focused = await atPanel(snapshot, record, options);
  // Printed text has no code of colour; a picture goes on paper first, which is light.
  const look = { glyphs: glyphsNamed(glyphs), colour: as === 'svg' ? theme : 'plain' } as const;
  const exported = exportOf(as, focused, size, look, shownCsv);
  if (exported !== undefined) return exported.text;
  throw new UsageError(`This panel has no numbers for --as ${as}. Ask for --as text or --as svg.`);
}

async function atPanel(snapshot: Snapshot, record: RunRecord, { as, panel }: RunOptions): Promise<Snapshot> {
  if (panel === undefined) return snapshot;
  if (as !== 'csv' && as !== 'json')
    throw new UsageError('--panel says whose numbers are printed: add --as csv or --as json.');
  const { findPanel, panelNames } = await import('../dashboard/find-panel.ts');
  const { viewOf } = await import('../dashboard/views.ts');
  const view = viewOf(snapshot, record);
  const found = findPanel(view, panel);
  if (found !== undefined) return { ...snapshot, state: { ...snapshot.state, panel: found } };
  const names = panelNames(view).map((name, at) => `${at + 1} ${name}`.trimEnd());
  throw new UsageError(`--panel "${panel}" is no panel of this view. It has ${names.join(', ')}.`);
}
