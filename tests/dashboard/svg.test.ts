import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../src/dashboard/paint/cells.ts';
import { glyphsNamed } from '../../src/dashboard/paint/glyphs.ts';
import { type Line, span } from '../../src/dashboard/paint/line.ts';
import { svgOf } from '../../src/dashboard/paint/svg.ts';
import { strokesOf } from '../../src/dashboard/paint/svg-strokes.ts';
import { screen } from '../../src/dashboard/screen.ts';
import { plainLine, plainTheme, type Theme } from '../../src/dashboard/theme.ts';
import { panelPlaces, snapshotAt } from '../fixtures/pseudo-places.ts';

const words = { title: 'A <title>', description: 'seed 42: model output, not data.' };
const [across, down] = [9, 19];

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The rows of a picture put together again from where its runs of text stand. */
function rowsOf(svg: string, rows: number): readonly string[] {
  const found: string[] = Array.from({ length: rows }, () => '');
  for (const [, x, y, length, text] of svg.matchAll(
    /<text x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"[^>]*>([^<]*)<\/text>/g,
  )) {
    const [column, row] = [Number(x) / across, (Number(y) - 14) / down];
    expect(Number(length)).toBe(cellsOf(unescaped(text)) * across);
    found[row] += ' '.repeat(column - cellsOf(found[row])) + unescaped(text);
  }
  return found;
}

describe('a screen as SVG', () => {
  it.each(Object.entries(panelPlaces))('has every letter in its cell: %s', (_, place) => {
    const size = { columns: 120, rows: 40 };
    for (const glyphs of ['ascii', 'braille'] as const) {
      const theme: Theme = { glyphs: glyphsNamed(glyphs), colour: 'mono' };
      const lines = screen(snapshotAt(100, place), size, theme);
      const wanted = lines.map((line) =>
        [...plainLine(line)]
          .map((letter) => (strokesOf(letter) === undefined ? letter : ' '))
          .join('')
          .trimEnd(),
      );
      expect(rowsOf(svgOf(lines, size, theme, words), size.rows)).toEqual(wanted);
    }
  });

  it('draws rules, blocks and braille instead of trusting a font', () => {
    const size = { columns: 8, rows: 1 };
    const svg = svgOf([[span('─│▄⣿⠁█')]], size, plainTheme(), words);
    expect(svg).not.toMatch(/[\u2500-\u259f\u2800-\u28ff]/);
    const points = svg.match(/stroke-linecap="round"/g);
    expect(points).toHaveLength(1);
    expect(/d="([^"]*)"[^>]*stroke-linecap="round"/.exec(svg)![1].match(/M/g)).toHaveLength(9);
  });

  it('has a stroke for every character that its glyphs are drawn with but arrows and marks', () => {
    for (const name of ['braille', 'block'] as const) {
      const { cell, heights, box, rule, bar, axis, post, guide, corner, tick } = glyphsNamed(name);
      const cells = Array.from({ length: name === 'block' ? 3 : 255 }, (_, bits) => cell(bits + 1));
      for (const character of [...cells, ...heights, ...box, rule, bar, axis, post, guide, corner, tick])
        expect(strokesOf(character), character).toBeDefined();
    }
  });

  it('keeps a wide character and an accent in their cells', () => {
    const line: Line = [span('漢字 été >')];
    expect(rowsOf(svgOf([line], { columns: 12, rows: 1 }, plainTheme(), words), 1)).toEqual(['漢字 été >']);
  });

  it('says its title and what it is, escapes what it is given, and asks for nothing from elsewhere', () => {
    const svg = svgOf([[span('a<b & "c"')]], { columns: 12, rows: 1 }, plainTheme(), words);
    expect(svg).toContain('<title id="title">A &lt;title&gt;</title>');
    expect(svg).toContain('<desc id="description">seed 42: model output, not data.</desc>');
    expect(rowsOf(svg, 1)).toEqual(['a<b & "c"']);
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|href|url\(/);
  });

  it('has the colours of the theme: the bar of a line in its hue, its letters within left out', () => {
    const theme: Theme = { glyphs: glyphsNamed('braille'), colour: 'dark' };
    const svg = svgOf([[span('CC', 'fill-0'), span('C', 'line-0')]], { columns: 3, rows: 1 }, theme, words);
    const hue = '#5f87ff';
    expect(svg).toContain(`<rect x="0" y="0" width="18" height="19" fill="${hue}"/>`);
    expect(svg.match(/<text /g)).toHaveLength(1);
    expect(svg).toContain(`fill="${hue}">C</text>`);
    expect(svg).toContain('fill="#1e1e1e"');
  });
});
