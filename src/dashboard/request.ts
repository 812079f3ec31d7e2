import type { ExportForm } from './export-of.ts';

/** What keys ask of any screen that a reducer cannot do: to write a file, to copy, to have the terminal report its mouse. */
export type Request =
  | { readonly kind: 'export'; readonly form: ExportForm }
  | { readonly kind: 'copy' }
  | { readonly kind: 'mouse' };

/** What keys ask of the screen of a run: the same, or to write its scenario with the shocks. */
export type RunRequest = Request | { readonly kind: 'scenario' };
