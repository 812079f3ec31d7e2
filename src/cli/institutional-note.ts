import type { Results } from '../export/results.ts';
import { formatDifference } from '../figures/outcome-words.ts';
import { institutionalLines, revenueLines } from '../model/lines.ts';
import type { Experiment } from '../model/world-spec.ts';
import { formatWindow } from '../scenario/window.ts';
import { changeRows, rowOf } from '../study/change-timeline.ts';
import type { Difference } from '../study/compare.ts';
import { elasticitiesOf } from '../study/elasticities.ts';
import { nullModel } from '../study/patterns/replacement-rows.ts';
import { monthMean } from '../study/read-run.ts';
import { runReplicate } from '../study/run.ts';
import type { Comparison } from '../study/summarise.ts';
import { etaWords } from './explain-elasticities.ts';
import { wrapWords } from './plain-table.ts';
import type { RunStudy } from './study-of-run.ts';

/**
 * Where institutional lines grew: on which elasticities that rests, and what the null model gives on the draws of replicate 1. Empty
 * where none grew. Plays two or three more runs, which leave nothing behind.
 */
export function institutionalNote(study: RunStudy, { summary }: Results): readonly string[] {
  const comparison = summary.comparisons[0];
  if (comparison === undefined || study.baseline === undefined) return [];
  const grown = grownLines(comparison);
  if (grown.length === 0) return [];
  return wrapWords(`${restsOn(study, comparison, grown)} ${nullWords(study, comparison, grown)}`);
}

type InstitutionalLine = (typeof institutionalLines)[number];

function columnOfLine(line: InstitutionalLine): string {
  return `income_${line}_usd`;
}

function grownLines({ differences, main }: Comparison): readonly InstitutionalLine[] {
  const window = formatWindow(main);
  const isHigher = (row: Difference, line: InstitutionalLine): boolean =>
    row.outcome === columnOfLine(line) && row.window === window && row.verdict === 'higher';
  return institutionalLines.filter((line) => differences.some((row) => isHigher(row, line)));
}

function restsOn(
  { loaded, seed }: RunStudy,
  { main }: Comparison,
  grown: readonly InstitutionalLine[],
): string {
  const run = runReplicate(loaded.experiment, seed, 1, { keepFlows: false });
  const found = elasticitiesOf(loaded.experiment, loaded.world, run, main.first);
  const words = (isAsked: (line: string) => boolean): string =>
    found
      .filter(({ line }) => isAsked(line))
      .map(({ line, eta }) => `${nameOf(line)} ${etaWords(eta)}`)
      .join(', ');
  const isGrown = (line: string): boolean => grown.some((each) => each === line);
  return `That ${grown.map(nameOf).join(' and ')} grew rests on how yields answer need, an assumption (maabar explain elasticities): ${words(isGrown)}; beside it ${words((line) => !isGrown(line))}.`;
}

function nullWords(study: RunStudy, { main }: Comparison, grown: readonly InstitutionalLine[]): string {
  const { experiment } = study.loaded;
  if (rowOf(experiment, 'need.enabled').every((value) => value === 0))
    return 'In this scenario need moves nobody at all.';
  const play = (each: Experiment) =>
    runReplicate(changeRows(each, nullModel), study.seed, 1, { keepFlows: false });
  const [before, after] = [play(study.baseline!.experiment), play(experiment)];
  const gain = (column: string): string =>
    formatDifference(monthMean(after, column, main) - monthMean(before, column, main), 'usd');
  const gains = grown.map((line) => `${nameOf(line)} ${gain(columnOfLine(line))}`);
  return `Under the null model, in which need moves nobody, the same change gives ${gains.join(', ')}, and all lines but the patron ${gain('income_local_usd')} a month (one pair of runs).`;
}

function nameOf(line: string): string {
  return revenueLines.find(({ id }) => id === line)?.name ?? line;
}
