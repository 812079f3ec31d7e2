import { type Worked, workStudy } from '../export/work-study.ts';
import type { RunRecord } from '../model/run-record.ts';
import { type Chunk, countRuns } from '../study/run-order.ts';
import { openFolder } from '../study/session.ts';
import type { RunOptions } from './commands/run.ts';
import { tellResults } from './commands/run.ts';
import type { ExitCode } from './exit-codes.ts';
import { collectFailedPlays } from './failed-plays.ts';
import { firstRuns } from './first-runs.ts';
import { watchInterrupts } from './interrupts.ts';
import { openLaboratory } from './laboratory.ts';
import { predictOf } from './predict-of.ts';
import { runOnScreen } from './run-on-screen.ts';
import { usualPairs } from './screen-pairs.ts';
import { say } from './streams.ts';
import type { RunStudy } from './study-of-run.ts';
import { followStudy, type StudyBehind } from './study-shown.ts';
import { terminalOf } from './terminal-options.ts';
import { toolFacts } from './tool-facts.ts';

/**
 * Shows the first replicate on the dashboard while threads work the whole study behind it. After q the summary is printed, once the work is
 * done; left in any other way, the work stops where it is and the same command goes on from there.
 */
export async function watchRun(study: RunStudy, options: RunOptions): Promise<ExitCode> {
  openFolder(study.folder, study.plan);
  const { exitCodeOf, mountDashboard } = await import('../dashboard/mount.ts');
  const records = awaitRecords(study);
  const background = startWork(study, options, records);
  const failed = collectFailedPlays();
  const leaving = await mountDashboard({
    ...runOnScreen(study, study.seed, {
      loaded: records.promises[study.experiments.length - 1],
      baseline: study.baseline && records.promises[0],
    }),
    laboratory: openLaboratory({
      ...study,
      replicate: options.replicate ?? 1,
      pairs: options.pairs ?? usualPairs,
      folder: '',
      command: study.words,
      onFailed: failed.note,
    }),
    ...predictOf(study, options.predict),
    ...(options.view && { view: options.view }),
    background: { status: background.status },
    study: background.study,
    ...terminalOf(options),
  });
  if (leaving.reason !== 'quit') background.controller.abort();
  else if (!background.isDone())
    say('Finishing the other runs and the tables; Ctrl-C stops, what is done is kept.');
  const interrupts = watchInterrupts(background.controller);
  const worked = await background.worked;
  interrupts.stop();
  if (leaving.reason === 'quit') return failed.tell(tellResults(study, worked, false));
  if (worked.state === 'interrupted') tellResults(study, worked, false);
  return failed.tell(exitCodeOf(leaving) as ExitCode);
}

interface Records {
  readonly promises: readonly Promise<RunRecord>[];
  readonly onChunk: (chunk: Chunk) => void;
  readonly fail: (error: Error) => void;
}

/** The first run of each scenario, as soon as the first chunk is kept, which holds them all. */
function awaitRecords(study: RunStudy): Records {
  const waiting = study.plan.scenarios.map(awaitRecord);
  return {
    promises: waiting.map(({ promise }) => promise),
    onChunk: (chunk) => {
      if (chunk.index > 0) return;
      firstRuns(study, chunk).forEach((run, scenario) => {
        const { resolve, reject } = waiting[scenario];
        if (run instanceof Error) reject(run);
        else resolve(run);
      });
    },
    fail: (error) => {
      for (const { reject } of waiting) reject(error);
    },
  };
}

interface AwaitedRecord {
  readonly promise: Promise<RunRecord>;
  readonly resolve: (record: RunRecord) => void;
  readonly reject: (error: Error) => void;
}

/** A record that comes later; nobody need be listening when it fails. */
function awaitRecord(): AwaitedRecord {
  let settle: Omit<AwaitedRecord, 'promise'> | undefined;
  const promise = new Promise<RunRecord>((resolve, reject) => {
    settle = { resolve, reject };
  });
  promise.catch(() => {});
  return { promise, ...settle! };
}

interface Background {
  readonly worked: Promise<Worked>;
  readonly status: () => string;
  readonly study: StudyBehind['shown'];
  readonly controller: AbortController;
  readonly isDone: () => boolean;
}

function startWork(study: RunStudy, options: RunOptions, records: Records): Background {
  const controller = new AbortController();
  const total = countRuns(study.plan);
  const behind = followStudy(study, options.workers);
  let words = `run 0/${total}`;
  let isDone = false;
  const worked = workStudy(study, {
    workers: options.workers,
    hasScreen: true,
    say: () => {},
    onProgress: (progress) => {
      const { done } = progress;
      behind.tell(progress);
      words = done < total ? `run ${done}/${total}` : 'writing tables';
    },
    onChunk: records.onChunk,
    signal: controller.signal,
    facts: toolFacts,
  });
  worked.then(
    (ended) => {
      behind.end(ended).catch(() => {});
      isDone = true;
      // The summary names the folder; from here on the screen is what --frame prints.
      words = '';
    },
    (error: Error) => records.fail(error),
  );
  return { worked, status: () => words, study: behind.shown, controller, isDone: () => isDone };
}
