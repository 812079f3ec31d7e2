/** Faults of rows: of each kind the first is kept and the rest are counted, so that a spoilt file makes a few sentences, not a million. */
export interface FirstOfEach {
  /** `row` counts from 1, the header apart. */
  readonly add: (kind: string, row: number, sentence: string) => void;
  readonly sentences: () => readonly string[];
}

/** Starts with no faults. */
export function firstOfEach(): FirstOfEach {
  const found = new Map<string, { readonly first: string; more: number }>();
  return {
    add: (kind, row, sentence) => {
      const known = found.get(kind);
      if (known !== undefined) known.more++;
      else found.set(kind, { first: `row ${row}: ${sentence}`, more: 0 });
    },
    sentences: () =>
      [...found.values()].map(({ first, more }) =>
        more === 0 ? `${first}.` : `${first} (and ${more} more like it).`,
      ),
  };
}
