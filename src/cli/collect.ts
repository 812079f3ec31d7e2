/** Adds one value of a flag that may be repeated to those before it. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
