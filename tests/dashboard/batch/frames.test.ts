import { describe, expect, it } from 'vitest';
import { turnToFailures } from '../../../src/dashboard/batch/panel-order.ts';
import { batchScreen } from '../../../src/dashboard/batch/screen.ts';
import { shownStudy } from '../../../src/dashboard/batch/shown-study.ts';
import type { BatchSnapshot } from '../../../src/dashboard/batch/snapshot.ts';
import type { GlyphName } from '../../../src/dashboard/paint/glyphs.ts';
import { chooseTheme, terminalLine } from '../../../src/dashboard/theme.ts';
import type { StudyState } from '../../../src/study/study-look.ts';
import { madeUpBatch, madeUpLook } from '../../fixtures/batch-snapshot.ts';

/** Frames as files under tests/frames/: read them when they change, then accept them with `vitest -u`. */

function written(
  snapshot: BatchSnapshot,
  columns: number,
  rows: number,
  glyphs: GlyphName = 'braille',
): string {
  const theme = chooseTheme({ NO_COLOR: '1' }, 'auto', glyphs);
  const lines = batchScreen(snapshot, { columns, rows }, theme).map((line) =>
    terminalLine(line, theme).replace(/ +$/, ''),
  );
  return `${lines.join('\n').replace(/\u001b\[([\d;]*)m/g, '‹$1›')}\n`;
}

const running = madeUpBatch(14);
const state = { ...running.state, outcome: 1, selected: 2 };
/** The same as a folder that this process only watches. */
function watched(chunks: number, phase: StudyState): BatchSnapshot {
  const { about } = running;
  const plain = { ...about, workers: undefined, expectedBytes: undefined };
  return { ...running, ...shownStudy(plain, madeUpLook(chunks, phase)), state };
}

const views: readonly (readonly [string, BatchSnapshot])[] = [
  ['batch', running],
  ['batch-start', madeUpBatch(0)],
  ['batch-asking', { ...running, state: { ...state, isAsking: true } }],
  ['batch-failures', { ...running, state: turnToFailures(state) }],
  ['batch-watched', watched(14, 'worked')],
  ['batch-stopped', watched(14, 'stopped')],
  ['batch-finished', watched(25, 'finished')],
  ['batch-help', { ...running, phase: 'held', state: { ...state, overlay: 'help' } }],
];

describe.each([
  [80, 24],
  [120, 40],
  [200, 60],
])('the screen of a batch at %dx%d, without colour', (columns, rows) => {
  it.each(views)('%s', async (name, snapshot) => {
    await expect(written(snapshot, columns, rows)).toMatchFileSnapshot(
      `../../frames/${name}-${columns}x${rows}-mono.txt`,
    );
  });
});

it('the smallest screen of a batch, in ASCII', async () => {
  await expect(written({ ...running, state }, 60, 16, 'ascii')).toMatchFileSnapshot(
    '../../frames/batch-60x16-ascii.txt',
  );
});
