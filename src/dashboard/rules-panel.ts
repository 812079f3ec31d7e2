import { eventOf } from '../figures/causes.ts';
import { eventRules } from '../figures/line-rules.ts';
import { type ParameterRow, parameterRows, parametersOfRules } from '../figures/parameter-rows.ts';
import { moversOfSubject } from '../figures/subject-words.ts';
import { parametersTable } from '../figures/tables/parameters-table.ts';
import { type RuleName, rules } from '../model/rules.ts';
import type { RunRecord } from '../model/run-record.ts';
import { emptyList } from './empty-list.ts';
import { cursorOf, filterRows, filterWords, tableRows } from './list-state.ts';
import { moversOf } from './movers-panel.ts';
import { listTable } from './paint/list-table.ts';
import type { Panel } from './panel.ts';
import { ruleColumns } from './parameter-columns.ts';
import type { Snapshot } from './snapshot.ts';

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

/** The rules that move the line under the cursor, and their parameters; Enter asks on. */
export function rulesPanel(snapshot: Snapshot, record: RunRecord): Panel {
  const { state } = snapshot;
  return {
    titleFor: () => {
      const names = rulesInQuestion(snapshot, record);
      const words = names.map((name) => (rules[name] === '' ? name : `${name} (${rules[name]})`)).join(', ');
      const title = words === '' ? 'By no rule' : `By the rule${names.length > 1 ? 's' : ''} ${words}`;
      return `${title}${filterWords(state, 'rules')}`;
    },
    paint: (size, theme) => {
      const rows = ruleRows(snapshot, record);
      if (rows.length === 0)
        return emptyList(state, 'rules', 'No parameter of these rules is known to the run.', size.columns);
      return listTable(rows, ruleColumns, cursorOf(state, 'rules', rows.length), size, theme);
    },
    table: () => ({ ...parametersTable(ruleRows(snapshot, record), state.player.month), name: 'rules' }),
    list: {
      name: 'rules',
      rowAt: tableRows(state, 'rules', () => ruleRows(snapshot, record).length),
      targets: () =>
        ruleRows(snapshot, record).map(({ facts }) => ({
          to: 'why',
          subject: { kind: 'parameter', name: facts.name },
        })),
    },
  };
}
