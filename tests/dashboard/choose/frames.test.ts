import { describe, expect, it } from 'vitest';
import { choicesScreen } from '../../../src/dashboard/choose/screen.ts';
import type { ChooseSnapshot } from '../../../src/dashboard/choose/snapshot.ts';
import { chooseTheme, terminalLine } from '../../../src/dashboard/theme.ts';
import { madeUpList } from '../../fixtures/choices.ts';

/** Frames as files under tests/frames/: read them when they change, then accept them with `vitest -u`. */

function written(snapshot: ChooseSnapshot, columns: number, rows: number, isMono: boolean): string {
  const theme = chooseTheme(isMono ? { NO_COLOR: '1' } : {}, 'auto');
  const lines = choicesScreen(snapshot, { columns, rows }, theme).map((line) =>
    terminalLine(line, theme).replace(/ +$/, ''),
  );
  return `${lines.join('\n').replace(/\u001b\[([\d;]*)m/g, '‹$1›')}\n`;
}

const list = madeUpList();
const marked = { ...list, state: { ...list.state, marks: ['scenarios/calm.yaml', 'my-cut.yaml'] } };

describe.each([
  [60, 16],
  [80, 24],
  [120, 40],
  [200, 60],
])('the list of what can be watched at %dx%d', (columns, rows) => {
  it.each([
    ['first', madeUpList(true), true],
    ['marked', marked, true],
    ['marked', marked, false],
    ['help', { ...list, state: { ...list.state, overlay: 'help' } }, true],
  ] as const)('%s', async (name, snapshot, isMono) => {
    const file = `../../frames/choose-${name}-${columns}x${rows}-${isMono ? 'mono' : 'dark'}.txt`;
    await expect(written(snapshot, columns, rows, isMono)).toMatchFileSnapshot(file);
  });
});
