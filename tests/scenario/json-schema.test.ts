import { expect, test } from 'vitest';
import { parameterDeclarations } from '../../src/model/parameters.ts';
import { scenarioJsonSchema } from '../../src/scenario/json-schema.ts';
import { scenarioKeys } from '../../src/scenario/schema.ts';

test('the published schema is the one the loader uses (after a change: npx vitest run -u tests/scenario/json-schema)', async () => {
  const text = `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../schemas/scenario.schema.json');
});

test('it knows every key and every parameter by name, and allows no other', () => {
  const schema = scenarioJsonSchema() as {
    properties: object;
    additionalProperties: boolean;
    $defs: { setting: { properties: object; patternProperties: object; additionalProperties: boolean } };
  };
  expect(Object.keys(schema.properties)).toEqual(scenarioKeys);
  expect(schema.additionalProperties).toBe(false);
  const { setting } = schema.$defs;
  expect(Object.keys(setting.properties)).toEqual(parameterDeclarations.map(({ name }) => name));
  expect(setting.additionalProperties).toBe(false);
  const patterns = Object.keys(setting.patternProperties).map((pattern) => new RegExp(pattern));
  expect(patterns.some((pattern) => pattern.test('crossings.upper-gate.clearance_days'))).toBe(true);
  expect(patterns.some((pattern) => pattern.test('crossings.upper-gate.clearance'))).toBe(false);
});
