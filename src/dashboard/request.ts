import type { ExportForm } from './export-of.ts';

/** What keys ask for that a reducer cannot do: to write a file, to copy, to have the terminal report its mouse. */
export type Request =
  | { readonly kind: 'export'; readonly form: ExportForm }
  | { readonly kind: 'copy' }
  | { readonly kind: 'mouse' };
