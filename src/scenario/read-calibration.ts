import * as z from 'zod';
import { InvalidInput } from '../engine/problem.ts';
import { readLocated } from './join-world.ts';
import { readStructure } from './structure.ts';

const range = z.strictObject({ low: z.number(), high: z.number() });
const schema = z.strictObject({
  title: z.string().min(1),
  scenario: z.string().min(1),
  months: z.int().min(1),
  seed: z.int().min(0),
  draws: z.int().min(10),
  keep: z.int().min(2),
  priors: z.record(z.string(), range),
  order: z.array(z.tuple([z.string(), z.string()])).optional(),
  targets: z.array(z.string()).min(1),
});

/** A calibration as a file in `studies/` says it: priors, targets, budget. */
export type Calibration = z.output<typeof schema>;

/** Reads a calibration. Throws `InvalidInput` with every problem of the file, each with its place. */
export function readCalibration(path: string): Calibration {
  const file = readLocated(path);
  const { value, problems } =
    file.value === undefined ? { value: undefined, problems: [] } : readStructure(file, schema, schema);
  const backwards = Object.entries(value?.priors ?? {}).flatMap(([name, { low, high }]) =>
    low < high
      ? []
      : [{ ...file.place(['priors', name]), message: `The prior of "${name}" ends before it begins.` }],
  );
  const all = [...file.problems, ...problems, ...backwards];
  if (value === undefined || all.length > 0) throw new InvalidInput(all);
  return value;
}
