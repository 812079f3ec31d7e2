/** What a terminal tells of its mouse: the button, and the cell under it, both from 0. */
export interface MouseReport {
  readonly what: 'click' | 'wheel-up' | 'wheel-down';
  readonly column: number;
  readonly row: number;
}

const buttons: Readonly<Record<number, MouseReport['what']>> = {
  0: 'click',
  64: 'wheel-up',
  65: 'wheel-down',
};
/** Bits of shift, alt and control. */
const modifiers = 4 | 8 | 16;

/** Reads what follows ESC [ in a report, `<0;10;5M`; undefined for releases, other buttons, and what is no report. */
export function readMouse(sequence: string): MouseReport | undefined {
  const found = /^<(\d+);(\d+);(\d+)M$/.exec(sequence);
  const what = buttons[Number(found?.[1]) & ~modifiers];
  if (found === null || what === undefined) return undefined;
  return { what, column: Number(found[2]) - 1, row: Number(found[3]) - 1 };
}
