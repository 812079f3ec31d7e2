import { fitLines, fitText, type Line, type Size, span } from '../paint/line.ts';
import type { Theme } from '../theme.ts';
import type { BatchPhase } from './snapshot.ts';
import { isWorkedHere } from './state.ts';

type Key = readonly [key: string, meaning: string];

const looking: readonly Key[] = [
  ['m M', 'the next outcome, the one before'],
  ['up down, j k', 'select a scenario'],
  ['f', 'the latest failures alone, and back'],
  ['Tab, z', 'next panel; the panel alone, and back'],
  ['e, y, %', 'export CSV, JSON, text, SVG; copy the panel; mouse on or off'],
  ['g, t', 'characters: braille, block, ascii; theme: dark, light, mono'],
];

const working: readonly Key[] = [
  ['space', 'hold the queue: no run begins; again, and it goes on'],
  ...looking,
  ['? Esc', 'this help; back'],
  ['q', 'asks, then finishes the runs at hand, and leaves'],
  ['Ctrl-C', 'the same without asking; again, and it stops at once'],
];

const watching: readonly Key[] = [
  ['Enter, 1', 'play the scenario: its first replicate at the first point, again'],
  ...looking,
  ['? Esc', 'this help; back to where you came from'],
  ['q, Ctrl-C', 'leave; nothing is worked here, so nothing stops'],
];

const reading: readonly string[] = [
  'mean: of the chosen outcome over the window that judges.',
  '95%: half the width of its interval; rel.: that over the mean.',
  'settled: rel. is at most 2%; near: at most 4%; - with fewer than 10 runs,',
  '  and while points of a grid or table are still to come.',
  'needed: runs to settle it, if the spread stays as it is.',
  'left: time to those runs; more: it takes more runs than are planned.',
  'The chart: line mean, dots interval, dashes where it would be settled.',
];

/** The keys, and how to read the screen. */
export function batchHelp(phase: BatchPhase, size: Size, theme: Theme): readonly Line[] {
  const keys = isWorkedHere(phase) ? working : watching;
  const rows = keys.map(
    ([key, meaning]): Line => [
      span(` ${fitText(key, 14)} `, 'strong'),
      span(fitText(meaning, Math.max(0, size.columns - 16), theme.glyphs.ellipsis)),
    ],
  );
  const prose = reading.map((text): Line => [span(` ${text}`)]);
  return fitLines([...rows, ...(rows.length + prose.length < size.rows ? [[]] : []), ...prose], size);
}
