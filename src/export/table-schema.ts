import { type Field, namesOf, type OutputTable } from './table-declaration.ts';

/** The Table Schema (Frictionless v2) of a table among the tables of its folder. */
export function tableSchema(table: OutputTable, declared: readonly OutputTable[]): object {
  const isNeeded = ({ name, mayBeEmpty }: Field): boolean => table.primaryKey.includes(name) && !mayBeEmpty;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: table.fields.map((field) => fieldOf(field, isNeeded(field))),
    ...keyOf(table),
    ...foreignKeysOf(table, declared),
  };
}

/** A primary key may have no missing cell; where one may be empty, the same columns are a unique key. */
function keyOf({ primaryKey, fields }: OutputTable): object {
  const mayBeEmpty = fields.some((field) => field.mayBeEmpty && primaryKey.includes(field.name));
  return mayBeEmpty ? { uniqueKeys: [primaryKey] } : { primaryKey };
}

/** Columns that name a row of another table, and that table. */
const references: Readonly<Record<string, string>> = { run_id: 'runs', point_id: 'design' };

function foreignKeysOf(table: OutputTable, declared: readonly OutputTable[]): object {
  const names = namesOf(table.fields);
  const foreignKeys = Object.entries(references)
    .filter(([, resource]) => resource !== table.name && declared.some(({ name }) => name === resource))
    .filter(([column]) => names.includes(column))
    .map(([column, resource]) => ({ fields: [column], reference: { resource, fields: [column] } }));
  return foreignKeys.length === 0 ? {} : { foreignKeys };
}

function fieldOf(field: Field, required: boolean): object {
  const { min, max, allowed } = field;
  const constraints = {
    ...(required ? { required } : {}),
    ...(min === undefined ? {} : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
    ...(allowed === undefined || allowed.length === 0 ? {} : { enum: allowed }),
  };
  return {
    name: field.name,
    type: field.type,
    ...(field.type === 'boolean' ? { trueValues: ['1'], falseValues: ['0'] } : {}),
    description: field.description,
    ...(field.unit === '' ? {} : { unit: field.unit }),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}
