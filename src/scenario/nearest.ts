/** The known name that differs least from the one given, or undefined when none is near (a third of its letters, at least 2). */
export function nearest(given: string, known: Iterable<string>): string | undefined {
  const shortened = given.slice(0, 100);
  let best: string | undefined;
  let least = Math.max(2, Math.floor(shortened.length / 3)) + 1;
  for (const name of known) {
    const distance = editDistance(shortened.toLowerCase(), name.toLowerCase(), least);
    if (distance >= least) continue;
    best = name;
    least = distance;
  }
  return best;
}

/** ` Did you mean "x"?`, with a space before it, or nothing. */
export function didYouMean(given: string, known: Iterable<string>): string {
  const name = nearest(given, known);
  return name === undefined ? '' : ` Did you mean "${name}"?`;
}

/** Letters to insert, drop, replace or swap with their neighbour to turn one text into the other; `limit` when it is that or more. */
export function editDistance(from: string, to: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const next = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      let steps = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + same);
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) steps = Math.min(steps, before[column - 2] + 1);
      next.push(steps);
    }
    before = last;
    last = next;
  }
  return Math.min(last[to.length], limit);
}
