import { expect, test } from 'vitest';
import { studyJsonSchema, studyKeys } from '../../src/scenario/study-json-schema.ts';

test('the published schema is the one the loader uses (after a change: npx vitest run -u tests/scenario/study-json)', async () => {
  const text = `${JSON.stringify(studyJsonSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../schemas/study.schema.json');
});

test('it knows every key, and what may be varied', () => {
  const { properties, additionalProperties } = studyJsonSchema() as {
    properties: { vary: { propertyNames: { anyOf: readonly { const?: string; pattern?: string }[] } } };
    additionalProperties: boolean;
  };
  expect(Object.keys(properties)).toEqual(studyKeys);
  expect(additionalProperties).toBe(false);
  const names = properties.vary.propertyNames.anyOf;
  const takes = (name: string): boolean =>
    names.some((each) => each.const === name || (each.pattern && new RegExp(each.pattern).test(name)));
  expect(['pact.cohesion', 'crossings.upper-gate.open', 'pact.cohesin'].map(takes)).toEqual([
    true,
    true,
    false,
  ]);
});
