import type { Experiment } from '../model/world-spec.ts';
import type { ColumnsJob, ColumnsOutcome } from './columns-run.ts';
import type { FailedRun } from './outcome.ts';
import { RunFailed } from './run-failed.ts';

/** What all pairs of a screen have in common. */
export interface PairingOptions {
  /** Without what is thrown in; both sides of a pair have the same months. */
  readonly baseline: Experiment;
  readonly studySeed: number;
  /** Pairs to play: replicates 1 to `wanted` of the study seed. */
  readonly wanted: number;
  /** Columns of by_month that are kept. */
  readonly columns: readonly string[];
  /** Pairs that are played at a time. */
  readonly lanes: number;
  readonly play: (job: ColumnsJob) => Promise<ColumnsOutcome>;
  /** Asked before each run; while it is pending, none begins. */
  readonly whenFree?: () => Promise<unknown>;
}

/** Pairs played so far: for each, the columns one after another, month after month in each. */
export interface PlayedPairs {
  readonly baseline: readonly Float64Array[];
  readonly scenario: readonly Float64Array[];
}

/** Told of a run of a pair that failed, and of which side's experiment. */
export type OnFailed = (failed: FailedRun, experiment: Experiment) => void;

/** Plays pairs of the baseline and a scenario on the same draws, until all are played or the signal is aborted. */
export type Pairing = (
  scenario: Experiment,
  onPairs: (pairs: PlayedPairs) => void,
  signal: AbortSignal,
  onFailed?: OnFailed,
) => Promise<void>;

type Pair = readonly [baseline: ColumnsOutcome, scenario: ColumnsOutcome];

/**
 * A run that was played once is remembered for as long as its experiment is, whichever side it was on. All pairs that are played are told
 * whenever there are more, in the order of replicates whatever the threads; a pair of which a run failed is left out, and `onFailed` told. Rejects
 * with RunFailed where no pair could be played, with another error where a thread is lost; after an abort it tells nothing more.
 */
export function createPairing(options: PairingOptions): Pairing {
  const playOnce = rememberRuns(options);
  return async (scenario, onPairs, signal, onFailed) => {
    const pairs: (Pair | undefined)[] = Array.from({ length: options.wanted }, () => undefined);
    let next = 1;
    let told = 0;
    const lane = async (): Promise<void> => {
      while (next <= options.wanted && !signal.aborted) {
        const replicate = next++;
        const baseline = await playOnce(options.baseline, replicate);
        if (signal.aborted) return;
        const pair: Pair = [baseline, await playOnce(scenario, replicate)];
        pairs[replicate - 1] = pair;
        if (!signal.aborted) tellFailed(pair, [options.baseline, scenario], onFailed);
        const played = playedOf(pairs);
        if (signal.aborted || played.baseline.length === told) continue;
        told = played.baseline.length;
        onPairs(played);
      }
    };
    await Promise.all(Array.from({ length: options.lanes }, lane));
    if (told === 0 && !signal.aborted)
      throw new RunFailed(`No pair of runs could be played: ${faultIn(pairs)}.`);
  };
}

/** Plays a replicate of an experiment, or gives what came of it before. */
function rememberRuns({ studySeed, columns, play, whenFree }: PairingOptions) {
  const known = new WeakMap<Experiment, Map<number, Promise<ColumnsOutcome>>>();
  const playNow = async (experiment: Experiment, replicate: number): Promise<ColumnsOutcome> => {
    await whenFree?.();
    return play({ experiment, studySeed, replicate, columns });
  };
  return (experiment: Experiment, replicate: number): Promise<ColumnsOutcome> => {
    const runs = known.get(experiment) ?? new Map<number, Promise<ColumnsOutcome>>();
    const playing = runs.get(replicate) ?? playNow(experiment, replicate);
    known.set(experiment, runs.set(replicate, playing));
    playing.catch(() => runs.delete(replicate));
    return playing;
  };
}

function tellFailed(pair: Pair, sides: readonly Experiment[], onFailed: OnFailed | undefined): void {
  for (const [side, run] of pair.entries()) if (run.status === 'failed') onFailed?.(run, sides[side]);
}

/** Pairs from the first replicate on, up to the first that is still being played. */
function playedOf(pairs: readonly (Pair | undefined)[]): PlayedPairs {
  const open = pairs.indexOf(undefined);
  const done = (open < 0 ? pairs : pairs.slice(0, open)) as readonly Pair[];
  const whole = done.flatMap(([a, b]) =>
    a.status === 'ok' && b.status === 'ok' ? [[a.values, b.values]] : [],
  );
  return { baseline: whole.map(([values]) => values), scenario: whole.map(([, values]) => values) };
}

function faultIn(pairs: readonly (Pair | undefined)[]): string {
  const failed = pairs.flat().find((run) => run?.status === 'failed');
  return failed?.status === 'failed' ? failed.message : 'none was asked for';
}
