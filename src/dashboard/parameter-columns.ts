import type { units } from '../engine/units.ts';
import type { EditedRow } from '../figures/parameter-edits.ts';
import { rangeWords } from '../figures/parameter-facts.ts';
import { type ParameterRow, shortNumber } from '../figures/parameter-rows.ts';
import type { Column } from './paint/list-table.ts';

const name: Column<ParameterRow> = {
  heading: 'parameter',
  width: 24,
  rank: 0,
  grows: true,
  most: 44,
  text: ({ facts }) => facts.name,
};

const value: Column<ParameterRow> = {
  heading: 'value',
  width: 8,
  rank: 0,
  align: 'right',
  text: (row) => shortNumber(row.value),
  style: ({ isChanged }) => (isChanged ? 'mark' : 'plain'),
};

/** `*` where a change of the scenario is in force. */
const changed: Column<ParameterRow> = {
  heading: '',
  width: 1,
  rank: 0,
  text: ({ isChanged }) => (isChanged ? '*' : ''),
  style: () => 'mark',
};

const grade: Column<ParameterRow> = {
  heading: 'grade',
  width: 10,
  rank: 0,
  text: ({ facts }) => facts.confidence,
  style: ({ facts }) => (facts.confidence === 'assumption' ? 'warn' : 'plain'),
};

/** What an edited parameter was, and what it is now. */
const edited: Column<EditedRow> = {
  ...value,
  heading: 'before -> now',
  width: 18,
  text: (row) =>
    Number.isNaN(row.before)
      ? shortNumber(row.value)
      : `${shortNumber(row.before)} -> ${shortNumber(row.value)}`,
  style: ({ isChanged, before }) => (isChanged || !Number.isNaN(before) ? 'mark' : 'plain'),
};

/** `you` where the user changed it, else `*` where a change of the scenario is in force. */
const changedByWhom: Column<EditedRow> = {
  ...changed,
  width: 3,
  text: (row) => (Number.isNaN(row.before) ? changed.text(row) : 'you'),
};

/** The columns of the list of all parameters; once one is edited, the values are told as they were and are. */
export function parameterColumns(rows: readonly EditedRow[]): readonly Column<EditedRow>[] {
  const isEdited = rows.some(({ before }) => !Number.isNaN(before));
  return [name, ...(isEdited ? [edited, changedByWhom] : [value, changed]), ...describing];
}

const describing: readonly Column<EditedRow>[] = [
  {
    heading: 'range swept',
    width: 18,
    rank: 2,
    grows: true,
    most: 20,
    text: ({ facts }) => rangeWords(facts, shortNumber).replace(' times the value', ' x'),
  },
  { heading: 'unit', width: 13, rank: 1, text: ({ facts }) => shortUnit(facts.unit) },
  grade,
  { heading: 'rule', width: 13, rank: 3, text: ({ facts }) => facts.rule },
  { heading: 'changed by', width: 26, rank: 4, grows: true, text: ({ changedBy }) => changedBy },
];

/** The columns of the parameters of a rule: what they are now, what the world file has, and how well that is known. */
export const ruleColumns: readonly Column<ParameterRow>[] = [
  { heading: 'rule', width: 13, rank: 1, text: ({ facts }) => facts.rule },
  { ...name, width: 22 },
  value,
  changed,
  { heading: 'world has', width: 9, rank: 2, align: 'right', text: ({ believed }) => shortNumber(believed) },
  { heading: 'unit', width: 14, rank: 4, text: ({ facts }) => shortUnit(facts.unit) },
  { ...grade, heading: 'grade' },
  { heading: 'source', width: 30, rank: 3, grows: true, text: ({ facts }) => facts.sources[0] ?? 'none' },
];

/** A unit in few words. */
function shortUnit(unit: keyof typeof units): string {
  return unit.replace(/^usd/, 'USD').replace('_per_', ' a ').replaceAll('_', ' ');
}
