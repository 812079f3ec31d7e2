import type { Theme } from '../theme.ts';
import { type Line, span } from './line.ts';

/** Rows of a big letter. */
export const bigRows = 5;
/** Cells of a big letter and the gap behind it. */
export const bigColumns = 6;

/** Letters of five by five cells, row by row: digits, and what the names of months are written with. */
const letters: Readonly<Record<string, string>> = {
  '0': '.###./#...#/#...#/#...#/.###.',
  '1': '..#../.##../..#../..#../.###.',
  '2': '####./....#/.###./#..../#####',
  '3': '####./....#/.###./....#/####.',
  '4': '#..#./#..#./#####/...#./...#.',
  '5': '#####/#..../####./....#/####.',
  '6': '.###./#..../####./#...#/.###.',
  '7': '#####/...#./..#../.#.../.#...',
  '8': '.###./#...#/.###./#...#/.###.',
  '9': '.###./#...#/.####/....#/.###.',
  A: '.###./#...#/#####/#...#/#...#',
  B: '####./#...#/####./#...#/####.',
  C: '.####/#..../#..../#..../.####',
  D: '####./#...#/#...#/#...#/####.',
  E: '#####/#..../####./#..../#####',
  F: '#####/#..../####./#..../#....',
  G: '.####/#..../#..##/#...#/.####',
  J: '..###/...#./...#./#..#./.##..',
  L: '#..../#..../#..../#..../#####',
  M: '#...#/##.##/#.#.#/#...#/#...#',
  N: '#...#/##..#/#.#.#/#..##/#...#',
  O: '.###./#...#/#...#/#...#/.###.',
  P: '####./#...#/####./#..../#....',
  R: '####./#...#/####./#..#./#...#',
  S: '.####/#..../.###./....#/####.',
  T: '#####/..#../..#../..#../..#..',
  U: '#...#/#...#/#...#/#...#/.###.',
  V: '#...#/#...#/#...#/.#.#./..#..',
  Y: '#...#/.#.#./..#../..#../..#..',
};

/** A text of digits and the letters of month names in big letters, five lines; other characters are gaps. */
export function bigText(text: string, theme: Theme): readonly Line[] {
  const full = theme.glyphs.heights.at(-1)!;
  const shapes = [...text.toUpperCase()].map((letter) => (letters[letter] ?? '////').split('/'));
  return Array.from({ length: bigRows }, (_, row) => {
    const cells = shapes.map((shape) => (shape[row] ?? '').padEnd(bigColumns, '.')).join('');
    return [span(cells.replaceAll('#', full).replaceAll('.', ' '), 'strong')];
  });
}
