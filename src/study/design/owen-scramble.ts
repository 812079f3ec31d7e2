import { openStream } from '../../engine/streams.ts';

/**
 * A random relabelling of the 2^32 numbers below 2^32 that keeps every binary interval an interval, so nets stay nets: each digit is flipped or not by a
 * coin that belongs to the digits before it (nested uniform scrambling: Owen 1995, "Randomly permuted (t,m,s)-nets and (t,s)-sequences").
 * A coin is a hash of the node of the tree of digits and of two keys of this seed and axis: no table, and the same coin whatever is asked first.
 */
export function owenScramble(seed: number, axis: number): (word: number) => number {
  const keys = openStream(String(seed), 'owen-scramble', axis);
  const first = Math.floor(keys.next() * 2 ** 32);
  const second = Math.floor(keys.next() * 2 ** 32);
  return (word) => {
    let scrambled = word;
    // Node 1 is the root; the children of n are 2n and 2n + 1: at most 32 binary digits for 32 levels.
    for (let level = 0; level < 32; level++) {
      const node = level === 0 ? 1 : (1 << level) | (word >>> (32 - level));
      scrambled ^= (mix(mix(node ^ first) ^ second) >>> 31) << (31 - level);
    }
    return scrambled >>> 0;
  };
}

/** A bijection of 32 bits in which each input bit moves each output bit about half of the time: the finaliser of MurmurHash3 (Appleby 2011, public domain). */
function mix(word: number): number {
  let bits = word ^ (word >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
