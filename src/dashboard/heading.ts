import { nameMonth } from '../engine/calendar.ts';
import { fitLine, fitText, type Line, span, spread } from './paint/line.ts';
import { playWords } from './player.ts';
import type { Snapshot } from './snapshot.ts';
import type { Theme } from './theme.ts';

/** Stands on every screen: nobody may take a frame of it for an observation. */
export const disclaimer = 'model output, not data';

/** Scenario, month, seed and play state; the scenario's name gives way first, then the program's. */
export function headingLine(snapshot: Snapshot, columns: number, theme: Theme): Line {
  const { player } = snapshot.state;
  const state = snapshot.record === undefined ? 'PLAYING THE RUN' : playWords(player, theme.glyphs.play);
  const bar = ` ${theme.glyphs.post} `;
  const months = player.lastMonth - player.firstMonth + 1;
  const place = `${nameMonth(player.month)} (m ${player.month - player.firstMonth + 1}/${months})`;
  const fixed = `${bar}${place}${bar}seed ${snapshot.seed}`;
  const right = ` ${state} `;
  const room = columns - fixed.length - right.length;
  const program = room >= snapshot.scenarioId.length + 10 ? ` MAABAR${bar}` : ' ';
  const scenario = fitText(
    snapshot.scenarioId,
    Math.min(snapshot.scenarioId.length, room - program.length),
    theme.glyphs.ellipsis,
  );
  return spread(
    [span(program, 'dim'), span(scenario, 'strong'), span(fixed)],
    [span(right, 'mark')],
    columns,
  );
}

/** Cells that the title keeps before the words about work behind the screen get any. */
const titleCells = 26;

/** The scenario's title, what runs behind the screen, and the disclaimer, which never gives way. */
export function titleLine(snapshot: Snapshot, columns: number, theme: Theme): Line {
  const { ellipsis } = theme.glyphs;
  const room = columns - disclaimer.length - 3;
  const free = room - Math.min(titleCells, snapshot.title.length) - 2;
  const status =
    snapshot.status === '' || free < 8
      ? ''
      : fitText(snapshot.status, Math.min(free, snapshot.status.length), ellipsis);
  const title = fitText(snapshot.title, room - (status === '' ? 0 : status.length + 2), ellipsis);
  const right: Line = [span(status, 'dim'), span(status === '' ? '' : '  '), span(`${disclaimer} `, 'warn')];
  return spread([span(` ${title}`)], right, columns);
}

/** The one line shown where nothing else fits. */
export function tinyLine(columns: number, rows: number): Line {
  return fitLine([span(`needs 60x16, now ${columns}x${rows}`)], columns);
}
