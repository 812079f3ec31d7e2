import type { ShownStudy } from '../dashboard/batch/snapshot.ts';
import type { Place } from '../dashboard/place.ts';
import { findSubject } from '../figures/find-subject.ts';
import type { PairedRuns } from '../figures/paired-runs.ts';
import type { RunRecord } from '../model/run-record.ts';
import { didYouMean } from '../scenario/nearest.ts';
import { playTolls } from '../study/play-tolls.ts';
import { runReplicate } from '../study/run.ts';
import { playForFrame } from '../study/screen-player.ts';
import { openFolder } from '../study/session.ts';
import type { RunOptions } from './commands/run.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { isStudyFolder } from './find-run.ts';
import { frameInForm } from './frame-form.ts';
import { readSize } from './frame-size.ts';
import { readMonthOption } from './month-option.ts';
import { parametersShown } from './parameters-shown.ts';
import { pairForScreen, usualPairs } from './screen-pairs.ts';
import { print, say } from './streams.ts';
import type { RunStudy } from './study-of-run.ts';
import { UsageError } from './usage-error.ts';

/** Prints one frame of a view at a month, as the screen shows it while paused, or the numbers of one of its panels. Plays the scenario and what it is compared with once, and writes no file. */
export async function printFrame(study: RunStudy, options: RunOptions, monthText: string): Promise<ExitCode> {
  const { loaded, baseline, seed } = study;
  const { experiment } = loaded;
  const month = readMonthOption(monthText, experiment.timeline, 'frame');
  const size = readSize(options.size);
  const replicate = options.replicate ?? 1;
  const record = runReplicate(experiment, seed, replicate);
  const place = readPlace(options, record, study);
  const { frameSnapshot } = await import('../dashboard/frame.ts');
  const comparison = baseline && {
    scenarioId: baseline.experiment.scenarioId,
    changes: baseline.experiment.changes,
    record: runReplicate(baseline.experiment, seed, replicate),
  };
  const pairs = options.view === 'compare' ? await playPairs(study, options) : undefined;
  const behind = options.view === 'batch' ? await studyBehind(study) : undefined;
  const snapshot = frameSnapshot({
    title: study.title,
    scenarioId: experiment.scenarioId,
    ...{ seed, experiment, record, month, size, place },
    parameters: parametersShown(loaded),
    ...(comparison && { comparison }),
    ...(pairs && { pairs }),
    ...(place.post !== undefined && {
      tolls: playTolls({ experiment, studySeed: seed, replicate, month, post: place.post }),
    }),
    ...(behind && { study: behind }),
  });
  const { printedRun } = await import('../dashboard/printed.ts');
  print((await frameInForm(printedRun(snapshot, record), size, options)).replace(/\n$/, ''));
  return exitCodes.ok;
}

/** The study of the run's own folder, as far as it is; undefined where nobody has begun it. Throws ForeignFolder where another study stands there. */
async function studyBehind({ folder, plan }: RunStudy): Promise<ShownStudy | undefined> {
  if (!isStudyFolder(folder)) return undefined;
  openFolder(folder, plan);
  const { studyIn } = await import('./study-shown.ts');
  return studyIn(folder);
}

/** All pairs of the scenario and what it is compared with, or itself. */
async function playPairs(
  { loaded, baseline, seed }: RunStudy,
  options: RunOptions,
): Promise<PairedRuns | undefined> {
  const player = playForFrame(options.workers);
  const wanted = options.pairs ?? usualPairs;
  say(`Playing ${wanted} pairs of runs.`);
  const pairing = pairForScreen({
    baseline: (baseline ?? loaded).experiment,
    studySeed: seed,
    wanted,
    lanes: player.lanes,
    play: player.playColumns,
  });
  let played: PairedRuns | undefined;
  const keep = (pairs: PairedRuns): void => {
    played = pairs;
  };
  await pairing(loaded.experiment, keep, new AbortController().signal).finally(player.close);
  return played;
}

/** The view, and what `--on` names in it. */
function readPlace({ view, on }: RunOptions, record: RunRecord, { loaded }: RunStudy): Partial<Place> {
  if (on === undefined) return view === undefined ? {} : { view };
  if (view !== 'why' && view !== 'crossings')
    throw new UsageError('--on says what a view is asked of: add --view why or --view crossings.');
  const subject = findSubject(on, record, loaded.experiment);
  if (subject === undefined) throw unknownSubject(on, loaded.experiment);
  if (view === 'why') return { view, subject };
  if (subject.kind === 'post') return { view, post: subject.index };
  throw new UsageError(
    `--on "${on}" is no crossing and no inland post, and --view crossings shows those alone.`,
  );
}

function unknownSubject(on: string, { world, timeline }: RunStudy['experiments'][number]): UsageError {
  const ids = [...world.factions, ...world.crossings, ...world.posts].map(({ id }) => id);
  const hint = didYouMean(on, [...ids, ...timeline.names]);
  return new UsageError(
    `--on "${on}" is no faction, crossing, post, parameter or number of an event.${hint} Write an id as tables have it.`,
  );
}
