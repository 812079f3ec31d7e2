/** The published types of seedrandom leave out its single-generator builds. */
declare module 'seedrandom/lib/alea.js' {
  import type { PRNG } from 'seedrandom';
  /** Johannes Baagøe's Alea, keyed by a text. */
  export default function alea(seed: string): PRNG;
}
