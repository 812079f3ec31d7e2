import { exportWords } from '../export-choice.ts';
import { fitText, type Line, span, spread } from '../paint/line.ts';
import type { Theme } from '../theme.ts';
import type { BatchPhase, BatchSnapshot } from './snapshot.ts';
import { type BatchState, isWorkedHere } from './state.ts';

/** The last line of every screen: as many hints as fit, and always help and quit. */
export function batchHints({ state, phase }: BatchSnapshot, columns: number, theme: Theme): Line {
  const right = ' ? help  q quit ';
  if (state.isExporting) return spread([span(` ${exportWords}`, 'mark')], [span(right, 'dim')], columns);
  const wishes = state.overlay === 'none' ? wishesFor(phase, state, theme.glyphs.updown) : ['Esc back'];
  let left = ' ';
  for (const wish of wishes) if (left.length + wish.length + 2 + right.length <= columns) left += `${wish}  `;
  return spread([span(left, 'dim')], [span(right, 'strong')], columns);
}

function wishesFor(phase: BatchPhase, { isZoomed }: BatchState, updown: string): readonly string[] {
  const back = isZoomed ? ['Esc back'] : [];
  const looking = [`${updown} scenario`, 'm M outcome', 'f failures'];
  const taking = ['Tab panel', 'z zoom', 'e export', 'y copy'];
  if (!isWorkedHere(phase))
    return [...back, 'Enter play it', ...looking, ...(isZoomed ? [] : ['Esc back']), ...taking];
  return [...back, `space ${phase === 'held' ? 'go on' : 'hold'}`, ...looking, ...taking];
}

/** What the screen has to say: its question, what it waits for, or else that leaving costs nothing. */
export function messageLine(snapshot: BatchSnapshot, columns: number, theme: Theme): Line {
  const { notice, state, phase } = snapshot;
  if (notice !== '') return [span(` ${fitText(notice, columns - 2, theme.glyphs.ellipsis)}`, 'warn')];
  if (state.isAsking) return [span(longest(question, columns), 'warn')];
  if (phase === 'finishing' || phase === 'held') return [span(longest(waits[phase], columns), 'warn')];
  return [span(longest(calmWords(snapshot), columns))];
}

/** From the longest to the shortest. */
const question = [
  'Stop after the runs at hand? What is done is kept, the same command goes on. y stop, n go on',
  'Stop after the runs at hand? What is done is kept. y stop, n go on',
  'Stop? What is done is kept. y stop, n go on',
];

const waits: Readonly<Record<'finishing' | 'held', readonly string[]>> = {
  finishing: [
    'Finishing the runs at hand; Ctrl-C stops at once. What is done is kept either way.',
    'Finishing the runs at hand; Ctrl-C stops at once.',
  ],
  held: ['Held: runs at hand end, no other begins until space.', 'Held; space goes on.'],
};

function calmWords({ about, progress, phase }: BatchSnapshot): readonly string[] {
  const isWorking = phase === 'worked' || phase === 'running';
  if (isWorking && progress.done === progress.total)
    return ['Every run at hand is kept; their tables are being written.', 'The tables are being written.'];
  if (phase === 'worked') return ['Watching only: leaving stops nothing.'];
  if (phase === 'stopped')
    return [
      `Continue with: ${about.goOn}`,
      'Stopped: finished runs are kept; the same command continues.',
      'Stopped: the same command continues.',
    ];
  if (phase === 'reading') return ['Reading the runs that are kept.'];
  if (phase === 'finished' || phase === 'archived')
    return [`Finished: tables and README.md are in ${about.folder}`];
  return [
    'Quit is safe: finished runs are on disk; the same command continues.',
    'Quit is safe: the same command continues.',
  ];
}

function longest(texts: readonly string[], columns: number): string {
  return ` ${texts.find((text) => text.length < columns) ?? texts.at(-1)}`;
}
