import type { ExportForm } from './export-of.ts';
import type { Keystroke } from './keys.ts';
import type { ScreenState } from './screen-state.ts';

const forms: Readonly<Record<string, ExportForm>> = { c: 'csv', j: 'json', t: 'text', s: 'svg' };

/** What the last line says while a form is being chosen. */
export const exportWords = 'export: c CSV  j JSON  t text  s SVG  Esc';

/** The state after a key that chooses a form; any other key leaves without one. */
export function chooseExport(state: ScreenState, { text }: Keystroke): ScreenState {
  const form = forms[text];
  const closed = { ...state, isExporting: false };
  return form === undefined ? closed : { ...closed, request: { kind: 'export', form } };
}
