/** Sets of characters, from the finest to the one that any terminal shows. */
export const glyphNames = ['braille', 'block', 'ascii'] as const;
/** One of `glyphNames`. */
export type GlyphName = (typeof glyphNames)[number];

/** The characters that pictures are made of. */
export interface Glyphs {
  readonly name: GlyphName;
  /** Dots of a chart in one cell, across and down. */
  readonly dots: { readonly across: number; readonly down: number };
  /** One cell's character from its dots; bit `down * across + x`. */
  readonly cell: (bits: number) => string;
  /** Heights from lowest to full; the first is what a value above 0 shows at least. */
  readonly heights: readonly string[];
  readonly rule: string;
  readonly bar: string;
  readonly track: string;
  readonly here: string;
  readonly tick: string;
  readonly corner: string;
  readonly axis: string;
  readonly post: string;
  readonly guide: string;
  readonly mark: string;
  readonly play: string;
  readonly ellipsis: string;
  readonly arrows: string;
  readonly updown: string;
  readonly plusMinus: string;
  /** Top left, top right, bottom left, bottom right, side. */
  readonly box: readonly [string, string, string, string, string];
}

// Unicode numbers the braille dots down the left column, then down the right, and the bottom row last.
const brailleDots = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

function brailleCell(bits: number): string {
  let code = 0x2800;
  for (let dot = 0; dot < 8; dot++) if (bits & (1 << dot)) code |= brailleDots[dot];
  return code === 0x2800 ? ' ' : String.fromCharCode(code);
}

const drawn = {
  heights: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  rule: '─',
  bar: '━',
  track: '─',
  here: '●',
  tick: '┤',
  corner: '└',
  axis: '─',
  post: '│',
  guide: '┊',
  mark: '▲',
  play: '▶',
  ellipsis: '…',
  arrows: '←/→',
  updown: '↑/↓',
  plusMinus: '±',
  box: ['╭', '╮', '╰', '╯', '│'],
} as const;

const sets: Readonly<Record<GlyphName, Glyphs>> = {
  braille: { name: 'braille', dots: { across: 2, down: 4 }, cell: brailleCell, ...drawn },
  block: {
    name: 'block',
    dots: { across: 1, down: 2 },
    cell: (bits) => [' ', '▀', '▄', '█'][bits & 3],
    ...drawn,
  },
  ascii: {
    name: 'ascii',
    dots: { across: 1, down: 1 },
    cell: (bits) => (bits === 0 ? ' ' : '*'),
    heights: ['.', ':', '-', '=', '+', '*', '%', '#'],
    rule: '-',
    bar: '=',
    track: '-',
    here: 'O',
    tick: '+',
    corner: '+',
    axis: '-',
    post: '|',
    guide: ':',
    mark: '^',
    play: '>',
    ellipsis: '~',
    arrows: '</>',
    updown: 'up/dn',
    plusMinus: '+-',
    box: ['+', '+', '+', '+', '|'],
  },
};

/** The set of that name; `ascii` holds ASCII only, `block` nothing of U+2800-28FF. */
export function glyphsNamed(name: GlyphName): Glyphs {
  return sets[name];
}
