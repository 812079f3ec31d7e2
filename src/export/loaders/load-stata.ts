import type { WrittenTable } from '../csv-file.ts';
import { storageOf } from '../storage-type.ts';
import type { Field } from '../table-declaration.ts';
import { columnLabel } from './column-label.ts';
import { stataText } from './quote.ts';

/** Longest label that Stata keeps. */
const longest = 80;

/** The text of load/load.do for Stata 14 and later: one table at a time, labelled, dates as dates, declared bounds asserted. */
export function stataLoader(tables: readonly WrittenTable[]): string {
  return `* Loads one table of this study into Stata, labelled. In the study folder:
*   do load/load.do by_month
version 14
args table
local known ""
${tables.map(tableStata).join('')}
if strpos("\`known'", " \`table' ") == 0 {
    display as error "no table \`table'; there are:\`known'"
    exit 198
}
`;
}

function tableStata({ table, path }: WrittenTable): string {
  const texts = table.fields.flatMap(({ type }, at) =>
    type === 'string' || type === 'date' ? [at + 1] : [],
  );
  return `
local known "\`known' ${table.name} "
if "\`table'" == "${table.name}" {
    import delimited "${path}", clear varnames(1) case(preserve) encoding("UTF-8") asdouble stringcols(${texts.join(' ')})
    label data ${stataText(table.description, longest)}
${table.fields.flatMap(columnStata).join('')}}
`;
}

function columnStata(field: Field): readonly string[] {
  return [
    ...(storageOf(field) === 'date' ? dateStata(field.name) : []),
    `label variable ${field.name} ${stataText(columnLabel(field), longest)}`,
    ...boundsStata(field),
  ].map((line) => `    ${line}\n`);
}

function dateStata(name: string): readonly string[] {
  return [
    `generate long maabar_day = date(${name}, "YMD")`,
    `order maabar_day, after(${name})`,
    `drop ${name}`,
    `rename maabar_day ${name}`,
    `format %td ${name}`,
  ];
}

function boundsStata({ name, type, min, max }: Field): readonly string[] {
  if (type === 'boolean') return [`assert inlist(${name}, 0, 1) | missing(${name})`];
  const bounds = [min === undefined ? '' : `${name} >= ${min}`, max === undefined ? '' : `${name} <= ${max}`];
  return bounds.filter((bound) => bound !== '').map((bound) => `assert ${bound} | missing(${name})`);
}
