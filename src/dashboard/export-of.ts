import { formatMonth, isoDate } from '../engine/calendar.ts';
import type { AboutShown } from '../figures/about-shown.ts';
import type { DataTable } from '../figures/data-table.ts';
import { shownJson } from '../figures/shown-json.ts';
import type { RunRecord } from '../model/run-record.ts';
import { modelVersion } from '../model/version.ts';
import { disclaimer } from './heading.ts';
import type { Size } from './paint/line.ts';
import { svgOf } from './paint/svg.ts';
import type { Panel } from './panel.ts';
import { screen } from './screen.ts';
import type { Snapshot } from './snapshot.ts';
import { plainLine, type Theme } from './theme.ts';
import { panelInFocus } from './views.ts';

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

/** What the screen shows, in a form; undefined where there is nothing to write: no run yet, or a panel without numbers. */
export function exportOf(
  form: ExportForm,
  snapshot: Snapshot,
  size: Size,
  theme: Theme,
  writeCsv: WriteCsv,
): Exported | undefined {
  const { record } = snapshot;
  if (record === undefined) return undefined;
  const name = nameOf(snapshot);
  const whole = { ...snapshot, state: { ...snapshot.state, notice: '' } };
  if (form === 'text') return { name, ending: 'txt', text: screenText(whole, size, theme) };
  if (form === 'svg') return { name, ending: 'svg', text: screenSvg(whole, size, theme) };
  const table = panelInFocus(snapshot, record).table?.();
  if (table === undefined) return undefined;
  const about = aboutShown(snapshot, record);
  const text = form === 'csv' ? writeCsv(about, table) : shownJson(about, table);
  return { name: `${name}-${table.name}`, ending: form, text };
}

/** The lines of the screen without trailing spaces, each ended by a line feed. */
export function screenText(snapshot: Snapshot, size: Size, theme: Theme): string {
  return textOf(screen(snapshot, size, theme).map(plainLine));
}

/** The panel in focus as text: its title, what it shows, and what it is. */
export function panelText(panel: Panel, snapshot: Snapshot, size: Size, theme: Theme): string {
  const { state, scenarioId, seed } = snapshot;
  const said = `${scenarioId}, ${formatMonth(state.player.month)}, seed ${seed}: ${disclaimer}`;
  const lines = panel.paint(size, theme).map((line) => plainLine(line).trimEnd());
  const filled = lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
  return textOf([panel.titleFor(size), ...filled, said]);
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function screenSvg(snapshot: Snapshot, size: Size, theme: Theme): string {
  const { title, scenarioId, seed, state } = snapshot;
  const month = formatMonth(state.player.month);
  return svgOf(screen(snapshot, size, theme), size, theme, {
    title: `${title}: ${state.view}, ${month}`,
    description: `Scenario ${scenarioId}, ${month}, seed ${seed}, model version ${modelVersion}: ${disclaimer}.`,
  });
}

/** `maabar-<scenario>-<view>-<month>`, of characters that any file system takes. */
function nameOf({ scenarioId, state }: Snapshot): string {
  const name = `maabar-${scenarioId}-${state.view}-${formatMonth(state.player.month)}`;
  return name.replace(/[^A-Za-z0-9._-]+/g, '-');
}

function aboutShown(snapshot: Snapshot, record: RunRecord): AboutShown {
  const { scenarioId, title, comparison, seed, state } = snapshot;
  return {
    note: disclaimer,
    scenario_id: scenarioId,
    title,
    compared_with: comparison?.scenarioId ?? '',
    seed,
    replicate: record.replicate,
    shown_date: isoDate(state.player.month),
    view: state.view,
    shocks: state.thrown.shocks.map(({ label, at }) => `${label}, ${formatMonth(at)}`),
    model_version: modelVersion,
  };
}
