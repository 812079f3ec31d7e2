import stringWidth from 'string-width';

/** Text without any character that could be wider or narrower than one cell, or be unsafe. */
export const oneCellEach =
  /^[\x20-\x7e\u00a0-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u259f\u25a0-\u25d6\u2800-\u28ff]*$/;

const graphemes = new Intl.Segmenter();

/** Cells that a terminal gives the text: two for a wide character, none for a combining mark. */
export function cellsOf(text: string): number {
  return oneCellEach.test(text) ? text.length : stringWidth(text);
}

/** The longest start of the text that takes at most `width` cells; no character is cut in two, so it may take one less. */
export function cutCells(text: string, width: number): string {
  if (width <= 0) return '';
  if (oneCellEach.test(text)) return text.slice(0, width);
  let cut = '';
  let left = width;
  for (const { segment } of graphemes.segment(text)) {
    left -= cellsOf(segment);
    if (left < 0) break;
    cut += segment;
  }
  return cut;
}
