import type { WrittenTable } from './csv-file.ts';
import { schemaVersion } from './dictionary.ts';
import type { Field } from './table-declaration.ts';

/** The text of datapackage.json, Frictionless Data Package v2: every table with its columns, size and checksum. */
export function dataPackageText(
  about: { readonly name: string; readonly title: string; readonly description: string },
  tables: readonly WrittenTable[],
): string {
  const description = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: about.name,
    title: about.title,
    description: about.description,
    version: schemaVersion,
    resources: tables.map(resourceOf),
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}

function resourceOf(written: WrittenTable): object {
  const { table } = written;
  return {
    name: table.name,
    path: written.path,
    type: 'table',
    description: table.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
    bytes: written.bytes,
    hash: `sha256:${written.sha256}`,
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: table.fields.map(fieldOf),
      primaryKey: table.primaryKey,
      missingValues: [''],
    },
  };
}

function fieldOf(field: Field): object {
  const { min, max, allowed } = field;
  const constraints = {
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
