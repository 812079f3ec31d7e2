import type { View } from './panel.ts';

/** Names of a view's panels as their tables have them, in the order of Tab; empty for one without numbers. */
export function panelNames({ panels }: View): readonly string[] {
  return panels.map(({ table }) => table?.().name ?? '');
}

/** The panel that a name or a number from 1 says; undefined for what says none. */
export function findPanel(view: View, text: string): number | undefined {
  const names = panelNames(view);
  const at = /^\d+$/.test(text) ? Number(text) - 1 : names.indexOf(text);
  return names[at] === undefined || text === '' ? undefined : at;
}
