import type { ExportForm } from './export-of.ts';
import type { KeyAction, Keystroke } from './keys.ts';
import type { Request, RunRequest } from './request.ts';

const forms: Readonly<Record<string, ExportForm>> = { c: 'csv', j: 'json', t: 'text', s: 'svg' };

/** What the last line says while a form is being chosen. */
export const exportWords = 'export: c CSV  j JSON  t text  s SVG  Esc';

/** What a screen knows of what keys asked for beyond its state. */
export interface Asking<Asked extends RunRequest = Request> {
  /** Whether a form of export is being chosen. */
  readonly isExporting: boolean;
  /** What a key asked for beyond the state, until it is taken up. */
  readonly request: Asked | undefined;
}

/** The state after a key that chooses a form; any other key leaves without one. */
export function chooseExport<State extends Asking<RunRequest>>(state: State, { text }: Keystroke): State {
  const form = forms[text];
  const closed = { ...state, isExporting: false };
  return form === undefined ? closed : { ...closed, request: { kind: 'export', form } };
}

/** The state after a key that asks for something beyond it; undefined for other keys. */
export function askBeyond<State extends Asking<RunRequest>>(state: State, key: KeyAction): State | undefined {
  if (key === 'export') return { ...state, isExporting: true };
  return key === 'copy' || key === 'mouse' ? { ...state, request: { kind: key } } : undefined;
}
