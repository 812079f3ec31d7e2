import alea from 'seedrandom/lib/alea.js';

/** A source of chance. The same key gives the same numbers on every machine. */
export interface Stream {
  /** Next number, uniform on [0, 1): a multiple of 2^-53. */
  next(): number;
}

/**
 * Opens the stream of one purpose in one month of one run, and of one agent where agents draw alone. Numbers drawn from
 * it move no other stream, so a policy that draws more in one place leaves chance elsewhere as it was.
 * It is seeded when it is first drawn from, for some 1 to 8 microseconds by the length of the key; a draw costs some 20 nanoseconds. Purposes and agents are
 * short names without `|`.
 * Generator: Alea of Baagøe (2010) as seedrandom has it. Its first draws are unrelated between neighbouring keys (tested);
 * those of xorshift7, xor128 and xorwow are not.
 */
export function openStream(
  runKey: string,
  purpose: string,
  month: number,
  agent: string | number = '',
): Stream {
  let draw: (() => number) | undefined;
  return {
    next: () => {
      draw ??= alea(`${runKey}|${purpose}|${month}|${agent}`).double;
      return draw();
    },
  };
}
