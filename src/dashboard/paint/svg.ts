import { styleCodes, type Theme } from '../theme.ts';
import { cellsOf } from './cells.ts';
import type { Line, Size, Span } from './line.ts';
import { type Look, lookOf, paper } from './svg-look.ts';
import { type Piece, pieces } from './svg-pieces.ts';
import { type Strokes, strokesOf } from './svg-strokes.ts';

/** What a picture says to who does not see it. */
export interface PictureWords {
  readonly title: string;
  readonly description: string;
}

/** A cell in pixels; the font is smaller, so that rows stand apart. */
const cell = { width: 9, height: 19, font: 15, base: 14 };
const margin = 12;

/**
 * Painted lines as an SVG that needs nothing beside it: each run of text stands at the x of its cell and is fitted to the width of its cells,
 * and rules, blocks and braille are drawn, so that columns stay columns whatever font there is. Colours are the theme's; mono is black on white.
 */
export function svgOf(lines: readonly Line[], size: Size, theme: Theme, words: PictureWords): string {
  const { back, ink } = paper(theme);
  const [width, height] = [size.columns * cell.width + 2 * margin, size.rows * cell.height + 2 * margin];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escaped(words.title)}</title>`,
    `<desc id="description">${escaped(words.description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${back}"/>`,
    `<g transform="translate(${margin} ${margin})" fill="${ink}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="${cell.font}">`,
    ...lines.map((line, row) => lineSvg(line, row, theme, ink)).filter((text) => text !== ''),
    '</g>',
    '</svg>\n',
  ].join('\n');
}

function lineSvg(line: Line, row: number, theme: Theme, ink: string): string {
  let column = 0;
  let svg = '';
  for (const span of line) {
    svg += spanSvg(span, column, row, lookOf(styleCodes(span.style, theme), ink));
    column += cellsOf(span.text);
  }
  return svg;
}

function spanSvg({ text }: Span, column: number, row: number, look: Look): string {
  const back =
    look.back === undefined
      ? ''
      : `<rect x="${column * cell.width}" y="${row * cell.height}" width="${cellsOf(text) * cell.width}" height="${cell.height}" fill="${look.back}"/>`;
  // The inside of a bar carries a letter in the bar's own colour: for terminals without colour only.
  if (look.back === look.ink) return back;
  return (
    back +
    pieces(text, column)
      .map((piece) => pieceSvg(piece, row, look))
      .join('')
  );
}

function pieceSvg({ text, column, cells, isDrawn }: Piece, row: number, look: Look): string {
  if (isDrawn) return drawn(text, column, row, look);
  const [x, y] = [column * cell.width, row * cell.height + cell.base];
  const weight = look.isBold ? ' font-weight="bold"' : '';
  return `<text x="${x}" y="${y}" textLength="${cells * cell.width}" lengthAdjust="spacingAndGlyphs"${fillOf(look)}${weight}>${escaped(text)}</text>`;
}

function fillOf({ ink, isDim }: Look): string {
  return ` fill="${ink}"${isDim ? ' opacity="0.7"' : ''}`;
}

/** Line widths in pixels; `fill` has none. */
const strokes: Readonly<Record<Strokes['kind'], string>> = {
  fill: '',
  line: 'stroke-width="1.2"',
  thick: 'stroke-width="3"',
  dash: 'stroke-width="1.2" stroke-dasharray="2 3"',
  dot: 'stroke-width="2.6" stroke-linecap="round"',
};

function drawn(text: string, column: number, row: number, look: Look): string {
  const paths = new Map<Strokes['kind'], string>();
  [...text].forEach((character, at) => {
    const { path, kind } = strokesOf(character)!;
    paths.set(kind, (paths.get(kind) ?? '') + placed(path, column + at, row));
  });
  return [...paths]
    .map(([kind, path]) =>
      kind === 'fill'
        ? `<path d="${path}"${fillOf(look)}/>`
        : `<path d="${path}" fill="none" stroke="${look.ink}" ${strokes[kind]}${look.isDim ? ' opacity="0.7"' : ''}/>`,
    )
    .join('');
}

/** A path of a cell of 1 by 1, at its place on the screen. */
function placed(path: string, column: number, row: number): string {
  return path.replace(
    /([MLQ ]?)([\d.]+) ([\d.]+)/g,
    (_, command: string, x: string, y: string) =>
      `${command}${pixels((column + Number(x)) * cell.width)} ${pixels((row + Number(y)) * cell.height)}`,
  );
}

function pixels(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => names[character]);
}
