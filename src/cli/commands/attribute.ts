import { formatShare } from '../../figures/numbers.ts';
import { formatDifference } from '../../figures/outcome-words.ts';
import { loadScenario } from '../../scenario/load.ts';
import { formatWindow } from '../../scenario/window.ts';
import { type Attribution, attribute, playedPart, type Question } from '../../study/attribute.ts';
import { drivers, driversBetween, frozenFrom } from '../../study/drivers.ts';
import { mainWindow, ownChanges } from '../../study/main-window.ts';
import { playOnThreads } from '../../study/player.ts';
import { bracketed } from '../bracketed.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { packageRoot } from '../package-root.ts';
import { plainTable, wrapWords } from '../plain-table.ts';
import { print, printJson, say } from '../streams.ts';
import { UsageError } from '../usage-error.ts';

/** Flags of `attribute`. */
export interface AttributeOptions {
  readonly seed: number;
  readonly replicates: number;
  readonly workers?: number;
  readonly overTime?: boolean;
  readonly json?: boolean;
}

const outcomes = ['income_local_usd', 'income_customs_usd'];

/** Prints what each driver has of the change that a scenario makes. Throws UsageError where there is nothing to compare with. */
export async function attributeScenario(scenario: string, options: AttributeOptions): Promise<ExitCode> {
  const asked = await questionOf(scenario, options);
  const between = driversBetween(...playedPart(asked));
  say(
    `${between.length} drivers, ${2 ** between.length} worlds, each ${options.replicates} times on the same draws`,
  );
  const player = await playOnThreads(options.workers);
  try {
    const found = await attribute(asked, player, (done) =>
      say(`${done} of ${options.replicates} replicates`),
    );
    if (options.json) for (const row of found) printRows(row, asked);
    else print(textOf(found, asked, options));
  } finally {
    await player.close();
  }
  return exitCodes.ok;
}

/** The scenario against what it is compared with, or `--over-time` against itself as it stood in the month before its first own change. */
async function questionOf(scenario: string, options: AttributeOptions): Promise<Question> {
  const { experiment, compareWith } = await loadScenario(scenario, { shippedDir: packageRoot });
  const { firstMonth, months } = experiment.timeline;
  if (compareWith === null)
    throw new UsageError(`"${scenario}" is compared with nothing, so there is no change to attribute.`);
  const other = await loadScenario(compareWith, {
    shippedDir: packageRoot,
    overrideStart: firstMonth,
    overrideMonths: months,
  });
  const window = mainWindow(experiment, other.experiment);
  const change = ownChanges(experiment, other.experiment)[0]?.month ?? firstMonth;
  const neutral = options.overTime
    ? frozenFrom(experiment, Math.max(firstMonth, change - 1))
    : other.experiment;
  const { seed: studySeed, replicates } = options;
  return { experiment, neutral, window, outcomes, studySeed, replicates };
}

function textOf(
  found: readonly Attribution[],
  { experiment, neutral, window }: Question,
  options: AttributeOptions,
): string {
  const against = options.overTime
    ? 'a world that stays as it was before its first change'
    : neutral.scenarioId;
  const present = new Set(found[0].parts.map(({ driver }) => driver.id));
  const absent = drivers.filter(({ id }) => !present.has(id)).map(({ label }) => label);
  return [
    ...wrapWords(
      `${experiment.title}, against ${against}: mean a month, ${formatWindow(window)}; Shapley shares over ${options.replicates} replicates, in brackets the 95% interval. Model output, not data.`,
    ),
    ...found.flatMap(tableOf),
    ...(absent.length === 0
      ? []
      : ['', ...wrapWords(`Alike in both worlds, so without a part: ${absent.join('; ')}.`)]),
    '',
    ...wrapWords(
      'A part is what the driver adds, averaged over all orders of letting drivers in. Learning is taken out of both worlds. What the parts rest on: maabar explain elasticities.',
    ),
  ].join('\n');
}

function tableOf({ outcome, whole, parts }: Attribution): readonly string[] {
  const usd = (value: number): string => formatDifference(value, 'usd');
  const percent = (value: number): string => formatShare(value, 0);
  const rows = parts.map(({ driver, part, share }) => [
    driver.label,
    usd(part.estimate),
    bracketed(part, usd),
    share === undefined ? '' : percent(share.estimate),
  ]);
  const all = ['the whole change', usd(whole.estimate), bracketed(whole, usd), ''];
  return ['', outcome, ...plainTable([...rows, all], [0, 2], 78).map((line) => `  ${line}`)];
}

function printRows({ outcome, whole, parts }: Attribution, { experiment, neutral, window }: Question): void {
  const common = {
    type: 'attribution',
    scenario: experiment.scenarioId,
    against: neutral.scenarioId,
    window: formatWindow(window),
    outcome,
  };
  for (const { driver, part, share } of parts)
    printJson({ ...common, driver: driver.id, ...part, share: share?.estimate ?? null });
  printJson({ ...common, driver: 'all', ...whole, share: 1 });
}
