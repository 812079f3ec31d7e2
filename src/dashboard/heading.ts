import { nameMonth } from '../engine/calendar.ts';
import { cellsOf } from './paint/cells.ts';
import { fitLine, fitText, type Line, span, spread, widthOf } from './paint/line.ts';
import { playWords } from './player.ts';
import { runName } from './run-name.ts';
import { areShocksPlayed } from './shock/shock-rows.ts';
import type { Snapshot } from './snapshot.ts';
import { tabBar } from './tabs.ts';
import type { Theme } from './theme.ts';

/** Stands on every screen: nobody may take a frame of it for an observation. */
export const disclaimer = 'model output, not data';

/** Lines above what a view shows: the heading and the tabs. */
export const headRows = 2;

/** Scenario, month, seed and play state; the scenario's name gives way first, then the program's. */
export function headingLine(snapshot: Snapshot, columns: number, theme: Theme): Line {
  const { player } = snapshot.state;
  const state = playedWords(snapshot) ?? playWords(player, theme.glyphs.play);
  const bar = ` ${theme.glyphs.post} `;
  const months = player.lastMonth - player.firstMonth + 1;
  const place = `${nameMonth(player.month)} (m ${player.month - player.firstMonth + 1}/${months})`;
  const fixed = `${bar}${place}${bar}seed ${snapshot.seed}`;
  const right = ` ${state} `;
  const room = columns - fixed.length - right.length;
  const name = runName(snapshot);
  const program = room >= name.length + 10 ? ` MAABAR${bar}` : ' ';
  const scenario = fitText(name, Math.min(name.length, room - program.length), theme.glyphs.ellipsis);
  return spread(
    [span(program, 'dim'), span(scenario, 'strong'), span(fixed)],
    [span(right, 'mark')],
    columns,
  );
}

/** Cells that the tabs may take on a screen so wide. */
export function tabRoom(columns: number): number {
  return columns - disclaimer.length - 2;
}

/** What the picture waits for; undefined where it shows all that was asked for. */
function playedWords(snapshot: Snapshot): string | undefined {
  if (snapshot.record === undefined) return 'PLAYING THE RUN';
  return areShocksPlayed(snapshot) ? undefined : 'PLAYING SHOCKS';
}

/** The tabs, then what runs behind the screen or else the scenario's title where there is room, and the disclaimer, which never gives way. */
export function tabLine({ state, status, title }: Snapshot, columns: number, theme: Theme): Line {
  const right = [span(`${disclaimer} `, 'warn')];
  const bar = tabBar(state.view, tabRoom(columns));
  const free = columns - widthOf(bar) - disclaimer.length - 5;
  const middle = status === '' ? wholeOrNone(title, free) : cutOrNone(status, free, theme);
  return spread([...bar, span(middle === '' ? '' : `  ${middle}`, 'dim')], right, columns);
}

/** Fewer cells than these tell nothing. */
const leastWords = 8;

function wholeOrNone(text: string, cells: number): string {
  return cellsOf(text) <= cells ? text : '';
}

function cutOrNone(text: string, cells: number, theme: Theme): string {
  return cells < leastWords ? '' : fitText(text, Math.min(cells, cellsOf(text)), theme.glyphs.ellipsis);
}

/** The one line shown where nothing else fits. */
export function tinyLine(columns: number, rows: number): Line {
  return fitLine([span(`needs 60x16, now ${columns}x${rows}`)], columns);
}
