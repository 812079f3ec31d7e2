import { z } from 'zod';

/*
 * What version 2 of the Data Package standard asks of the parts that a study folder uses, after its text (datapackage.org): the published
 * profile comes in no package, so these are its rules in our words, stricter where the standard leaves room.
 */

const name = z.string().regex(/^[-a-z0-9._/]+$/);
const names = z.array(z.string()).min(1);
const profile = (of: string) => z.literal(`https://datapackage.org/profiles/2.0/${of}.json`);

const constraints = z.strictObject({
  required: z.boolean().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  enum: z.array(z.string()).min(1).optional(),
});
const base = { name: z.string(), description: z.string(), unit: z.string().optional() };
const bare = constraints.pick({ required: true }).optional();
const bounded = constraints.omit({ enum: true }).optional();

const field = z.discriminatedUnion('type', [
  z.strictObject({
    ...base,
    type: z.literal('string'),
    constraints: constraints.omit({ minimum: true, maximum: true }).optional(),
  }),
  z.strictObject({ ...base, type: z.literal('integer'), constraints: bounded }),
  z.strictObject({ ...base, type: z.literal('number'), constraints: bounded }),
  z.strictObject({ ...base, type: z.literal('date'), constraints: bare }),
  z.strictObject({
    ...base,
    type: z.literal('boolean'),
    trueValues: names,
    falseValues: names,
    constraints: bare,
  }),
]);

const schema = z
  .strictObject({
    $schema: profile('tableschema'),
    fields: z.array(field).min(1),
    missingValues: z.array(z.string()).optional(),
    primaryKey: names.optional(),
    uniqueKeys: z.array(names).optional(),
    foreignKeys: z
      .array(z.strictObject({ fields: names, reference: z.strictObject({ resource: name, fields: names }) }))
      .optional(),
  })
  .refine(hasItsKeys, 'a key names a column that is not there');

function hasItsKeys(table: {
  readonly fields: readonly { readonly name: string }[];
  readonly primaryKey?: readonly string[] | undefined;
  readonly uniqueKeys?: readonly (readonly string[])[] | undefined;
}): boolean {
  const keys = [...(table.primaryKey ?? []), ...(table.uniqueKeys ?? []).flat()];
  return keys.length > 0 && keys.every((key) => table.fields.some((each) => each.name === key));
}

const dialect = z.strictObject({
  delimiter: z.string().length(1),
  lineTerminator: z.string(),
  quoteChar: z.string().length(1),
  doubleQuote: z.boolean(),
  header: z.boolean(),
});

const file = {
  name,
  // No absolute path, none that leaves the folder.
  path: z.string().regex(/^(?!\/)(?!.*\.\.)[^\\]+$/),
  type: z.literal('table'),
  description: z.string(),
  rows: z.int().min(0),
  bytes: z.int().min(1),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  schema,
};

const resource = z.discriminatedUnion('format', [
  z.strictObject({
    ...file,
    format: z.literal('csv'),
    mediatype: z.literal('text/csv'),
    encoding: z.literal('utf-8'),
    dialect,
  }),
  z.strictObject({ ...file, format: z.literal('parquet'), mediatype: z.string() }),
]);

/** A descriptor as version 2 wants it; `parse` throws with every fault. */
export const dataPackageTwo = z
  .strictObject({
    $schema: profile('datapackage'),
    name,
    title: z.string(),
    description: z.string(),
    version: z.string(),
    resources: z.array(resource).min(1),
  })
  .refine(
    ({ resources }) => new Set(resources.map((each) => each.name)).size === resources.length,
    'two resources have one name',
  );
