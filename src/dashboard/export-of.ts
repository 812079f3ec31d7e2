import type { AboutShown } from '../figures/about-shown.ts';
import type { DataTable } from '../figures/data-table.ts';
import { shownJson } from '../figures/shown-json.ts';
import type { Size } from './paint/line.ts';
import { svgOf } from './paint/svg.ts';
import type { Shown } from './shown.ts';
import { plainLine, type Theme } from './theme.ts';

/** Forms in which what is shown can be had: the numbers of the panel in focus, or the whole screen. */
export const exportForms = ['csv', 'json', 'text', 'svg'] as const;
/** One of `exportForms`. */
export type ExportForm = (typeof exportForms)[number];

/** Writes a table as CSV, whose rules are not the dashboard's to know. */
export type WriteCsv = (about: AboutShown, table: DataTable) => string;

/** A file to be: its name without the ending that tells it from another, and what it holds. */
export interface Exported {
  readonly name: string;
  readonly ending: string;
  readonly text: string;
}

/** What the screen shows, in a form; undefined where numbers are asked of a panel that has none. */
export function exportOf(
  form: ExportForm,
  shown: Shown,
  size: Size,
  theme: Theme,
  writeCsv: WriteCsv,
): Exported | undefined {
  const name = fileName(shown.name);
  if (form === 'text') return { name, ending: 'txt', text: screenText(shown, size, theme) };
  if (form === 'svg') return { name, ending: 'svg', text: screenSvg(shown, size, theme) };
  const table = shown.panel.table?.();
  if (table === undefined) return undefined;
  const text = form === 'csv' ? writeCsv(shown.about, table) : shownJson(shown.about, table);
  return { name: `${name}-${table.name}`, ending: form, text };
}

/** The lines of the screen without trailing spaces, each ended by a line feed. */
export function screenText({ screen }: Shown, size: Size, theme: Theme): string {
  return textOf(screen(size, theme).map(plainLine));
}

/** The panel in focus as text: its title, what it shows, and what it is. */
export function panelText({ panel, source }: Shown, size: Size, theme: Theme): string {
  const lines = panel.paint(size, theme).map((line) => plainLine(line).trimEnd());
  const filled = lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
  return textOf([panel.titleFor(size), ...filled, source]);
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function screenSvg({ screen, title, description }: Shown, size: Size, theme: Theme): string {
  return svgOf(screen(size, theme), size, theme, { title, description });
}

/** Of characters that any file system takes. */
function fileName(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, '-');
}
