import type { ExportForm } from '../../dashboard/export-of.ts';
import type { GlyphName } from '../../dashboard/paint/glyphs.ts';
import type { ViewName } from '../../dashboard/tabs.ts';
import type { ThemeName } from '../../dashboard/theme.ts';
import { type Worked, workStudy } from '../../export/work-study.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { institutionalNote } from '../institutional-note.ts';
import { watchInterrupts } from '../interrupts.ts';
import { isWatched } from '../is-watched.ts';
import { summaryText } from '../plain-summary.ts';
import { announcePlan, reportProgress } from '../progress.ts';
import { printResultsJson } from '../results-json.ts';
import { print, say } from '../streams.ts';
import { type RunRequest, type RunStudy, studyOfRun } from '../study-of-run.ts';
import { tellUnfinished } from '../tell-unfinished.ts';
import { toolFacts } from '../tool-facts.ts';
import { UsageError } from '../usage-error.ts';

/** Flags of `run`. */
export interface RunOptions extends RunRequest {
  readonly workers?: number;
  readonly json?: boolean;
  readonly plain?: boolean;
  readonly color: boolean;
  readonly glyphs?: GlyphName;
  readonly theme?: ThemeName;
  readonly frame?: string;
  readonly size?: string;
  readonly view?: ViewName;
  readonly pairs?: number;
  readonly on?: string;
  readonly as?: ExportForm;
  readonly panel?: string;
  readonly mouse?: boolean;
  readonly fps?: number;
  readonly screenReader?: boolean;
  readonly predict?: boolean;
}

/** Plays a scenario and what it is compared with; in a terminal watched live, elsewhere with a summary on stdout. */
export async function run(scenario: string, options: RunOptions): Promise<ExitCode> {
  const isSeen = options.frame === undefined && (await isWatched(options));
  refuseUnseen(options, isSeen);
  const study = await studyOfRun(scenario, options);
  if (options.frame !== undefined) {
    const { printFrame } = await import('../print-frame.ts');
    return printFrame(study, options, options.frame);
  }
  if (options.screenReader) {
    const { readAloud } = await import('../read-aloud.ts');
    return readAloud(study, options);
  }
  if (isSeen) {
    const { watchRun } = await import('../watch-run.ts');
    return watchRun(study, options);
  }
  announcePlan(study);
  const interrupts = watchInterrupts();
  const worked = await workStudy(study, {
    workers: options.workers,
    hasScreen: false,
    say,
    onProgress: reportProgress(),
    signal: interrupts.signal,
    facts: toolFacts,
  });
  interrupts.stop();
  const code = tellResults(study, worked, options.json === true);
  if (options.predict) (options.json ? say : print)(unasked);
  return code;
}

const unasked = '--predict needs a terminal: its questions were not asked.';

/** What says how a frame looks says nothing of a run that is watched or summed up, and what opens a screen nothing of a summary. */
function refuseUnseen({ frame, ...options }: RunOptions, isSeen: boolean): void {
  if (frame !== undefined && options.predict)
    throw new UsageError(
      '--predict asks questions on a screen, and --frame prints one. Leave one of the two out.',
    );
  if (frame !== undefined) return;
  for (const name of ['size', 'on', 'as', 'panel'] as const)
    if (options[name] !== undefined)
      throw new UsageError(`--${name} is for a printed frame. Add the month: --frame 2018-06.`);
  for (const name of ['view', 'pairs'] as const)
    if (options[name] !== undefined && !isSeen)
      throw new UsageError(
        `--${name} is for the screen of a terminal, and here is none. To print a frame add the month: --frame 2018-06.`,
      );
}

/** Prints what came of a study and gives the exit code. */
export function tellResults(study: RunStudy, worked: Worked, asJson: boolean): ExitCode {
  if (worked.state !== 'finished') return tellUnfinished(worked, study.folder, study.goOn);
  if (worked.wasFinished) say(`${study.folder} is finished already; it is left as it is.`);
  if (asJson) printResultsJson(study, worked.results);
  else print(summaryText(study, worked.results, institutionalNote(study, worked.results)));
  if (worked.results.summary.failed > 0) return exitCodes.failedRuns;
  return worked.results.checks.some((check) => check.status === 'fail')
    ? exitCodes.checkFailed
    : exitCodes.ok;
}
