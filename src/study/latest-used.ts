/** Things made for keys, of which only those that were used latest are kept. */
export interface LatestUsed<Made> {
  /** What is kept for a key, which counts as a use of it; undefined for what was never made, or not used for long. */
  readonly find: (key: string) => Made | undefined;
  /** The same, made where there is none. */
  readonly findOrMake: (key: string, make: () => Made) => Made;
}

/** Lists of shocks of which a screen remembers scenario and run; those of a large world take some 4 MB together. */
export const mostRemembered = 30;

/** Keeps what was made for the `most` keys used latest, at least 1; what is older is let go and made anew when it is asked for. */
export function keepLatestUsed<Made>(most: number): LatestUsed<Made> {
  const kept = new Map<string, Made>();
  const use = (key: string, made: Made): Made => {
    kept.delete(key);
    kept.set(key, made);
    // A map tells its keys in the order they were set, so the first was used longest ago.
    for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
    return made;
  };
  const find = (key: string): Made | undefined => {
    const made = kept.get(key);
    return made === undefined ? undefined : use(key, made);
  };
  return { find, findOrMake: (key, make) => find(key) ?? use(key, make()) };
}
