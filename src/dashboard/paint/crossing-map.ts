import type { MapPoint } from '../../figures/crossings-map.ts';
import { formatShare } from '../../figures/numbers.ts';
import type { HeldPost } from '../../figures/who-holds-what.ts';
import type { Theme } from '../theme.ts';
import { fitLine, fitLines, fitText, type Line, type Size, type Span, span, widthOf } from './line.ts';
import { placeLabels, type Spot } from './place-labels.ts';
import { shortNames } from './short-names.ts';
import { barOf } from './sparkline.ts';

/** From this width labels also say what passing costs. */
const withPrice = 90;

/** What a map shows: where things lie, what passes at the posts, and the index of the one under the cursor (-1 for none). */
export interface MapOfPosts {
  readonly points: readonly MapPoint[];
  readonly posts: readonly HeldPost[];
  readonly selected: number;
}

/**
 * Crossings and inland posts where they lie: short name, the holder's letter (`-` where officials hold all), a bar of the goods that pass (`x`
 * where closed). Towns (`o`) and neighbours (capitals) are for orientation and give way. What finds no room is counted in the last line.
 */
export function crossingMap(map: MapOfPosts, size: Size, theme: Theme): readonly Line[] {
  const { points } = map;
  const labels = labelsOf(map, size, theme);
  const spots = placeLabels(
    points.map(({ x, y }, index) => ({ x, y, width: widthOf(labels[index]) })),
    size,
  );
  const lost = points.filter(({ kind }, index) => kind === 'post' && spots[index] === undefined).length;
  const lines = Array.from({ length: Math.max(0, size.rows) }, (_, row) => lineOf(row, labels, spots));
  if (lost > 0 && lines.length > 0) lines[lines.length - 1] = [span(`${lost} more in the list`, 'dim')];
  return fitLines(lines, size);
}

/** The index of the post whose label covers a cell; undefined where none does. */
export function postOnMap(
  map: MapOfPosts,
  size: Size,
  theme: Theme,
  column: number,
  row: number,
): number | undefined {
  const widths = labelsOf(map, size, theme).map(widthOf);
  const spots = placeLabels(
    map.points.map(({ x, y }, at) => ({ x, y, width: widths[at] })),
    size,
  );
  const found = map.points.findIndex(({ kind }, at) => {
    const spot = spots[at];
    const isOnLabel = column >= (spot?.column ?? 0) && column < (spot?.column ?? 0) + widths[at];
    return kind === 'post' && spot?.row === row && isOnLabel;
  });
  return map.points[found]?.index;
}

function labelsOf({ points, posts, selected }: MapOfPosts, size: Size, theme: Theme): readonly Line[] {
  const width = nameWidth(size, points.length);
  const names = shortNames(
    posts.map(({ name }) => name),
    width,
  );
  return points.map(({ kind, index, name }): Line => {
    if (kind === 'neighbour') return [span(name.toUpperCase().slice(0, 20), 'dim')];
    if (kind === 'town') return [span(`o ${townName(name, width + 6)}`, 'dim')];
    return postLabel(posts[index], names[index].trim(), index === selected, size.columns >= withPrice, theme);
  });
}

/** Part of the map's cells that labels may take, so that they still stand near their places. */
const labelled = 0.36;
/** Cells of a label beside its name: mark, space, letter, bar, gap. */
const besideName = 5;

/** Cells of a name on a map with so many labels. */
function nameWidth({ columns, rows }: Size, labels: number): number {
  const fair = Math.floor((labelled * columns * rows) / Math.max(1, labels)) - besideName;
  return Math.max(4, Math.min(14, Math.floor(columns / 4), fair));
}

/** As many whole words as fit, without a small word at the end: `Baghdad and the centre` is `Baghdad`. */
function townName(name: string, width: number): string {
  const words = name.split(' ');
  let count = words.length;
  while (count > 1 && (words.slice(0, count).join(' ').length > width || /^\p{Ll}/u.test(words[count - 1])))
    count--;
  return words.slice(0, count).join(' ').slice(0, width);
}

function postLabel(post: HeldPost, name: string, isSelected: boolean, hasPrice: boolean, theme: Theme): Line {
  const letter: Span = span(
    post.holder?.letter ?? '-',
    post.holder === undefined ? 'dim' : `faction-${post.holder.hue}`,
  );
  return [
    span(isSelected ? '>' : ' ', 'mark'),
    span(`${name} `, isSelected ? 'selected' : 'plain'),
    letter,
    post.open === 0 ? span('x', 'warn') : span(barOf(post.flow, theme)),
    span(hasPrice && post.open > 0 ? ` ${fitText(formatShare(post.priceShare), 5)}`.trimEnd() : '', 'dim'),
  ];
}

function lineOf(row: number, labels: readonly Line[], spots: readonly (Spot | undefined)[]): Line {
  const here = spots
    .flatMap((spot, index) => (spot?.row === row ? [{ column: spot.column, label: labels[index] }] : []))
    .sort((a, b) => a.column - b.column);
  return here.reduce<Line>((line, { column, label }) => [...fitLine(line, column), ...label], []);
}
