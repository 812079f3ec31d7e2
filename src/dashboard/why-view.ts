import { nameMonth } from '../engine/calendar.ts';
import { causesOf, eventOf } from '../figures/causes.ts';
import { eventRules } from '../figures/line-rules.ts';
import { incomeMovers, type Mover, postMovers } from '../figures/movers.ts';
import { type ParameterRow, parameterRows, parametersOfRules } from '../figures/parameter-rows.ts';
import { moversOfSubject, subjectWords } from '../figures/subject-words.ts';
import { type RuleName, rules } from '../model/rules.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Form } from './layout.ts';
import { ledgerPanel } from './ledger-panel.ts';
import { cursorOf, filterRows, filterWords } from './list-state.ts';
import { moverColumns } from './mover-columns.ts';
import { causeList } from './paint/cause-list.ts';
import { beside, fitLines, type Line, type Size } from './paint/line.ts';
import { listTable, shownPart } from './paint/list-table.ts';
import { proseLines } from './paint/prose.ts';
import { type Draw, focusedPanel, type Panel, type View } from './panel.ts';
import { ruleColumns } from './parameter-columns.ts';
import type { Snapshot } from './snapshot.ts';
import { plainLine, type Theme } from './theme.ts';
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
function aboutRows(about: Panel, size: Size, form: Form, theme: Theme): number {
  const edges = form === 'boxed' ? { columns: 4, rows: 2 } : { columns: 0, rows: 1 };
  const most = Math.max(3, Math.floor(size.rows * 0.34));
  const lines = about.paint({ columns: size.columns - edges.columns, rows: most }, theme);
  const filled = lines.findLastIndex((line) => plainLine(line).trim() !== '') + 1;
  return Math.min(most, filled + edges.rows);
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

function moversOf(snapshot: Snapshot, record: RunRecord): readonly Mover[] {
  const { experiment, state, comparison } = snapshot;
  const of = moversOfSubject(state.subject, record, experiment);
  const { month } = state.player;
  const rows =
    of.kind === 'post'
      ? postMovers(of.index, of.index >= experiment.world.crossings.length, record, month, comparison)
      : incomeMovers(of, record, month, comparison);
  return filterRows(state, 'movers', rows, ({ label }) => label);
}

function moversPanel(snapshot: Snapshot, record: RunRecord): Panel {
  const { experiment, state, comparison } = snapshot;
  return {
    titleFor: ({ rows }) => {
      const of = moversOfSubject(state.subject, record, experiment);
      const count = moversOf(snapshot, record).length;
      const part = shownPart(count, cursorOf(state, 'movers', count), rows - 1);
      const whose = subjectWords(of, record, experiment);
      return `What moved: ${whose}, ${nameMonth(state.player.month)}${part === '' ? '' : ` (${part})`}${filterWords(state, 'movers')}`;
    },
    paint: (size, theme) => {
      const rows = moversOf(snapshot, record);
      const cursor = cursorOf(state, 'movers', rows.length);
      return listTable(rows, moverColumns(comparison?.scenarioId), cursor, size, theme);
    },
    list: { name: 'movers', targets: () => moversOf(snapshot, record).map(() => undefined) },
  };
}

/** The rules of the mover under the cursor; of an event or a parameter its own rule comes first. */
function rulesInQuestion(snapshot: Snapshot, record: RunRecord): readonly RuleName[] {
  const { state, parameters } = snapshot;
  const { subject } = state;
  const event = subject.kind === 'event' ? eventOf(record, subject.seq) : undefined;
  const own = event === undefined ? undefined : eventRules[event.type];
  const named =
    subject.kind === 'parameter' ? parameters.find(({ name }) => name === subject.name)?.rule : own;
  const movers = moversOf(snapshot, record);
  const moved = movers[cursorOf(state, 'movers', movers.length)]?.rules ?? [];
  return [...new Set([...(named === undefined ? [] : [named]), ...moved])];
}

function ruleRows(snapshot: Snapshot, record: RunRecord): readonly ParameterRow[] {
  const { experiment, state, parameters } = snapshot;
  const rows = parameterRows(parameters, experiment.timeline, state.player.month);
  const of = moversOfSubject(state.subject, record, experiment);
  const { crossings, posts } = experiment.world;
  const post = of.kind === 'post' ? [...crossings, ...posts][of.index] : undefined;
  const own = post === undefined ? [] : [post.id, 'neighbourId' in post ? post.neighbourId : ''];
  const found = parametersOfRules(rows, rulesInQuestion(snapshot, record), own);
  return filterRows(state, 'rules', found, ({ facts }) => facts.name);
}

function rulesPanel(snapshot: Snapshot, record: RunRecord): Panel {
  const { state } = snapshot;
  return {
    titleFor: () => {
      const names = rulesInQuestion(snapshot, record);
      const words = names.map((name) => (rules[name] === '' ? name : `${name} (${rules[name]})`)).join(', ');
      return words === '' ? 'By no rule' : `By the rule${names.length > 1 ? 's' : ''} ${words}`;
    },
    paint: (size, theme) => {
      const rows = ruleRows(snapshot, record);
      if (rows.length === 0)
        return proseLines('No parameter of these rules is known to the run.', size.columns, 'dim');
      return listTable(rows, ruleColumns, cursorOf(state, 'rules', rows.length), size, theme);
    },
    list: {
      name: 'rules',
      targets: () =>
        ruleRows(snapshot, record).map(({ facts }) => ({
          to: 'why',
          subject: { kind: 'parameter', name: facts.name },
        })),
    },
  };
}

function causesPanel(snapshot: Snapshot, record: RunRecord): Panel {
  const { experiment, state } = snapshot;
  const { subject } = state;
  const isNumber = subject.kind === 'parameter' || subject.kind === 'change';
  const asked = isNumber ? moversOfSubject(subject, record, experiment) : subject;
  const causes = () =>
    filterRows(
      state,
      'causes',
      causesOf(asked, record, experiment, state.player.month),
      ({ text, date }) => `${date} ${text}`,
    );
  const title = subject.kind === 'event' ? 'The chain, from its root' : 'Events and what caused them';
  return {
    titleFor: () => `${title}${filterWords(state, 'causes')}`,
    paint: (size, theme) => {
      const rows = causes();
      if (rows.length === 0) return fitLines(proseLines('No event of it yet.', size.columns, 'dim'), size);
      return causeList(rows, cursorOf(state, 'causes', rows.length), size, theme);
    },
    list: {
      name: 'causes',
      targets: () => causes().map(({ seq }) => ({ to: 'why', subject: { kind: 'event', seq } })),
    },
  };
}
