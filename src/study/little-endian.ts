import { endianness } from 'node:os';

const native = endianness() === 'LE';

/** Bytes of a typed array, least significant first whatever the machine; on most machines a view, not a copy. */
export function littleEndianBytes(numbers: Float64Array | Uint16Array): Buffer {
  const view = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  return native ? view : swap(Buffer.from(view), numbers.BYTES_PER_ELEMENT);
}

/** Doubles read back from such bytes; always a copy, so any alignment will do. */
export function doublesOf(bytes: Buffer): Float64Array {
  return new Float64Array(alignedCopy(bytes, 8));
}

/** Unsigned 16-bit numbers read back from such bytes; always a copy. */
export function shortsOf(bytes: Buffer): Uint16Array {
  return new Uint16Array(alignedCopy(bytes, 2));
}

function alignedCopy(bytes: Buffer, width: number): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  const view = Buffer.from(copy);
  bytes.copy(view);
  if (!native) swap(view, width);
  return copy;
}

function swap(bytes: Buffer, width: number): Buffer {
  return width === 8 ? bytes.swap64() : bytes.swap16();
}
