import { fitLines, fitText, type Line, type Size, span, spread } from '../paint/line.ts';
import type { Theme } from '../theme.ts';
import type { BatchSnapshot } from './snapshot.ts';

/** The last line of every screen: as many hints as fit, and always help and quit. */
export function batchHints({ state, phase }: BatchSnapshot, columns: number, theme: Theme): Line {
  const { updown } = theme.glyphs;
  const wishes =
    state.overlay === 'none'
      ? [`space ${phase === 'held' ? 'go on' : 'hold'}`, `${updown} scenario`, 'm M outcome', 'f failures']
      : ['Esc back'];
  const right = ' ? help  q quit ';
  let left = ' ';
  for (const wish of wishes) if (left.length + wish.length + 2 + right.length <= columns) left += `${wish}  `;
  return spread([span(left, 'dim')], [span(right, 'strong')], columns);
}

/** What the screen has to say: its question, what it waits for, or else the widest interval so far. */
export function messageLine(snapshot: BatchSnapshot, columns: number, theme: Theme): Line {
  const { state, phase } = snapshot;
  const fits = (texts: readonly string[]): string =>
    ` ${texts.find((text) => text.length < columns) ?? texts.at(-1)}`;
  if (phase === 'finishing')
    return [
      span(
        fits([
          'Finishing the runs at hand; Ctrl-C stops at once. What is done is kept either way.',
          'Finishing the runs at hand; Ctrl-C stops at once.',
        ]),
        'warn',
      ),
    ];
  if (state.isAsking)
    return [
      span(
        fits([
          'Stop after the runs at hand? What is done is kept, the same command goes on. y stop, n go on',
          'Stop after the runs at hand? What is done is kept. y stop, n go on',
          'Stop? What is done is kept. y stop, n go on',
        ]),
        'warn',
      ),
    ];
  if (phase === 'held')
    return [
      span(fits(['Held: runs at hand end, no other begins until space.', 'Held; space goes on.']), 'warn'),
    ];
  return widestLine(snapshot, columns, theme);
}

function widestLine({ progress: { widest } }: BatchSnapshot, columns: number, theme: Theme): Line {
  if (widest === undefined) return [span(' No interval yet: it takes two runs of a scenario.', 'dim')];
  const { scenarioId, outcome, relativeHalfWidth } = widest;
  const percent = (relativeHalfWidth * 100).toFixed(relativeHalfWidth < 0.1 ? 1 : 0);
  const start = ' Widest interval so far: ';
  const reach = `${theme.glyphs.plusMinus}${percent}% of the mean`;
  const room = Math.max(0, columns - start.length - reach.length);
  const where = fitText(`, ${outcome} of ${scenarioId}`, room, theme.glyphs.ellipsis);
  return [span(start, 'dim'), span(reach, 'strong'), span(where)];
}

const keys: readonly (readonly [string, string])[] = [
  ['space', 'hold the queue: no run begins; again, and it goes on'],
  ['m M', 'the next outcome, the one before'],
  ['up down, j k', 'select a scenario'],
  ['f', 'the latest failures'],
  ['? Esc', 'this help; back'],
  ['q', 'asks, then finishes the runs at hand, and leaves'],
  ['Ctrl-C', 'the same without asking; again, and it stops at once'],
];

const reading: readonly string[] = [
  'mean: of the chosen outcome over the window that judges.',
  '95%: half the width of its interval; rel.: that over the mean.',
  'settled: rel. is at most 2%; near: at most 4%; - with fewer than 10 runs.',
  'needed: runs to settle it, if the spread stays as it is.',
  'Means, intervals and failures are of this sitting.',
];

/** The keys, and how to read the screen. */
export function batchHelp(size: Size, theme: Theme): readonly Line[] {
  const rows = keys.map(
    ([key, meaning]): Line => [
      span(` ${fitText(key, 14)} `, 'strong'),
      span(fitText(meaning, Math.max(0, size.columns - 16), theme.glyphs.ellipsis)),
    ],
  );
  const prose = reading.map((text): Line => [span(` ${text}`)]);
  return fitLines([...rows, ...(rows.length + prose.length < size.rows ? [[]] : []), ...prose], size);
}
