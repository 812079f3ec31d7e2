import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { columnOf } from '../../src/engine/recorder.ts';
import { type ColumnsJob, type ColumnsOutcome, playColumns } from '../../src/study/columns-run.ts';
import { createPairing, type PlayedPairs } from '../../src/study/pair-columns.ts';
import { runReplicate } from '../../src/study/run.ts';
import { playBesideScreen } from '../../src/study/screen-player.ts';
import { experimentOn, smallWorld } from '../fixtures/small-world.ts';

const columns = ['income_total_usd', 'pact_cohesion_idx', 'imports_usd'];
const baseline = experimentOn(smallWorld());
const scenario = changed('patron.transfer', (value) => value / 2);
const studySeed = 5;
const wanted = 6;

function changed(name: string, by: (value: number) => number) {
  const { names, months, values } = baseline.timeline;
  const row = names.indexOf(name);
  const moved = values.map((value, cell) => (Math.floor(cell / months) === row ? by(value) : value));
  return { ...baseline, timeline: { ...baseline.timeline, values: moved } };
}

const neverAborted = new AbortController().signal;
const inThisThread = { lanes: 1, play: async (job: ColumnsJob) => playColumns(job) };

async function lastOf(
  play: Pick<Parameters<typeof createPairing>[0], 'lanes' | 'play'>,
): Promise<PlayedPairs> {
  const told: PlayedPairs[] = [];
  const pairing = createPairing({ baseline, studySeed, wanted, columns, ...play });
  await pairing(scenario, (pairs) => told.push(pairs), neverAborted);
  return told.at(-1)!;
}

const players = [playBesideScreen(1), playBesideScreen(3)];
afterAll(() => {
  for (const player of players) player.close();
});

describe('pairs of runs', () => {
  it('are replicate 1 and on of both sides, column after column', async () => {
    const pairs = await lastOf(inThisThread);
    expect(pairs.baseline).toHaveLength(wanted);
    const { months } = baseline.timeline;
    for (const [side, experiment] of [
      [pairs.baseline, baseline],
      [pairs.scenario, scenario],
    ] as const) {
      const byMonth = runReplicate(experiment, studySeed, 3).tables[0];
      expect(side[2].subarray(0, months)).toEqual(columnOf(byMonth, 'income_total_usd'));
      expect(side[2].subarray(2 * months)).toEqual(columnOf(byMonth, 'imports_usd'));
    }
    expect(pairs.scenario).not.toEqual(pairs.baseline);
  });

  it('are the same bytes from this thread, one other and three', async () => {
    const here = await lastOf(inThisThread);
    for (const player of players)
      expect(await lastOf({ lanes: player.lanes, play: player.playColumns })).toEqual(here);
  });

  it('differ by exactly nothing where both sides are the same', async () => {
    const pairing = createPairing({ baseline, studySeed, wanted: 2, columns, ...inThisThread });
    await pairing({ ...baseline }, ({ baseline: a, scenario: b }) => expect(b).toEqual(a), neverAborted);
  });
});

/** A player whose runs end when the test says so; a run's one number is its replicate. */
function playByHand(fails: (replicate: number) => boolean = () => false) {
  const jobs: ColumnsJob[] = [];
  const ends: (() => void)[] = [];
  const play = (job: ColumnsJob) => {
    jobs.push(job);
    return new Promise<ColumnsOutcome>((resolve) => ends.push(() => resolve(outcomeOf(job, fails))));
  };
  const endNext = async (at = 0): Promise<void> => {
    ends.splice(at, 1)[0]?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { jobs, ends, play, endNext };
}

function outcomeOf(
  { replicate, experiment }: ColumnsJob,
  fails: (replicate: number) => boolean,
): ColumnsOutcome {
  if (!fails(replicate)) return { status: 'ok', values: Float64Array.of(replicate) };
  const { scenarioId } = experiment;
  return {
    status: 'failed',
    scenarioId,
    seed: 1,
    replicate,
    stage: 'model',
    code: 'E_MODEL',
    message: 'it broke',
  };
}

describe('playing pairs', () => {
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const common = { baseline, studySeed, columns: ['x'] };

  it('plays the baseline once for all scenarios that are compared with it, and a scenario once however often it is asked for', async () => {
    const jobs: ColumnsJob[] = [];
    const play = async (job: ColumnsJob) => {
      jobs.push(job);
      return outcomeOf(job, () => false);
    };
    const pairing = createPairing({ ...common, wanted: 4, lanes: 2, play });
    await pairing(scenario, () => {}, neverAborted);
    await pairing(
      changed('patron.transfer', () => 0),
      () => {},
      neverAborted,
    );
    expect(jobs.filter(({ experiment }) => experiment === baseline)).toHaveLength(4);
    expect(jobs).toHaveLength(12);
    await pairing(scenario, () => {}, neverAborted);
    expect(jobs).toHaveLength(12);
  });

  it('tells whole pairs in the order of replicates, in whatever order runs end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(20), { minLength: 20, maxLength: 20 }), async (order) => {
        const { ends, play, endNext } = playByHand();
        const told: number[][] = [];
        const pairing = createPairing({ ...common, wanted: 5, lanes: 3, play });
        const done = pairing(
          scenario,
          (pairs) => told.push(pairs.scenario.map(([value]) => value)),
          neverAborted,
        );
        await settle();
        for (let step = 0; ends.length > 0; step++) await endNext(order[step % order.length] % ends.length);
        await done;
        expect(told.at(-1)).toEqual([1, 2, 3, 4, 5]);
        for (const [at, pairs] of told.entries()) {
          expect(pairs).toEqual([1, 2, 3, 4, 5].slice(0, pairs.length));
          expect(pairs.length).toBeGreaterThan(told[at - 1]?.length ?? 0);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('tells nothing and begins nothing once it is stopped', async () => {
    const { jobs, play, endNext } = playByHand();
    const stop = new AbortController();
    const told: PlayedPairs[] = [];
    const done = createPairing({ ...common, wanted: 5, lanes: 1, play })(
      scenario,
      (p) => told.push(p),
      stop.signal,
    );
    for (let run = 0; run < 3; run++) await settle().then(() => endNext());
    expect(told).toHaveLength(1);
    stop.abort();
    await endNext();
    await done;
    expect([told.length, jobs.length]).toEqual([1, 4]);
  });

  it('leaves a pair out of which a run failed, and gives up where all did', async () => {
    const told: PlayedPairs[] = [];
    const done = createPairing({
      ...common,
      wanted: 3,
      lanes: 1,
      play: async (job) => outcomeOf(job, (r) => r === 2),
    })(scenario, (pairs) => told.push(pairs), neverAborted);
    await done;
    expect(told.at(-1)?.scenario.map(([value]) => value)).toEqual([1, 3]);
    const none = createPairing({
      ...common,
      wanted: 3,
      lanes: 1,
      play: async (job) => outcomeOf(job, () => true),
    });
    await expect(none(scenario, () => {}, neverAborted)).rejects.toThrow(
      'No pair of runs could be played: it broke.',
    );
  });

  it('waits while something else is being played', async () => {
    const { jobs, play } = playByHand();
    let free = (): void => {};
    const whenFree = () =>
      new Promise<void>((resolve) => {
        free = resolve;
      });
    void createPairing({ ...common, wanted: 1, lanes: 1, play, whenFree })(scenario, () => {}, neverAborted);
    await settle();
    expect(jobs).toHaveLength(0);
    free();
    await settle();
    expect(jobs).toHaveLength(1);
  });
});
