import { print } from './streams.ts';

/** One line of nothing but words, whatever a title or a label holds. */
export function tell(line: string): void {
  print(line.replace(/[\p{Cc}\p{Cf}\s\u2500-\u259f\u2800-\u28ff]+/gu, ' ').trim());
}
