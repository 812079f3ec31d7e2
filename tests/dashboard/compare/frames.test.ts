import { describe, expect, it } from 'vitest';
import { frameSnapshot } from '../../../src/dashboard/frame.ts';
import { readKeys } from '../../../src/dashboard/keys.ts';
import type { Size } from '../../../src/dashboard/paint/line.ts';
import { screen } from '../../../src/dashboard/screen.ts';
import { takeKey } from '../../../src/dashboard/screen-state.ts';
import type { Snapshot } from '../../../src/dashboard/snapshot.ts';
import { chooseTheme, terminalLine } from '../../../src/dashboard/theme.ts';
import { focusOf } from '../../../src/dashboard/views.ts';
import { pseudoPairs, pseudoPalette } from '../../fixtures/pseudo-laboratory.ts';
import {
  pseudoBaseline,
  pseudoExperiment,
  pseudoParameters,
  pseudoRecord,
} from '../../fixtures/pseudo-run.ts';

/** Frames as files under tests/frames/: read them when they change, then accept them with `vitest -u`. */

const experiment = pseudoExperiment();
const start: Snapshot = {
  ...frameSnapshot({
    title: experiment.title,
    scenarioId: experiment.scenarioId,
    ...{ seed: 42, experiment, record: pseudoRecord(), parameters: pseudoParameters() },
    comparison: { scenarioId: 'pseudo-baseline', record: pseudoBaseline() },
    ...{ pairs: pseudoPairs(20), month: 100, size: { columns: 80, rows: 24 } },
  }),
  palette: pseudoPalette,
};

function after(text: string): Snapshot {
  let snapshot = start;
  for (const key of readKeys(text).keys) {
    const now = snapshot;
    snapshot = { ...now, state: takeKey(now.state, key, (state) => focusOf({ ...now, state })) };
  }
  return snapshot;
}

/** What goes to the terminal, with `‹1;38;5;45›` for an escape code. */
function written(snapshot: Snapshot, size: Size, environment: Record<string, string>): string {
  const theme = chooseTheme(environment, 'auto');
  const lines = screen(snapshot, size, theme).map((line) => terminalLine(line, theme).replace(/ +$/, ''));
  return `${lines.join('\n').replace(/\u001b\[([\d;]*)m/g, '‹$1›')}\n`;
}

const pictures: Readonly<Record<string, string>> = {
  'view-compare': '2',
  'view-class': 'p',
  'view-palette': '2s',
  'view-armed': '2s\rlllls\r\rs\rll',
};

describe.each([
  [80, 24],
  [120, 40],
  [200, 60],
])('comparing at %dx%d', (columns, rows) => {
  const size = { columns, rows };

  it.each(Object.keys(pictures))('%s', async (name) => {
    const file = `../../frames/${name}-${columns}x${rows}`;
    const snapshot = after(pictures[name]);
    await expect(written(snapshot, size, { NO_COLOR: '1' })).toMatchFileSnapshot(`${file}-mono.txt`);
    await expect(written(snapshot, size, {})).toMatchFileSnapshot(`${file}-dark.txt`);
  });
});
