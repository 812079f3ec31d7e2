import { describe, expect, it } from 'vitest';
import { frameSnapshot } from '../../src/dashboard/frame.ts';
import type { Size } from '../../src/dashboard/paint/line.ts';
import type { Place } from '../../src/dashboard/place.ts';
import { startPrediction } from '../../src/dashboard/predict/prediction.ts';
import { screen } from '../../src/dashboard/screen.ts';
import { press } from '../../src/dashboard/screen-state.ts';
import type { Snapshot } from '../../src/dashboard/snapshot.ts';
import { chooseTheme, terminalLine } from '../../src/dashboard/theme.ts';
import { focusOf } from '../../src/dashboard/views.ts';
import type { PairedRuns } from '../../src/figures/paired-runs.ts';
import { predictedColumns } from '../../src/figures/prediction-questions.ts';
import { madeUpBatch } from '../fixtures/batch-snapshot.ts';
import { madePairs } from '../fixtures/made-months.ts';
import { pseudoPalette } from '../fixtures/pseudo-laboratory.ts';
import { pseudoBaseline, pseudoExperiment, pseudoParameters, pseudoRecord } from '../fixtures/pseudo-run.ts';
import { pseudoTolls } from '../fixtures/pseudo-tolls.ts';

/** Frames as files under tests/frames/: read them when they change, then accept them with `vitest -u`. */

const experiment = pseudoExperiment();
const record = pseudoRecord();

const comparison = { scenarioId: 'pseudo-baseline', record: pseudoBaseline() };

function snapshotAt(month: number, size: Size): Snapshot {
  const { title, scenarioId } = experiment;
  const parameters = pseudoParameters();
  const tolls = pseudoTolls(month, 2);
  return frameSnapshot({ title, scenarioId, seed: 42, experiment, record, parameters, month, size, tolls });
}

/** What goes to the terminal, with `‹1;38;5;45›` for an escape code. */
function written(snapshot: Snapshot, size: Size, environment: Record<string, string>): string {
  const theme = chooseTheme(environment, 'auto');
  const lines = screen(snapshot, size, theme).map((line) => terminalLine(line, theme).replace(/ +$/, ''));
  return `${lines.join('\n').replace(/\u001b\[([\d;]*)m/g, '‹$1›')}\n`;
}

describe.each([
  [60, 16],
  [80, 24],
  [120, 40],
])('the Run view at %dx%d', (columns, rows) => {
  const size = { columns, rows };

  it.each([
    ['mono', { NO_COLOR: '1' }],
    ['dark', {}],
    ['light', { COLORFGBG: '0;15' }],
  ] as const)('in Apr 2022, %s', async (name, environment) => {
    await expect(written(snapshotAt(100, size), size, environment)).toMatchFileSnapshot(
      `../frames/run-${columns}x${rows}-${name}.txt`,
    );
  });

  it('beside the run it is compared with', async () => {
    await expect(
      written({ ...snapshotAt(100, size), comparison }, size, { NO_COLOR: '1' }),
    ).toMatchFileSnapshot(`../frames/compared-${columns}x${rows}-mono.txt`);
  });

  it.each(['help', 'log'] as const)('with the %s open', async (overlay) => {
    const snapshot = snapshotAt(156, size);
    const state = press(snapshot.state, overlay, (now) => focusOf({ ...snapshot, state: now }));
    await expect(written({ ...snapshot, state }, size, { NO_COLOR: '1' })).toMatchFileSnapshot(
      `../frames/${overlay}-${columns}x${rows}-mono.txt`,
    );
  });
});

const views: Readonly<Record<string, Partial<Place>>> = {
  run: {},
  'run-treasury': { panel: 4 },
  'run-pact': { panel: 5 },
  crossings: { view: 'crossings' },
  post: { view: 'crossings', post: 2 },
  'post-toll': { view: 'crossings', post: 2, panel: 4 },
  why: { view: 'why' },
  'why-event': { view: 'why', subject: { kind: 'event', seq: 6 } },
  params: { view: 'params' },
  batch: { view: 'batch' },
};

