import { formatMoney } from '../../figures/numbers.ts';
import type { HeldPost, HoldersFigure } from '../../figures/who-holds-what.ts';
import type { Theme } from '../theme.ts';
import { fitLine, fitLines, fitText, type Line, type Size, span } from './line.ts';
import { shortNames } from './short-names.ts';
import { barOf } from './sparkline.ts';

const narrowest = 7;
const widest = 30;
/** From this width a cell also says what the factions take. */
const withTake = 22;

/**
 * Crossings, then inland posts after a word that says so, as cells in reading order: short name, the holder's letter (`-` where officials
 * hold all), and a small bar of the goods that pass (`x` where closed). What finds no room is counted: `+4`. The selected post's name ends in `>`.
 */
export function holderGrid(figure: HoldersFigure, size: Size, theme: Theme, selected = -1): readonly Line[] {
  const width = cellWidth(figure, size);
  const across = Math.max(1, Math.floor(size.columns / width));
  const room = across * size.rows;
  const cells = cellsOf(figure, width, theme, selected);
  const shown =
    cells.length > room ? [...cells.slice(0, room - 1), more(cells.length - room + 1, width)] : cells;
  const rows = Array.from({ length: size.rows }, (_, row) =>
    shown.slice(row * across, (row + 1) * across).flat(),
  );
  return fitLines(rows, size);
}

/** Whether a cell of the grid says what factions take. */
export function showsTake(figure: HoldersFigure, size: Size): boolean {
  return cellWidth(figure, size) >= withTake;
}

/** Which post of the figure stands at a cell of the grid; undefined for what is none. */
export function postInGrid(
  figure: HoldersFigure,
  size: Size,
  column: number,
  row: number,
): number | undefined {
  const width = cellWidth(figure, size);
  const across = Math.max(1, Math.floor(size.columns / width));
  const place = row * across + Math.floor(column / width);
  const inland = figure.posts.findIndex((post) => post.isInland);
  const isMore = itemCount(figure) > across * size.rows && place === across * size.rows - 1;
  const isOutside = column < 0 || row < 0 || column >= across * width || row >= size.rows;
  if (isOutside || isMore || place === inland) return undefined;
  const index = inland >= 0 && place > inland ? place - 1 : place;
  return index < figure.posts.length ? index : undefined;
}

/** Rows the grid takes with cells of about `width`, at most `most`; none of them would stay empty, and there is always one. */
export function gridRows(figure: HoldersFigure, columns: number, width: number, most: number): number {
  const items = Math.max(1, itemCount(figure));
  const across = Math.max(1, Math.floor(columns / width));
  const rows = Math.max(1, Math.min(most, Math.ceil(items / across)));
  return Math.ceil(items / Math.ceil(items / rows));
}

function itemCount(figure: HoldersFigure): number {
  return figure.posts.length + (figure.posts.some((post) => post.isInland) ? 1 : 0);
}

function cellWidth(figure: HoldersFigure, size: Size): number {
  const across = Math.ceil(itemCount(figure) / Math.max(1, size.rows));
  return Math.min(widest, Math.max(narrowest, Math.floor(size.columns / Math.max(1, across))));
}

function cellsOf(figure: HoldersFigure, width: number, theme: Theme, selected: number): readonly Line[] {
  const nameWidth = width - (width >= withTake ? 11 : 4);
  const names = shortNames(
    figure.posts.map((post) => post.name),
    nameWidth,
  );
  const cells = figure.posts.map((post, index) =>
    cellOf(post, names[index], nameWidth, width, theme, index === selected),
  );
  const inland = figure.posts.findIndex((post) => post.isInland);
  if (inland < 0) return cells;
  return [...cells.slice(0, inland), [span(fitText('inland:', width), 'dim')], ...cells.slice(inland)];
}

function cellOf(
  post: HeldPost,
  name: string,
  nameWidth: number,
  width: number,
  theme: Theme,
  isSelected: boolean,
): Line {
  const letter = span(
    post.holder?.letter ?? '-',
    post.holder === undefined ? 'dim' : `faction-${post.holder.hue}`,
  );
  const bar = post.open === 0 ? span('x', 'warn') : span(barOf(post.flow, theme));
  const take = width >= withTake ? ` ${formatMoney(post.takeUsd).padStart(6)}` : '';
  const title = span(fitText(name, nameWidth), isSelected ? 'selected' : 'plain');
  return fitLine([title, span(isSelected ? '>' : ' ', 'mark'), letter, bar, span(take, 'dim')], width);
}

function more(count: number, width: number): Line {
  return [span(fitText(`+${count}`, width), 'dim')];
}
