import type { ExportForm } from '../dashboard/export-of.ts';
import type { GlyphName } from '../dashboard/paint/glyphs.ts';
import type { Size } from '../dashboard/paint/line.ts';
import type { View } from '../dashboard/panel.ts';
import type { Printed } from '../dashboard/printed.ts';
import type { ThemeName } from '../dashboard/theme.ts';
import { UsageError } from './usage-error.ts';

/** In which form a frame is printed. */
export interface FrameForm {
  /** Text unless said. */
  readonly as?: ExportForm;
  /** With csv or json, the panel whose numbers are printed, by number from 1 or name; the first unless said. */
  readonly panel?: string;
  readonly glyphs?: GlyphName;
  readonly theme?: ThemeName;
}

/** A frame as `--as` wants it: its text, its picture, or the numbers of the panel that `--panel` says. Throws UsageError for a panel that is none. */
export async function frameInForm({ view, at }: Printed, size: Size, form: FrameForm): Promise<string> {
  const { as = 'text', glyphs = 'braille', theme = 'light' } = form;
  const { exportOf } = await import('../dashboard/export-of.ts');
  const { glyphsNamed } = await import('../dashboard/paint/glyphs.ts');
  const { shownCsv } = await import('../export/shown-csv.ts');
  const shown = at(await panelOf(view, form));
  // Printed text has no code of colour; a picture goes on paper first, which is light.
  const look = { glyphs: glyphsNamed(glyphs), colour: as === 'svg' ? theme : 'plain' } as const;
  const exported = exportOf(as, shown, size, look, shownCsv);
  if (exported !== undefined) return exported.text;
  throw new UsageError(`This panel has no numbers for --as ${as}. Ask for --as text or --as svg.`);
}

async function panelOf(view: View, { as, panel }: FrameForm): Promise<number> {
  if (panel === undefined) return 0;
  if (as !== 'csv' && as !== 'json')
    throw new UsageError('--panel says whose numbers are printed: add --as csv or --as json.');
  const { findPanel, panelNames } = await import('../dashboard/find-panel.ts');
  const found = findPanel(view, panel);
  if (found !== undefined) return found;
  const names = panelNames(view).map((name, place) => `${place + 1} ${name === '' ? '(no numbers)' : name}`);
  throw new UsageError(`--panel "${panel}" is no panel of this view. It has ${names.join(', ')}.`);
}
