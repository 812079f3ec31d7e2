import * as z from 'zod';
import { units } from '../engine/units.ts';
import { revenueLines } from '../model/lines.ts';
import { readingOf } from './misread-name.ts';

/** How well a value is known; docs/worlds.md says what each grade means. */
export const confidenceGrades = ['S', 'S2', 'W', 'D', 'assumption'] as const;
/** One of the grades. */
export type Confidence = (typeof confidenceGrades)[number];

/** Ids of factions, crossings, worlds, scenarios and sources. */
export const idPattern = /^[a-z][a-z0-9-]*$/;

const id = z
  .string()
  .regex(idPattern)
  .refine((written) => readingOf(written) === undefined);
const text = z.string().min(1);
const unit = z.enum(Object.keys(units) as (keyof typeof units)[]);
const number = z.number();
const grade = {
  source: z
    .union([z.string(), z.array(z.string())], {
      error: '"source" must be a key of "sources", or a list of keys.',
    })
    .optional(),
  confidence: z.enum(confidenceGrades),
  note: z.string().optional(),
};
const range = { low: number.optional(), high: number.optional() };

/** A number with its unit, range and grade that does not change with time. */
const fixed = z.strictObject({ value: number, unit, ...range, ...grade });
/** The same, or one number for each date from which it holds. */
const dated = z
  .strictObject({
    value: number.optional(),
    points: z.record(z.string(), number).optional(),
    between: z.enum(['hold', 'linear']).optional(),
    unit,
    ...range,
    ...grade,
  })
  .refine((written) => (written.value === undefined) !== (written.points === undefined), {
    error: (issue) => {
      const came = (issue.input as { value?: number }).value === undefined ? 'neither' : 'both';
      return `"${String(issue.path?.at(-1))}" has ${came} of "value" and "points". Give one: "value" for always, "points" for dates.`;
    },
  });
const place = z.strictObject({ lon: number.min(-180).max(180), lat: number.min(-90).max(90), ...grade });
const holders = z.strictObject({ shares: z.record(z.string(), number.min(0).max(1)), ...range, ...grade });

const faction = z.strictObject({
  name: text,
  registered_share: fixed,
  own_fighters: fixed,
  capacity: fixed,
  patron_weight: fixed,
  strengths: z.partialRecord(z.enum(revenueLines.map((line) => line.id)), fixed).optional(),
});
const goods = z.strictObject({
  name: text,
  import_share: fixed,
  consignment: fixed,
  concealability: fixed,
  duty: dated,
  delay_cost: dated,
});
const crossing = z.strictObject({
  name: text,
  kind: z.enum(['sea', 'land', 'unofficial']),
  place,
  neighbour: z.string(),
  corridor: z.string(),
  import_share: fixed,
  holders,
  clearance_days: dated,
  open: dated.optional(),
  extra_cost: dated.optional(),
  automated_days: dated.optional(),
});
const post = z.strictObject({
  name: text,
  place,
  crossings: z.array(z.string()).min(1),
  destinations: z.array(z.string()).min(1),
  holders,
  open: dated.optional(),
});
const destination = z.strictObject({ name: text, place, demand_share: fixed });
const base = z.strictObject({ name: text, place, fuel_share: fixed });
const named = z.strictObject({ name: text });
const neighbour = z.strictObject({
  name: text,
  is_patron: z.boolean().optional(),
  sanctions: dated.optional(),
  border_open: dated.optional(),
  price_gap: dated.optional(),
});

/** One file of a world's folder. Every key is optional in a file; `load-world.ts` says what the whole needs. */
export const worldFileSchema = z.strictObject({
  title: text.optional(),
  about: text.optional(),
  patron: named.optional(),
  government: named.optional(),
  sources: z.record(id, z.strictObject({ cite: text, url: z.string().optional() })).optional(),
  factions: z.record(id, faction).optional(),
  neighbours: z.record(id, neighbour).optional(),
  corridors: z.record(id, named).optional(),
  goods: z.record(id, goods).optional(),
  crossings: z.record(id, crossing).optional(),
  posts: z.record(id, post).optional(),
  destinations: z.record(id, destination).optional(),
  bases: z.record(id, base).optional(),
  parameters: z.record(z.string(), dated).optional(),
});

/** A world file as written. */
export type WrittenWorld = z.output<typeof worldFileSchema>;
/** A number as written, dated or not. */
export type WrittenValue = z.output<typeof dated>;
/** Where a number comes from, as written. */
export type WrittenGrade = Pick<WrittenValue, 'source' | 'confidence' | 'note'>;
/** Who holds a gate or post, as written. */
export type WrittenHolders = z.output<typeof holders>;
/** A place on the globe, as written. */
export type WrittenPlace = z.output<typeof place>;
