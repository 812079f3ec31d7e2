/** A change that is thrown into a run while it is watched; in a scenario file it stands under `changes`. Plain data. */
export interface Shock {
  /** A few words, shown as a mark on pictures. */
  readonly label: string;
  /** First month in which it holds. */
  readonly at: number;
  /** Last month in which it holds; undefined for good. */
  readonly until: number | undefined;
  /** Parameter names, a part of which may be `*`, to formulas, as a scenario file has them. */
  readonly set: Readonly<Record<string, string>>;
}
