import { writeFileSync } from 'node:fs';
import { modelVersion } from '../../model/version.ts';
import { readCalibration } from '../../scenario/read-calibration.ts';
import { calibrate, type Posterior, type Spread } from '../../study/calibrate.ts';
import { allRows } from '../../study/patterns/all-rows.ts';
import { playOnThreads } from '../../study/player.ts';
import { openShelf } from '../../study/shelf.ts';
import { bandWords, type MeasuredRow, type ValidationRow } from '../../study/validation-row.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { packageRoot, toolVersion } from '../package-root.ts';
import { plainTable, wrapWords } from '../plain-table.ts';
import { shellWord } from '../shell-word.ts';
import { print, printJson, say } from '../streams.ts';
import { UsageError } from '../usage-error.ts';

/** Flags of `calibrate`. */
export interface CalibrateOptions {
  readonly draws?: number;
  readonly workers?: number;
  readonly out?: string;
  readonly json?: boolean;
}

/** Fits a study's parameters to rows marked calibrated, prints the posterior, and writes it beside the study. Throws UsageError for a row that may be no target. */
export async function calibrateStudy(path: string, options: CalibrateOptions): Promise<ExitCode> {
  const read = readCalibration(path);
  const plan = { ...read, draws: options.draws ?? read.draws };
  const shelf = openShelf(packageRoot);
  const targets = targetsOf(plan.targets, await allRows(shelf));
  const player = await playOnThreads(options.workers);
  try {
    const experiment = await shelf.experiment(plan.scenario);
    const posterior = await calibrate(plan, experiment, targets, player, (done) => {
      if (done % 100 === 0) say(`${done} of at most ${plan.draws} draws`);
    });
    const out = options.out ?? path.replace(/\.yaml$/, '.posterior.yaml');
    const command = `maabar calibrate ${shellWord(path)}${options.draws === undefined ? '' : ` --draws ${options.draws}`}`;
    writeFileSync(out, posteriorText(posterior, command, plan.seed));
    if (options.json) printJson({ type: 'posterior', ...posterior });
    else print(`${reportText(posterior)}\n\nWritten to ${out}`);
  } finally {
    await player.close();
  }
  return exitCodes.ok;
}

function targetsOf(ids: readonly string[], rows: readonly ValidationRow[]): readonly MeasuredRow[] {
  return ids.map((id) => {
    const row = rows.find((candidate) => candidate.id === id);
    if (row === undefined) throw new UsageError(`There is no row "${id}"; "maabar validate" shows them all.`);
    if (row.use !== 'calibrated')
      throw new UsageError(`Row "${id}" is judged: nothing may be fitted to it, or it would be no evidence.`);
    if (!('measure' in row)) throw new UsageError(`Row "${id}" cannot be read yet: ${row.reason}.`);
    return row;
  });
}

function reportText({ drawn, failed, hit, kept, parameters, targets }: Posterior): string {
  const head = ['parameter', 'prior', 'now', 'mean', 'sd', '5% to 95%', 'narrowed'];
  const rows = parameters.map(({ name, prior, now, posterior, narrowed }) => [
    name,
    `${short(prior.low)}-${short(prior.high)}`,
    short(now),
    short(posterior.mean),
    short(posterior.sd),
    `${short(posterior.low)}-${short(posterior.high)}`,
    narrowed.toFixed(2),
  ]);
  const fit = targets.map(({ id, band, found }) => [
    id,
    bandWords(band),
    short(found.mean),
    `${short(found.low)}-${short(found.high)}`,
  ]);
  return [
    `${drawn} draws, ${failed} failed, ${hit} hit every band, ${kept} kept\n`,
    ...plainTable([head, ...rows], [0]),
    '',
    ...plainTable([['target', 'band', 'mean', '5% to 95%'], ...fit], [0]),
    '',
    ...wrapWords(
      'narrowed: standard deviation over that of the prior; near 1 the targets say nothing of the parameter, and its value stays an assumption.',
    ),
  ].join('\n');
}

/** The posterior as a file that says what made it. */
function posteriorText(posterior: Posterior, command: string, seed: number): string {
  const { drawn, failed, hit, kept, parameters, targets } = posterior;
  return [
    '# Written by the command below; not to be edited by hand. Model output, not data.',
    `command: ${command}`,
    `tool: ${toolVersion()}`,
    `model: ${modelVersion}`,
    `seed: ${seed}`,
    'method: rejection from a Latin hypercube; a draw is kept when every target lies in its band',
    `draws: { made: ${drawn}, failed: ${failed}, hit: ${hit}, kept: ${kept} }`,
    'parameters:',
    ...parameters.map(
      ({ name, prior, now, posterior: spread, narrowed }) =>
        `  ${name}: { prior: [${prior.low}, ${prior.high}], now: ${short(now)}, ${spreadText(spread)}, narrowed: ${narrowed.toFixed(2)} }`,
    ),
    'targets:',
    ...targets.map(({ id, band, found }) => `  ${id}: { band: ${bandWords(band)}, ${spreadText(found)} }`),
    '',
  ].join('\n');
}

function spreadText({ mean, sd, low, high }: Spread): string {
  return `mean: ${short(mean)}, sd: ${short(sd)}, from: ${short(low)}, to: ${short(high)}`;
}

/** Four digits: more would pretend to know. */
function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
