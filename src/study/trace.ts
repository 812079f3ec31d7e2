/** A history of any length in bounded memory: evenly thinned, its latest entry always there. */
export interface Trace<T> {
  readonly add: (entry: T) => void;
  /** Oldest first. */
  readonly read: () => readonly T[];
}

/** Entries that are kept at most, beside the latest. */
export const mostEntries = 64;

/** Keeps every entry until there are 64, then every second, every fourth and so on; thinning drops what was added between. */
export function createTrace<T>(): Trace<T> {
  let kept: T[] = [];
  let [every, added] = [1, 0];
  let latest: T | undefined;
  return {
    add: (entry) => {
      latest = entry;
      if (added++ % every > 0) return;
      kept.push(entry);
      if (kept.length < mostEntries) return;
      kept = kept.filter((_, at) => at % 2 === 0);
      every *= 2;
    },
    read: () => (latest === undefined || kept.at(-1) === latest ? [...kept] : [...kept, latest]),
  };
}
