import { afterAll, describe, expect, it } from 'vitest';
import { openLaboratory } from '../../src/cli/laboratory.ts';
import type { Laboratory } from '../../src/dashboard/laboratory.ts';
import { createLiveScreen, type LiveScreen } from '../../src/dashboard/live-screen.ts';
import { startRehearsing } from '../../src/dashboard/rehearse.ts';
import { screen } from '../../src/dashboard/screen.ts';
import { startState } from '../../src/dashboard/screen-state.ts';
import { fire } from '../../src/dashboard/shock-list.ts';
import type { Snapshot } from '../../src/dashboard/snapshot.ts';
import { tabs } from '../../src/dashboard/tabs.ts';
import { plainLine, plainTheme } from '../../src/dashboard/theme.ts';
import type { PairedRuns } from '../../src/figures/paired-runs.ts';
import { parameterBook } from '../../src/figures/parameter-facts.ts';
import { type LoadedScenario, loadScenario } from '../../src/scenario/load.ts';
import type { Shock } from '../../src/scenario/shock.ts';
import { shockKinds, shockOf } from '../../src/scenario/shock-palette.ts';
import { runReplicate } from '../../src/study/run.ts';

const seed = 11;
const pairs = 4;
const loaded = await loadScenario('two-gates', { overrideMonths: 36 });
const sameAgain = await loadScenario('two-gates', { overrideMonths: 36 });
const shock = closeFirst(loaded);

const opened: Laboratory[] = [];
afterAll(() => {
  for (const laboratory of opened) laboratory.close();
});

/** The laboratory that `run` opens, on threads. */
function open(baseline: LoadedScenario | undefined): Laboratory {
  const laboratory = openLaboratory({
    loaded,
    baseline,
    set: {},
    seed,
    replicate: 1,
    pairs,
    folder: '',
    command: '',
    onFailed: () => {},
  });
  opened.push(laboratory);
  return laboratory;
}

function closeFirst({ experiment }: LoadedScenario): Shock {
  const kind = shockKinds(experiment).find(({ id }) => id === 'close-crossing')!;
  const [crossing] = experiment.world.crossings;
  return shockOf(kind, kind.strengths[kind.usual], { at: 12, months: 3, crossing });
}

function allPairs(laboratory: Laboratory, shocks: readonly Shock[]): Promise<PairedRuns> {
  return new Promise((resolve, reject) =>
    laboratory.pair(shocks, (played) => played.baseline.length === played.wanted && resolve(played), reject),
  );
}

/** Differences of all columns in all months of all pairs. */
function differences({ baseline, scenario }: PairedRuns): readonly number[] {
  return scenario.flatMap((values, pair) => [...values].map((value, cell) => value - baseline[pair][cell]));
}

describe('check 13: nothing thrown in is no difference', () => {
  it('in any month of any pair', async () => {
    const played = await allPairs(open(sameAgain), []);
    const found = differences(played);
    expect(found).toHaveLength(pairs * played.columns.length * 36);
    expect(found.every((difference) => difference === 0)).toBe(true);
  });

  it('while a shock makes one, from its first month on and in no month before', async () => {
    const played = await allPairs(open(sameAgain), [shock]);
    const moved = differences(played).flatMap((difference, cell) => (difference === 0 ? [] : [cell % 36]));
    expect(Math.min(...moved)).toBe(shock.at - loaded.experiment.timeline.firstMonth);
  });
});

describe('check 13: what is undone', () => {
  it('leaves every view as it was, to the byte', async () => {
    const screened = await openScreen();
    const before = screened.frames();
    screened.fire(shock);
    await screened.untilPlayed();
    const during = screened.frames();
    for (const [at, { view }] of tabs.entries())
      if (view === 'run' || view === 'crossings') expect(during[at]).not.toBe(before[at]);
    screened.press('undo');
    await screened.untilPlayed();
    expect(screened.frames()).toEqual(before);
    screened.press('redo');
    await screened.untilPlayed();
    expect(screened.frames()).toEqual(during);
    screened.close();
  });
});

/** The live screen with shocks followed as `run` does it, paused at the last month, every pair played. */
async function openScreen() {
  const laboratory = open(undefined);
  const size = () => ({ columns: 120, rows: 40 });
  const live = createLiveScreen(startSnapshot(), {
    size,
    theme: plainTheme(),
    show: () => {},
    onFault: (error) => Promise.reject(error),
  });
  let isPlayed = true;
  const rehearsing = startRehearsing(laboratory, {
    onPlaying: () => {
      isPlayed = false;
    },
    onRehearsed: (rehearsed) => {
      if (!('shown' in rehearsed)) throw new Error(rehearsed.refused);
      live.update(rehearsed.shown);
      isPlayed = true;
    },
    onPairs: (played) => live.update({ pairs: played }),
    onFault: (error) => Promise.reject(error),
  });
  const untilPlayed = () =>
    expect
      .poll(() => isPlayed && live.now().pairs?.baseline.length === pairs, { timeout: 20_000 })
      .toBe(true);
  const follow = () => rehearsing.follow(live.now());
  follow();
  await untilPlayed();
  return {
    untilPlayed,
    frames: () => framesOf(live, size()),
    fire(thrown: Shock) {
      const { state } = live.now();
      live.update({ state: { ...state, thrown: fire(state.thrown, thrown) } });
      follow();
    },
    press(action: 'undo' | 'redo') {
      live.press([{ action, text: '' }]);
      follow();
    },
    close() {
      rehearsing.close();
      live.close();
    },
  };
}

function startSnapshot(): Snapshot {
  const { experiment, scenario } = loaded;
  const { firstMonth, months } = experiment.timeline;
  const state = startState(firstMonth, months, 'compare');
  const record = runReplicate(experiment, seed, 1);
  const player = { ...state.player, month: state.player.lastMonth, isPlaying: false };
  return {
    ...{ title: scenario.title, scenarioId: scenario.id, seed, experiment, record, status: '' },
    ...{
      comparison: undefined,
      pairs: undefined,
      parameters: parameterBook(loaded),
      palette: 'thrown in by this test',
    },
    state: { ...state, player },
  };
}

/** Every view as it would be drawn now. */
function framesOf(
  live: LiveScreen,
  size: { readonly columns: number; readonly rows: number },
): readonly string[] {
  const snapshot = live.now();
  return tabs.map(({ view }) => {
    const lines = screen({ ...snapshot, state: { ...snapshot.state, view } }, size, plainTheme());
    return lines.map(plainLine).join('\n');
  });
}
