import { cellsOf, oneCellEach } from './cells.ts';

/** Controls (escape codes among them), joiners and other format characters, and what terminals count each in their own way: flags and skin tones. */
const unsafe =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Variation_Selector}\p{Regional_Indicator}\p{Emoji_Modifier}]/gu;

/** A text, such as a name from a file, without what could move a terminal's cursor; letters of any script and their accents stay. */
export function safeText(text: string): string {
  return oneCellEach.test(text) ? text : text.replace(unsafe, '').normalize('NFC');
}

const graphemes = new Intl.Segmenter();

/** The same for terminals that show ASCII only: accents are dropped, any other character becomes `?`, one for each cell it took. */
export function asciiText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return [...graphemes.segment(safeText(text))].map(({ segment }) => asciiGrapheme(segment)).join('');
}

function asciiGrapheme(segment: string): string {
  const bare = segment.normalize('NFKD').replace(/\p{M}/gu, '');
  const width = cellsOf(segment);
  return /^[\x20-\x7e]*$/.test(bare) && bare.length === width ? bare : '?'.repeat(width);
}