describe.each([
  [80, 24],
  [120, 40],
  [200, 60],
])('every view at %dx%d', (columns, rows) => {
  const size = { columns, rows };

  it.each(Object.keys(views))('%s', async (name) => {
    const base = { ...snapshotAt(100, size), comparison, study: madeUpBatch(14) };
    const snapshot = { ...base, state: { ...base.state, ...views[name] } };
    const file = `../frames/view-${name}-${columns}x${rows}`;
    await expect(written(snapshot, size, { NO_COLOR: '1' })).toMatchFileSnapshot(`${file}-mono.txt`);
    await expect(written(snapshot, size, {})).toMatchFileSnapshot(`${file}-dark.txt`);
  });
});

/** A number being typed over the value of the second parameter, after another was changed already. */
function whileEditing(size: Size): Snapshot {
  const base = snapshotAt(100, size);
  const { timeline } = experiment;
  const values = timeline.values.map((value, cell) => (cell < timeline.months ? 700 : value));
  const shock = {
    label: 'patron.transfer = 700',
    at: 1,
    until: undefined,
    set: { 'patron.transfer': '700' },
  };
  const parameter = { name: 'trade.imports', text: '1001' };
  const typing = { what: 'value', text: '90', list: 'parameters', parameter } as const;
  const state = { ...base.state, view: 'params', cursors: { parameters: 1 }, typing } as const;
  return {
    ...base,
    palette: pseudoPalette,
    original: experiment,
    experiment: { ...experiment, timeline: { ...timeline, values } },
    state: { ...state, thrown: { shocks: [shock], undone: [] } },
  };
}

it.each([
  [80, 24],
  [120, 40],
  [200, 60],
])('a parameter being edited at %dx%d', async (columns, rows) => {
  const size = { columns, rows };
  await expect(written(whileEditing(size), size, { NO_COLOR: '1' })).toMatchFileSnapshot(
    `../frames/params-editing-${columns}x${rows}-mono.txt`,
  );
});

/** Twelve pairs: income from customs falls or rises with the pair, fuel rises, duty falls by what is more, cohesion falls. */
function pairsForPrediction(): PairedRuns {
  const side = (pair: number, isScenario: boolean) => (month: number) => {
    const moved = isScenario && month >= 53 ? 1 : 0;
    return {
      income_customs_usd: 8e6 + moved * (pair - 4) * 4e5,
      income_fuel_usd: 3e6 + moved * (1e6 + pair * 1e5),
      income_patron_usd: 9e6 - moved * 5.4e6,
      income_total_usd: 4e7,
      treasury_customs_usd: 6e7 - moved * (15e6 + pair * 1e5),
      pact_cohesion_idx: 0.8 - moved * (0.2 + pair / 100),
    };
  };
  const pairs = Array.from({ length: 12 }, (_, pair) => [side(pair, false), side(pair, true)] as const);
  return madePairs(predictedColumns, 156, pairs, 20);
}

describe.each([
  [80, 24],
  [120, 40],
  [200, 60],
])('a prediction at %dx%d', (columns, rows) => {
  const size = { columns, rows };
  const asked = startPrediction({ window: { first: 53, last: 76 }, label: 'transfer cut by 60%' });
  const answers = { gains: 'income_customs_usd', pays: '', pact: 'weakens' };
  it.each([
    ['asking', 52, asked],
    ['asking-pact', 52, { ...asked, answers: { gains: 'nobody', pays: 'state' } }],
    ['judged', 76, { ...asked, answers }],
  ] as const)('%s', async (name, month, prediction) => {
    const base = {
      ...snapshotAt(month, size),
      comparison,
      palette: pseudoPalette,
      pairs: pairsForPrediction(),
    };
    const snapshot = { ...base, state: { ...base.state, prediction } };
    await expect(written(snapshot, size, { NO_COLOR: '1' })).toMatchFileSnapshot(
      `../frames/predict-${name}-${columns}x${rows}-mono.txt`,
    );
  });
});
