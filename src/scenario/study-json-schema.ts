import * as z from 'zod';
import { parameterDeclarations } from '../model/parameters.ts';
import { studySchema } from './study-schema.ts';

/** Keys of a study file in the order in which shipped files give them. */
export const studyKeys = Object.keys(studySchema.shape);

/**
 * The published JSON Schema of a study file, for completion and warnings in editors.
 * It knows every parameter by name; `schemas/study.schema.json` is this, and a test says when it is stale.
 */
export function studyJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(studySchema, { io: 'input' }) as Record<string, unknown>;
  const vary = (schema.properties as Record<string, Record<string, unknown>>).vary;
  vary.propertyNames = { anyOf: parameterDeclarations.map(({ name }) => nameSchema(name)) };
  return { $id: 'study.schema.json', title: 'Maabar study', ...schema };
}

function nameSchema(name: string): object {
  if (!name.includes('*')) return { const: name };
  return { pattern: `^${name.replaceAll('.', '\\.').replace('*', '[a-z][a-z0-9-]*')}$` };
}
