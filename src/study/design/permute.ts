import type { Stream } from '../../engine/streams.ts';

/** The numbers 0 to count - 1 in an order drawn from the stream, every order as likely as the next (Fisher and Yates 1938; Durstenfeld 1964). */
export function permute(count: number, stream: Stream): Int32Array {
  const order = Int32Array.from({ length: count }, (_, at) => at);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(stream.next() * (last + 1));
    const kept = order[last];
    order[last] = order[other];
    order[other] = kept;
  }
  return order;
}
