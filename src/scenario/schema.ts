import * as z from 'zod';
import { calendarMonths } from '../engine/calendar.ts';
import { monthColumns } from '../model/observables.ts';
import { didYouMean } from './nearest.ts';
import { show } from './structure.ts';

const text = z.string().min(1);
const monthPattern = /^20\d\d-(0[1-9]|1[0-2])$/;
const windowPattern = /^20\d\d-(0[1-9]|1[0-2])(\.\.20\d\d-(0[1-9]|1[0-2]))?$/;

/** Words for a wrong entry; a missing one is left to the words for what is missing. */
const wordMonth = ({ input }: { readonly input: unknown }): string | undefined =>
  input === undefined ? undefined : `${show(input)} is no month. Write year and month, 2018-05.`;
const wordWindow = ({ input }: { readonly input: unknown }): string | undefined =>
  input === undefined ? undefined : `${show(input)} is no window. Write 2018-06..2018-08, or one month.`;
const outcomes = monthColumns.map((column) => column.name);
const wordOutcome = ({ input }: { readonly input: unknown }): string | undefined =>
  input === undefined
    ? undefined
    : `${show(input)} is no outcome.${didYouMean(String(input), outcomes)} Allowed: ${outcomes.join(', ')}.`;

const month = z.string({ error: wordMonth }).regex(monthPattern, {
  error: wordMonth,
});
const window = z
  .string({ error: wordWindow })
  .regex(windowPattern, { error: wordWindow })
  .meta({ description: 'First and last month, both included: 2018-06..2018-08, or one month.' });
const band = z
  .tuple([z.number(), z.number()], { error: 'This must be two numbers, [lowest, highest].' })
  .meta({ description: 'Lowest and highest allowed, both included.' });

/** Parameter names to numbers or formulas. */
const setting = z
  .record(
    z.string(),
    z.union([z.number(), z.string().min(1)], {
      error: (issue) =>
        issue.input === null || issue.input === undefined
          ? 'This is empty. Give a number or a formula; inside { } a formula with a comma needs quotes.'
          : `This must be a number or a formula, not ${show(issue.input)}.`,
    }),
  )
  .meta({ id: 'setting', description: 'Parameter name to a number or a formula.' });

const source = z
  .union([text, z.array(text)], { error: '"source" must be text, or a list of texts.' })
  .meta({ description: "Key of the world's sources, a list of keys, a citation, or: assumption." });

const change = z.strictObject({
  at: month.meta({ description: 'First month in which the change holds.' }),
  label: text.optional().meta({ description: 'A few words, shown as a mark on pictures.' }),
  why: text.optional().meta({ description: 'What happened, or what is supposed.' }),
  source: source.optional(),
  set: setting,
  until: month
    .optional()
    .meta({ description: 'Last month in which the change holds; without it, for good.' }),
  fade: z
    .strictObject({ half_life_months: z.number().positive() })
    .optional()
    .meta({ description: 'The change halves every so many months.' }),
});

const outcome = z.enum(outcomes, { error: wordOutcome }).meta({ description: 'A column of by_month.' });

/** One of a scenario's checks; which keys go together is checked in read-checks.ts. */
export const checkSchema = z.strictObject({
  outcome,
  window,
  against: window.optional(),
  against_scenario: z
    .literal(true)
    .optional()
    .meta({ description: 'Against the same months of compare_with.' }),
  change: band.optional().meta({ description: 'Lowest and highest relative change: [-0.65, -0.55].' }),
  value: band.optional().meta({ description: 'Lowest and highest mean over the window.' }),
  note: text.optional(),
});

/** A scenario file. Which keys must be there depends on whose file it is, and is checked in read-scenario.ts. */
export const scenarioSchema = z.strictObject({
  title: text,
  question: text.optional().meta({ description: 'What a student should ask of it.' }),
  difficulty: z.number().int().min(1).max(3).optional().meta({ description: '1 easy to 3 hard.' }),
  why: text.optional().meta({ description: 'Why this scenario is worth a run.' }),
  world: text.optional().meta({ description: 'Folder of worlds/ that it plays in.' }),
  extends: text.optional().meta({ description: 'Scenario on which this one builds.' }),
  compare_with: text.optional().meta({ description: 'Scenario to compare with; baseline where absent.' }),
  start: month.optional().meta({ description: 'First month; 2014-01 where absent.' }),
  months: z
    .number()
    .int()
    .min(1)
    .max(calendarMonths)
    .optional()
    .meta({ description: `Length of the run; ${calendarMonths} where absent.` }),
  set: setting.optional().meta({ description: 'Settings that hold from the first month.' }),
  changes: z.array(change).optional(),
  checks: z.array(checkSchema).optional(),
});

/** The same, asking for nothing: what is sound of a file that lacks something. A wrong entry of a list leaves a hole. */
export const draftSchema = scenarioSchema.partial().extend({
  changes: z.array(change.optional()).optional(),
  checks: z.array(checkSchema.optional()).optional(),
});

/** The sound part of a scenario file as written. */
export type WrittenScenario = z.output<typeof draftSchema>;
/** One dated change as written; `at` has the form of a month but may lie before the calendar. */
export type WrittenChange = z.output<typeof change>;
/** One check as written. */
export type WrittenCheck = z.output<typeof checkSchema>;
/** Parameter names to numbers or formulas, as written. */
export type WrittenSetting = z.output<typeof setting>;

/** Keys of a scenario file in the order in which shipped files give them. */
export const scenarioKeys = Object.keys(scenarioSchema.shape);
