import { clockWords, diskWords, rateWords } from '../../figures/work-words.ts';
import { fitLines, fitText, type Line, type Size, span, spread } from '../paint/line.ts';
import { progressBar } from '../paint/progress-bar.ts';
import { sparkline } from '../paint/sparkline.ts';
import type { Theme } from '../theme.ts';
import type { ShownStudy } from './snapshot.ts';

/** How far the study is: a bar with counts, times with the pace, and with a third row who works it, what is on the disk and where. */
export function progressLines(study: ShownStudy, size: Size, theme: Theme): readonly Line[] {
  const { columns, rows } = size;
  const lines = [
    barLine(study, columns, theme),
    timeLine(study, rows > 2 ? '' : `${diskWords(study.progress.bytes)} written`, columns, theme),
    diskLine(study, columns, theme),
  ];
  return fitLines(lines, size);
}

function barLine({ progress }: ShownStudy, columns: number, theme: Theme): Line {
  const { done, total, failed } = progress;
  const share = total === 0 ? 1 : done / total;
  const counts = `  ${Math.floor(share * 100)}%  ${count(done)} of ${count(total)} runs, `;
  const failures = `${count(failed)} failed`;
  const hint = failed > 0 ? ' (f)' : '';
  const bar = progressBar(share, columns - counts.length - failures.length - hint.length, theme);
  return [...bar, span(counts), span(failures + hint, failed > 0 ? 'warn' : 'plain')];
}

/** Fewer cells than these leave the pace's history no room beside all else that is told of it. */
const roomyColumns = 100;

/** The pace's history takes what room is left. */
function timeLine(study: ShownStudy, disk: string, columns: number, theme: Theme): Line {
  const { ratePerSecond: rate, paces } = study.progress;
  const times = timesText(study);
  const pace =
    rate === undefined
      ? ''
      : `${rateWords(rate)} runs/s${columns < roomyColumns ? '' : paceText(study, rate)} `;
  const room = columns - times.length - pace.length - disk.length - 2;
  const history = room >= 6 ? sparkline(paces, Math.min(room, 32, Math.max(1, paces.length)), theme) : '';
  const left: Line = [span(times), span(pace, 'strong'), span(rate === undefined ? '' : history, 'dim')];
  const isRoomy = times.length + pace.length + disk.length <= columns;
  return spread(left, isRoomy ? [span(disk)] : [], columns);
}

function paceText({ about, progress }: ShownStudy, rate: number): string {
  const peak = Math.max(rate, ...progress.paces);
  return `, ${count(Math.round(rate * about.months))} months/s, peak ${rateWords(peak)}`;
}

function timesText(study: ShownStudy): string {
  const { progress, phase, seconds } = study;
  const missing = `${count(progress.total - progress.done)} runs are still to be played`;
  if (phase === 'stopped') return `nobody works here; ${missing}   `;
  if (phase === 'finished') return 'every run is kept and the tables are written   ';
  if (phase === 'archived') return 'the tables are written; the runs behind them were removed   ';
  const left = progress.done === progress.total ? 'every run is kept' : leftText(study);
  return `elapsed ${clockWords(seconds)}   ${left}   `;
}

/** The range was told when the latest chunk was kept; time has passed since. */
function leftText({ progress, seconds }: ShownStudy): string {
  const { secondsLeft } = progress;
  if (secondsLeft === undefined) return 'time left not known yet';
  const passed = Math.max(0, seconds - progress.seconds);
  const [from, to] = [clockWords(secondsLeft.lo - passed), clockWords(secondsLeft.hi - passed)];
  return from === to ? `left ${from}` : `left ${from} to ${to}`;
}

/** Who works it gives way last, the folder first. */
function diskLine(study: ShownStudy, columns: number, theme: Theme): Line {
  const { about, progress } = study;
  const parts = [workText(study), sizeText(study), lookText(progress)].filter((text) => text !== '');
  const left = parts.join('   ');
  const room = columns - left.length - ' in '.length;
  const folder =
    room < 12
      ? ''
      : ` in ${fitText(about.folder, Math.min(room, about.folder.length), theme.glyphs.ellipsis)}`;
  return [span(left), span(folder, 'dim')];
}

function workText({ about, worker, residentBytes }: ShownStudy): string {
  if (worker !== '') return `worked by ${worker}`;
  if (about.workers === undefined) return '';
  const words = `${about.workers} worker${about.workers === 1 ? '' : 's'}`;
  return residentBytes === undefined ? words : `${words}, ${diskWords(residentBytes)} memory`;
}

function sizeText({ about, progress }: ShownStudy): string {
  const runs = `${diskWords(progress.bytes)} of runs`;
  return about.expectedBytes === undefined
    ? runs
    : `${runs}, about ${diskWords(about.expectedBytes)} with tables`;
}

function lookText({ look }: ShownStudy['progress']): string {
  return look === undefined
    ? ''
    : `look at ${count(look.replicates)} of at most ${count(look.most)} replicates`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
