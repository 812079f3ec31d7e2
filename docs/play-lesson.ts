import { openLaboratory } from '../src/cli/laboratory.ts';
import { loadRunPair, type RunPair } from '../src/cli/run-pair.ts';
import { usualPairs } from '../src/cli/screen-pairs.ts';
import { parseMonth } from '../src/engine/calendar.ts';
import type { Side, Sides } from '../src/figures/compared-sides.ts';
import type { PairedRuns } from '../src/figures/paired-runs.ts';
import { parameterBook } from '../src/figures/parameter-facts.ts';
import type { Experiment } from '../src/model/world-spec.ts';
import { type LoadedScenario, loadScenario } from '../src/scenario/load.ts';
import type { Shock } from '../src/scenario/shock.ts';
import { shockKinds, shockOf } from '../src/scenario/shock-palette.ts';
import { nullModel } from '../src/study/patterns/replacement-rows.ts';

/** What the Compare view of one session of the lesson is drawn from. */
export interface Session {
  readonly sides: Sides;
  readonly pairs: PairedRuns;
  readonly experiment: Experiment;
}

/**
 * The sessions of docs/tutorial-instructor.md: the pact that breaks, the gate that closes, the same at both ends of the range of one assumption, the
 * sanctions, and the same where need moves nobody.
 */
export interface Lesson {
  readonly pact: Session;
  readonly gate: Session;
  readonly gateAtLow: Session;
  readonly gateAtHigh: Session;
  readonly pressure: Session;
  readonly noNeed: Session;
}

/** The seed that every screen of the lesson shows, which is the program's own. */
export const lessonSeed = 1;

/** Plays every session as the screen does, replicate 1 and all pairs. Takes about a minute on two cores. */
export async function playLesson(): Promise<Lesson> {
  const pact = await pairOf('two-gates-pact-broken');
  const gate = await pairOf('two-gates');
  const closed = [closedGate(gate.loaded.experiment)];
  const { low, high } = assumptionRange(gate.loaded);
  return {
    pact: await playSession(pact, []),
    gate: await playSession(gate, closed),
    gateAtLow: await playSession(await gatesAt(low), closed),
    gateAtHigh: await playSession(await gatesAt(high), closed),
    pressure: await playSession(await pairOf('maximum-pressure'), []),
    noNeed: await playSession(await withoutNeed(), []),
  };
}

function pairOf(scenario: string): Promise<RunPair> {
  return loadRunPair(scenario, { seed: lessonSeed, set: [] });
}

/** The null model beside a baseline under the null model: the file `no-need.yaml` that the page has the instructor save. */
async function withoutNeed(): Promise<RunPair> {
  const overrideSet = { 'need.enabled': String(nullModel['need.enabled']) };
  const baseline = await loadScenario('baseline', { shippedDir: '.', overrideSet });
  return { ...(await pairOf('null-model')), baseline };
}

/** The assumption that the lesson tries at both ends of its range. */
export const triedAssumption = 'effort.speed_down';

/** The ends that the world file gives for it. */
export function assumptionRange(loaded: LoadedScenario): { readonly low: number; readonly high: number } {
  const { low, high } = parameterBook(loaded).find(({ name }) => name === triedAssumption)!;
  return { low: low!, high: high! };
}

/** The two gates with another value of it on both sides; at its high end the file `quick-exit.yaml` of the page. */
async function gatesAt(value: number): Promise<RunPair> {
  const set = { [triedAssumption]: String(value) };
  const loaded = await loadScenario('two-gates', { shippedDir: '.', overrideSet: set });
  return { loaded, baseline: undefined, set };
}

/** What the keys of the lesson arm: the first crossing of the list, closed as the palette proposes, from January 2016. */
function closedGate(experiment: Experiment): Shock {
  const kind = shockKinds(experiment).find(({ id }) => id === 'close-crossing')!;
  const [{ id, name }] = experiment.world.crossings;
  const at = parseMonth('2016-01')!;
  return shockOf(kind, kind.strengths[kind.usual], { at, months: kind.months, crossing: { id, name } });
}

async function playSession(pair: RunPair, shocks: readonly Shock[]): Promise<Session> {
  const onFailed = ({ message }: { readonly message: string }): never => {
    throw new Error(`a run of the lesson failed: ${message}`);
  };
  const words = { command: 'maabar watch', onFailed };
  const options = { seed: lessonSeed, replicate: 1, pairs: usualPairs, folder: '', ...words };
  const laboratory = openLaboratory({ ...pair, ...options });
  const compared = openLaboratory({ ...pair, loaded: pair.baseline ?? pair.loaded, ...options });
  try {
    const [a, b] = [await compared.play([]), await laboratory.play(shocks)];
    const sides: Sides = { a: sideOf(a), b: sideOf(b), sign: 1 };
    const pairs = await new Promise<PairedRuns>((resolve, reject) => {
      const whenAll = (pairs: PairedRuns): void => {
        if (pairs.scenario.length === pairs.wanted) resolve(pairs);
      };
      laboratory.pair(shocks, whenAll, reject);
    });
    return { sides, pairs, experiment: b.experiment };
  } finally {
    laboratory.close();
    compared.close();
  }
}

function sideOf({ experiment, record }: Pick<Session, 'experiment'> & Pick<Side, 'record'>): Side {
  return { name: experiment.scenarioId, record, changes: experiment.changes };
}
