import { disclaimer } from '../heading.ts';
import { fitText, type Line, span, spread } from '../paint/line.ts';
import type { Theme } from '../theme.ts';
import type { BatchPhase, BatchSnapshot } from './snapshot.ts';

const phases: Readonly<Record<BatchPhase, string>> = {
  running: 'RUNNING',
  held: 'HELD',
  finishing: 'FINISHING',
};

/** Study, its size, its seed and what it is doing; the size gives way first, then the name. */
export function batchHeading({ about, progress, phase }: BatchSnapshot, columns: number, theme: Theme): Line {
  const bar = ` ${theme.glyphs.post} `;
  const right = ` ${phases[phase]} `;
  const seed = `${bar}seed ${about.seed}`;
  const factors = [
    counted(progress.scenarios.length, 'scenario'),
    counted(about.points, 'point'),
    counted(about.replicates, 'replicate'),
  ];
  const sizes = [`${bar}${factors.join(' x ')}, ${about.months} months`, `${bar}${factors.join(' x ')}`, ''];
  const start = ` MAABAR${bar}BATCH `;
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

/** The folder that the study is kept in, and the disclaimer, which never gives way. */
export function folderLine({ about }: BatchSnapshot, columns: number, theme: Theme): Line {
  const room = Math.max(0, columns - disclaimer.length - 3);
  const folder = fitText(` to ${about.folder}`, room, theme.glyphs.ellipsis);
  return spread([span(folder)], [span(`${disclaimer} `, 'warn')], columns);
}

function counted(number: number, word: string): string {
  return `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`;
}
