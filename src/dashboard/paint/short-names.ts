/**
 * Names in at most `width` characters, all different where the names are: the first letters, then first letters with the last word's,
 * then a number. A leading `Al-` gives way first.
 */
export function shortNames(names: readonly string[], width: number): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const found =
      candidates(name, width).find((candidate) => !taken.has(candidate)) ?? numbered(name, width, taken);
    taken.add(found);
    return found;
  });
}

function candidates(name: string, width: number): readonly string[] {
  const bare = name.replace(/^al[- ]/i, '');
  const joined = bare.replace(/[^\p{L}\p{N}]/gu, '');
  const words = bare.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  const whole = [name, bare].filter((text) => text.length <= width);
  const tails =
    last === bare ? [] : [1, 2].map((size) => joined.slice(0, width - size) + last.slice(0, size));
  const cut = width < 8 ? joined.slice(0, width) : bare.slice(0, width).trimEnd();
  return [...whole, cut, ...tails].filter((text) => text.length <= width);
}

function numbered(name: string, width: number, taken: ReadonlySet<string>): string {
  for (let number = 2; number < 1000; number++) {
    const digits = String(number);
    const text = name.slice(0, Math.max(0, width - digits.length)) + digits;
    if (!taken.has(text)) return text.slice(0, width);
  }
  return name.slice(0, width);
}
