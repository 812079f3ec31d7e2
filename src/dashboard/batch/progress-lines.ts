import { clockWords, diskWords, rateWords } from '../../figures/work-words.ts';
import { fitLines, type Line, type Size, span, spread } from '../paint/line.ts';
import { progressBar } from '../paint/progress-bar.ts';
import { sparkline } from '../paint/sparkline.ts';
import type { Theme } from '../theme.ts';
import type { BatchSnapshot } from './snapshot.ts';

/** How far the study is: a bar with counts, times with the pace, and with a third row the disk. */
export function progressLines(snapshot: BatchSnapshot, size: Size, theme: Theme): readonly Line[] {
  const { columns, rows } = size;
  const written = `${diskWords(snapshot.progress.bytes)} written`;
  const expected = `${written} in this sitting; the folder will take about ${diskWords(snapshot.about.expectedBytes)}`;
  const lines = [
    barLine(snapshot, columns, theme),
    timeLine(snapshot, rows > 2 ? '' : written, columns, theme),
  ];
  return fitLines(rows > 2 ? [...lines, [span(expected)]] : lines, size);
}

function barLine({ progress }: BatchSnapshot, columns: number, theme: Theme): Line {
  const { done, total, failed } = progress;
  const share = total === 0 ? 1 : done / total;
  const counts = `  ${Math.floor(share * 100)}%  ${count(done)} of ${count(total)} runs, `;
  const failures = `${count(failed)} failed`;
  const hint = failed > 0 ? ' (f)' : '';
  const bar = progressBar(share, columns - counts.length - failures.length - hint.length, theme);
  return [...bar, span(counts), span(failures + hint, failed > 0 ? 'warn' : 'plain')];
}

/** The pace's history takes what room is left. */
function timeLine(snapshot: BatchSnapshot, disk: string, columns: number, theme: Theme): Line {
  const { ratePerSecond: rate, paces } = snapshot.progress;
  const times = `elapsed ${clockWords(snapshot.seconds)}   ${leftText(snapshot)}   `;
  const pace = rate === undefined ? '' : `${rateWords(rate)} runs/s `;
  const room = columns - times.length - pace.length - disk.length - 2;
  const history = room >= 6 ? sparkline(paces, Math.min(room, 32, Math.max(1, paces.length)), theme) : '';
  const left: Line = [span(times), span(pace, 'strong'), span(rate === undefined ? '' : history, 'dim')];
  const isRoomy = times.length + pace.length + disk.length <= columns;
  return spread(left, isRoomy ? [span(disk)] : [], columns);
}

/** The range was told when the latest chunk was kept; time has passed since. */
function leftText({ progress, seconds }: BatchSnapshot): string {
  const { secondsLeft } = progress;
  if (secondsLeft === undefined) return 'time left not known yet';
  const passed = Math.max(0, seconds - progress.seconds);
  const [from, to] = [clockWords(secondsLeft.lo - passed), clockWords(secondsLeft.hi - passed)];
  return from === to ? `left ${to}` : `left ${from} to ${to}`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
