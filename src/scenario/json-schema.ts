import * as z from 'zod';
import { parameterDeclarations } from '../model/parameters.ts';
import { scenarioSchema } from './schema.ts';

/**
 * The published JSON Schema of a scenario file, for completion and warnings in editors.
 * It knows every parameter by name; `schemas/scenario.schema.json` is this, and a test says when it is stale.
 */
export function scenarioJsonSchema(): Record<string, unknown> {
  return {
    $id: 'scenario.schema.json',
    title: 'Maabar scenario',
    ...z.toJSONSchema(scenarioSchema, {
      io: 'input',
      override: ({ jsonSchema }) => {
        if (jsonSchema.id === 'setting') nameParameters(jsonSchema as Record<string, unknown>);
      },
    }),
  };
}

function nameParameters(setting: Record<string, unknown>): void {
  const allowed = setting.additionalProperties;
  const described = parameterDeclarations.map(({ name, unit, min, max, meaning }) => ({
    name,
    schema: { ...(allowed as object), description: `${meaning} (${unit}, ${min} to ${max})` },
  }));
  setting.properties = Object.fromEntries(described.map(({ name, schema }) => [name, schema]));
  setting.patternProperties = Object.fromEntries(
    described
      .filter(({ name }) => name.includes('*'))
      .map(({ name, schema }) => [
        `^${name.replaceAll('.', '\\.').replace('*', '[a-z][a-z0-9-]*')}$`,
        schema,
      ]),
  );
  setting.additionalProperties = false;
  delete setting.propertyNames;
}
