import type { Results } from '../export/results.ts';
import { type Worked, workStudy } from '../export/work-study.ts';
import { formatMoney } from '../figures/numbers.ts';
import { runTranscript } from '../figures/transcript.ts';
import { formatWindow } from '../scenario/window.ts';
import type { Difference } from '../study/compare.ts';
import { type Chunk, countRuns } from '../study/run-order.ts';
import type { RunOptions } from './commands/run.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { firstRuns } from './first-runs.ts';
import { watchInterrupts } from './interrupts.ts';
import { replacementSentence, treasurySentence } from './money-sentences.ts';
import { counted, reportTenths } from './progress.ts';
import type { RunStudy } from './study-of-run.ts';
import { tell } from './tell.ts';
import { tellUnfinished } from './tell-unfinished.ts';
import { toolFacts } from './tool-facts.ts';

/** A reader of the screen speaks every line: progress is told seldom. */
const progressMs = 30_000;

/** Plays a study and tells of it line by line, in sentences: the question, each change and year of the first run, the comparison, where the files are. */
export async function readAloud(study: RunStudy, options: RunOptions): Promise<ExitCode> {
  tell(`${study.title}. ${study.question}`);
  tell(`Model output, not data. ${counted(countRuns(study.plan), 'run')} are played, seed ${study.seed}.`);
  const interrupts = watchInterrupts();
  const worked = await workStudy(study, {
    workers: options.workers,
    hasScreen: false,
    say: () => undefined,
    onProgress: reportTenths(progressMs),
    onChunk: (chunk) => tellFirst(study, chunk),
    signal: interrupts.signal,
    facts: toolFacts,
  });
  interrupts.stop();
  return tellEnd(study, worked);
}

function tellFirst(study: RunStudy, chunk: Chunk): void {
  if (chunk.index > 0) return;
  const runs = firstRuns(study, chunk);
  const record = runs[runs.length - 1];
  if (record instanceof Error) {
    tell(`The first run failed: ${record.message}`);
    return;
  }
  const [other] = runs;
  const comparison =
    runs.length < 2 || other instanceof Error
      ? undefined
      : { scenarioId: study.experiments[0].scenarioId, record: other };
  for (const line of runTranscript(record, study.loaded.experiment, comparison)) tell(line);
}

function tellEnd(study: RunStudy, worked: Worked): ExitCode {
  if (worked.state !== 'finished') return tellUnfinished(worked, study.folder, study.goOn);
  const { results } = worked;
  for (const line of comparedLines(study, results)) tell(line);
  const broken = results.checks.filter(({ status }) => status === 'fail');
  for (const { found } of broken) tell(`A check does not hold: ${found}`);
  const { failed, attempted } = results.summary;
  const runs =
    failed === 0
      ? counted(attempted, 'run')
      : `${attempted - failed} of ${counted(attempted, 'run')}, the others failed`;
  tell(`Finished: ${runs}. The tables are in ${study.folder}.`);
  if (failed > 0) return exitCodes.failedRuns;
  return broken.length > 0 ? exitCodes.checkFailed : exitCodes.ok;
}

function comparedLines({ experiments }: RunStudy, { summary }: Results): readonly string[] {
  const [comparison] = summary.comparisons;
  if (comparison === undefined) return [];
  const window = formatWindow(comparison.main);
  const find = (outcome: string): Difference | undefined =>
    comparison.differences.find((row) => row.window === window && row.outcome === outcome);
  const [total, treasury] = [find('income_total_usd'), find('treasury_customs_usd')];
  const replaced = comparison.replacements.find((row) => row.window === window);
  return [
    ...(total === undefined ? [] : [totalSentence(total, experiments[0].scenarioId)]),
    ...(replaced === undefined ? [] : [replacementSentence(replaced)]),
    ...(treasury === undefined ? [] : [treasurySentence(treasury)]),
  ];
}

function totalSentence({ difference, window, pairs, verdict }: Difference, other: string): string {
  const { estimate, lo, hi } = difference;
  const range = lo === null || hi === null ? '' : `, with 95% confidence ${rangeOf(lo, hi)}`;
  const unsure = verdict === 'no detectable difference' ? ' No difference can be told from chance.' : '';
  const months = window.replace('..', ' to ');
  return `Compared with ${other}, mean of ${months} over ${counted(pairs, 'pair')} of runs: factions take ${moreOrLess(estimate)} a month${range}.${unsure}`;
}

/** Both ends in words, the smaller first. */
function rangeOf(lo: number, hi: number): string {
  const [near, far] = Math.abs(lo) < Math.abs(hi) ? [lo, hi] : [hi, lo];
  return `between ${moreOrLess(near)} and ${moreOrLess(far)}`;
}

function moreOrLess(usd: number): string {
  return `${formatMoney(Math.abs(usd))} ${usd < 0 ? 'less' : 'more'}`;
}
