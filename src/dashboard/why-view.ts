import type { RunRecord } from '../model/run-record.ts';
import { causesPanel } from './causes-panel.ts';
import { filledRows } from './framed.ts';
import type { Form } from './layout.ts';
import { ledgerPanel } from './ledger-panel.ts';
import { moversPanel } from './movers-panel.ts';
import { beside, type Line, type Size } from './paint/line.ts';
import { type Draw, focusedPanel, type Panel, type View } from './panel.ts';
import { rulesPanel } from './rules-panel.ts';
import type { Snapshot } from './snapshot.ts';
import type { Theme } from './theme.ts';
import { aboutPanel } from './why-about.ts';

/** The chain behind a subject in the month: what moved, by which rules, with which parameters, and after which events; and the month's payments. */
export function whyView(snapshot: Snapshot, record: RunRecord): View {
  const movers = moversPanel(snapshot, record);
  const byRules = rulesPanel(snapshot, record);
  const causes = causesPanel(snapshot, record);
  const about = aboutPanel(snapshot, record, snapshot.state.subject.kind === 'parameter' ? byRules : causes);
  const panels = [
    ...(about === undefined ? [] : [about]),
    movers,
    byRules,
    causes,
    ledgerPanel(snapshot, record),
  ];
  const first = about === undefined ? 0 : 1;
  const focus = focusedPanel(snapshot.state.panel, panels.length);
  return {
    panels,
    arrange: (size, form, draw, theme) => {
      const taken = about === undefined ? 0 : aboutRows(about, size, form, theme);
      const body = { ...size, rows: size.rows - taken };
      const head = about === undefined ? [] : draw(0, { ...size, rows: taken });
      const below = form === 'boxed' ? boxed(body, draw, first) : ruled(body, draw, first, focus);
      return [...head, ...below];
    },
  };
}

/** As many rows as its sentences take, at most a third of all. */
function aboutRows(about: Panel, size: Size, form: Exclude<Form, 'tiny'>, theme: Theme): number {
  return filledRows(about, form, { ...size, rows: Math.max(3, Math.floor(size.rows * 0.34)) }, theme);
}

/** Movers over rules over causes; the ledger takes the place of the last two while it is in focus. */
function ruled(size: Size, draw: Draw, first: number, focus: number): readonly Line[] {
  const top = Math.ceil(size.rows * 0.4);
  const left = size.rows - top;
  const movers = draw(first, { ...size, rows: top });
  if (focus === first + 3) return [...movers, ...draw(focus, { ...size, rows: left })];
  const middle = Math.ceil(left / 2);
  return [
    ...movers,
    ...draw(first + 1, { ...size, rows: middle }),
    ...draw(first + 2, { ...size, rows: left - middle }),
  ];
}

function boxed(size: Size, draw: Draw, first: number): readonly Line[] {
  const top = Math.floor(size.rows * 0.38);
  const middle = Math.floor((size.rows - top) / 2);
  const columns = Math.floor(size.columns * 0.62);
  const right = { columns: size.columns - columns, rows: top };
  return [
    ...beside(draw(first, { columns, rows: top }), columns, draw(first + 2, right)),
    ...draw(first + 1, { ...size, rows: middle }),
    ...draw(first + 3, { ...size, rows: size.rows - top - middle }),
  ];
}
