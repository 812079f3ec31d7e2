import * as z from 'zod';
import { calendarMonths } from '../engine/calendar.ts';
import { monthColumns } from '../model/observables.ts';
import { didYouMean } from './nearest.ts';
import { show } from './structure.ts';

/** Tables that a study may keep month by month, in the order of their files. */
export const keptTables = [
  'by_month',
  'by_faction_month',
  'by_crossing_month',
  'flows_month',
  'events',
] as const;
/** One of them. */
export type KeptTable = (typeof keptTables)[number];
/** Ways to choose the points at which parameters are set. */
export const designKinds = ['factorial', 'latin-hypercube', 'sobol', 'table', 'morris', 'saltelli'] as const;
/** One of them. */
export type DesignKind = (typeof designKinds)[number];

const text = z.string().min(1);
const pair = z.tuple([z.number(), z.number()], { error: 'This must be two numbers, [lowest, highest].' });
const columns = monthColumns.map((column) => column.name);
const outcome = z.enum(columns, {
  error: ({ input }) =>
    `${show(input)} is no outcome.${didYouMean(String(input), columns)} "maabar explain --outcomes" lists them all.`,
});

const distribution = z.strictObject({
  uniform: pair.optional(),
  loguniform: pair.optional(),
  normal: z
    .strictObject({
      mean: z.number(),
      deviation: z.number().positive(),
      lo: z.number().optional(),
      hi: z.number().optional(),
    })
    .optional(),
  triangular: z
    .tuple([z.number(), z.number(), z.number()], {
      error: 'This must be three numbers, [lowest, likeliest, highest].',
    })
    .optional(),
});

const varied = z.strictObject({
  values: z.array(z.number()).min(1).optional().meta({ description: 'Each of these numbers.' }),
  range: pair.optional().meta({ description: 'Anything from the lowest to the highest, all alike.' }),
  distribution: distribution.optional().meta({ description: 'Exactly one of the four.' }),
  as: z.enum(['value', 'scale']).optional().meta({
    description: 'value: the number; scale: times what the scenario has.',
  }),
  from: z
    .string()
    .optional()
    .meta({ description: 'First month that is changed, 2018-05; all where absent.' }),
  in: z.array(text).min(1).optional().meta({ description: 'Scenarios it is changed in; all where absent.' }),
});

/** A study file: which scenarios, which numbers varied how, how often, and what is kept. */
export const studySchema = z.strictObject({
  name: text.optional().meta({ description: 'Opens the name of its folder; the file name where absent.' }),
  title: text.optional(),
  question: text.optional().meta({ description: 'What the study answers.' }),
  scenarios: z.array(text).min(1).meta({ description: 'Names of shipped scenarios, or paths.' }),
  baseline: text.optional().meta({ description: 'The scenario all others are compared with.' }),
  vary: z.record(z.string(), varied).optional().meta({ description: 'Parameter to the numbers it takes.' }),
  design: z.enum(designKinds).optional(),
  points: z.int().min(1).max(100_000_000).optional(),
  bases: z.int().min(2).max(10_000_000).optional().meta({
    description: 'Blocks of rows of design: morris or saltelli, which sensitivity is estimated from.',
  }),
  file: text.optional().meta({ description: 'A CSV with a column for each parameter, for design: table.' }),
  replicates: z.int().min(1).max(1_000_000).optional(),
  first_replicate: z
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .meta({ description: 'Number of the first replicate; 1 where absent.' }),
  seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  start: z.string().optional().meta({ description: "First month; the scenarios' own where absent." }),
  months: z.int().min(1).max(calendarMonths).optional(),
  outcomes: z
    .array(outcome)
    .min(1)
    .optional()
    .meta({ description: 'Columns of by_month; all where absent.' }),
  window: z.string().optional().meta({ description: 'Months of the means, 2018-05..2020-04.' }),
  tables: z.array(z.enum(keptTables)).optional().meta({ description: 'What is kept month by month.' }),
  run_seconds: z.number().positive().optional().meta({ description: 'A run that takes longer fails.' }),
});

/** The same, asking for nothing. */
export const draftStudySchema = studySchema.partial();

/** A study as written; what is wrong is left out. */
export type WrittenStudy = z.output<typeof draftStudySchema>;
/** How one parameter is varied, as written. */
export type WrittenVariation = z.output<typeof varied>;
