import { disclaimer } from '../heading.ts';
import { cellsOf } from '../paint/cells.ts';
import { fitText, type Line, span, spread, widthOf } from '../paint/line.ts';
import { tabBar } from '../tabs.ts';
import type { Theme } from '../theme.ts';
import type { BatchPhase, BatchSnapshot } from './snapshot.ts';

/** The last that fits is shown; the first always does. */
const phases: Readonly<Record<BatchPhase, readonly string[]>> = {
  running: ['RUNNING'],
  held: ['HELD'],
  finishing: ['FINISHING'],
  reading: ['READING'],
  worked: ['RUNNING', 'RUNNING in another process'],
  stopped: ['STOPPED', 'STOPPED: the same command continues'],
  finished: ['FINISHED'],
  archived: ['FINISHED'],
};

/** Study, its size, its seed and what it is doing; the size gives way first, then the name. */
export function batchHeading({ about, progress, phase }: BatchSnapshot, columns: number, theme: Theme): Line {
  const bar = ` ${theme.glyphs.post} `;
  const seed = `${bar}seed ${about.seed}`;
  const factors = [
    counted(progress.scenarios.length, 'scenario'),
    counted(about.points, 'point'),
    counted(about.replicates, 'replicate'),
  ];
  const sizes = [`${bar}${factors.join(' x ')}, ${about.months} months`, `${bar}${factors.join(' x ')}`, ''];
  const start = ` MAABAR${bar}BATCH `;
  const least = start.length + about.name.length + seed.length + 2;
  const word = phases[phase].findLast((text) => least + text.length <= columns) ?? phases[phase][0];
  const right = ` ${word} `;
  const room = columns - start.length - seed.length - right.length;
  const size = sizes.find((text) => text.length + Math.min(about.name.length, 24) <= room) ?? '';
  const nameRoom = Math.max(0, Math.min(about.name.length, room - size.length));
  const name = fitText(about.name, nameRoom, theme.glyphs.ellipsis);
  return spread(
    [span(` MAABAR${bar}`, 'dim'), span('BATCH ', 'strong'), span(name, 'strong'), span(size + seed)],
    [span(right, 'mark')],
    columns,
  );
}

/** The tabs, the folder that the study is kept in where there is room for all of it, and the disclaimer, which never gives way. */
export function batchTabLine({ about }: BatchSnapshot, columns: number): Line {
  const bar = tabBar('batch', columns - disclaimer.length - 2);
  const folder = `   ${about.folder}`;
  const free = columns - widthOf(bar) - disclaimer.length - 3;
  return spread(
    [...bar, span(cellsOf(folder) <= free ? folder : '')],
    [span(`${disclaimer} `, 'warn')],
    columns,
  );
}

function counted(number: number, word: string): string {
  return `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`;
}
