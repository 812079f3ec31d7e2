/** What a character that terminals draw rather than write looks like in a cell of 1 by 1, origin top left. */
export interface Strokes {
  /** SVG path commands. */
  readonly path: string;
  /** Whether the path is filled, or drawn with a line. */
  readonly kind: 'fill' | 'line' | 'thick' | 'dot' | 'dash';
}

/** Paths of rules and corners; M, L and Q with absolute coordinates. */
const lines: Readonly<Record<string, Strokes>> = {
  '─': { path: 'M0 .5L1 .5', kind: 'line' },
  '━': { path: 'M0 .5L1 .5', kind: 'thick' },
  '│': { path: 'M.5 0L.5 1', kind: 'line' },
  '┊': { path: 'M.5 0L.5 1', kind: 'dash' },
  '┤': { path: 'M.5 0L.5 1M0 .5L.5 .5', kind: 'line' },
  '└': { path: 'M.5 0L.5 .5L1 .5', kind: 'line' },
  '╭': { path: 'M.5 1L.5 .75Q.5 .5 1 .5', kind: 'line' },
  '╮': { path: 'M.5 1L.5 .75Q.5 .5 0 .5', kind: 'line' },
  '╰': { path: 'M.5 0L.5 .25Q.5 .5 1 .5', kind: 'line' },
  '╯': { path: 'M.5 0L.5 .25Q.5 .5 0 .5', kind: 'line' },
};

const brailleRows = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;

/** How to draw a rule, a block or braille; undefined for what is written. Fonts differ in these, and often have them not at all. */
export function strokesOf(character: string): Strokes | undefined {
  const code = character.charCodeAt(0);
  if (code >= 0x2801 && code <= 0x28ff) return { path: braillePath(code - 0x2800), kind: 'dot' };
  if (code === 0x2580) return { path: 'M0 0L1 0L1 .5L0 .5Z', kind: 'fill' };
  if (code >= 0x2581 && code <= 0x2588) {
    // A little less than the whole cell, so that a bar does not run into the one above it.
    const top = 1 - ((code - 0x2580) / 8) * 0.92;
    return { path: `M0 ${top}L1 ${top}L1 1L0 1Z`, kind: 'fill' };
  }
  return lines[character];
}

/** One point for each dot. */
function braillePath(bits: number): string {
  return brailleRows
    .flatMap((row, y) =>
      row.map((bit, x) => ((bits & bit) === 0 ? '' : pointAt(0.25 + x / 2, (y + 0.5) / 4))),
    )
    .join('');
}

function pointAt(x: number, y: number): string {
  return `M${x} ${y}L${x} ${y}`;
}
