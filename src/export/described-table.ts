import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Field, OutputTable } from './table-declaration.ts';

/** A table as the datapackage.json of its folder describes it. */
export interface DescribedTable extends OutputTable {
  readonly format: 'csv' | 'parquet';
  readonly rows: number;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** The tables of a study folder. Throws where its datapackage.json is missing or is not one that this program writes. */
export function readDescribedTables(folder: string): readonly DescribedTable[] {
  const text = readFileSync(join(folder, 'datapackage.json'), 'utf8');
  return (JSON.parse(text) as { readonly resources: readonly Resource[] }).resources.map(tableOf);
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly description: string;
  readonly format: 'csv' | 'parquet';
  readonly rows: number;
  readonly bytes: number;
  readonly hash: string;
  readonly schema: {
    readonly fields: readonly DescribedField[];
    readonly primaryKey?: readonly string[];
    readonly uniqueKeys?: readonly (readonly string[])[];
  };
}

interface DescribedField {
  readonly name: string;
  readonly type: Field['type'];
  readonly description: string;
  readonly unit?: string;
  readonly constraints?: {
    readonly required?: boolean;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly enum?: readonly string[];
  };
}

function tableOf({ name, path, description, format, rows, bytes, hash, schema }: Resource): DescribedTable {
  const primaryKey = schema.primaryKey ?? schema.uniqueKeys?.[0] ?? [];
  const fields = schema.fields.map((field) => fieldOf(field, primaryKey.includes(field.name)));
  return {
    name,
    path,
    description,
    format,
    rows,
    bytes,
    sha256: hash.replace('sha256:', ''),
    primaryKey,
    fields,
  };
}

function fieldOf({ name, type, description, unit, constraints = {} }: DescribedField, isKey: boolean): Field {
  const { minimum: min, maximum: max, enum: allowed, required } = constraints;
  return {
    name,
    type,
    unit: unit ?? '',
    description,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(allowed === undefined ? {} : { allowed }),
    ...(isKey && required !== true ? { mayBeEmpty: true } : {}),
  };
}
