import { type Choice, choiceWords, levelWords, originWords } from '../../figures/choices.ts';
import { choicesTable } from '../../figures/tables/choices-table.ts';
import { cursorOf, filterWords, tableRows } from '../list-state.ts';
import { fitLines, span } from '../paint/line.ts';
import { type Column, listTable, shownPart } from '../paint/list-table.ts';
import type { Panel } from '../panel.ts';
import { orderOf, rowsOf } from './rows.ts';
import type { ChooseSnapshot } from './snapshot.ts';

const widestName = 30;

/** The list of what can be watched. */
export function choicesPanel({ choices, state }: ChooseSnapshot): Panel {
  const rows = rowsOf(choices, state);
  const cursor = cursorOf(state, 'choices', rows.length);
  const order = `o: by ${orderOf(state)}${state.reversed.choices ? ', backwards' : ''}`;
  return {
    titleFor: ({ rows: height }) => {
      const part = shownPart(rows.length, cursor, height - 1);
      return `Scenarios and studies  (${order}${part === '' ? '' : `, ${part}`}${filterWords(state, 'choices')})`;
    },
    paint: (size, theme) =>
      rows.length === 0
        ? fitLines([[span(' Nothing here has these words; Esc shows all again.')]], size)
        : listTable(rows, columnsFor(rows, state.marks), cursor, size, theme),
    table: () => choicesTable('choices', rows),
    list: {
      name: 'choices',
      targets: () => rows.map(() => undefined),
      rowAt: tableRows(state, 'choices', () => rows.length),
    },
  };
}

function columnsFor(rows: readonly Choice[], marks: readonly string[]): readonly Column<Choice>[] {
  const longest = Math.max(4, ...rows.map(({ name }) => name.length));
  return [
    { heading: '', width: 1, rank: 0, text: (row) => markOf(row, marks), style: () => 'mark' },
    { heading: 'name', width: Math.min(widestName, longest), rank: 0, text: ({ name }) => name },
    { heading: 'level', width: 10, rank: 1, text: levelWords },
    { heading: 'from', width: 7, rank: 2, text: originWords },
    { ...title, style: ({ problems }) => (problems.length > 0 ? 'warn' : undefined) },
  ];
}

const title = { heading: 'title', width: 16, rank: 0, grows: true, text: choiceWords };

/** The letter under which a marked scenario is compared. */
function markOf({ path }: Choice, marks: readonly string[]): string {
  return 'AB'[marks.indexOf(path)] ?? ' ';
}
