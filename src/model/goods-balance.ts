/** A month's consignments of each class of goods; made once and filled anew. Goods balance: brought = delivered + seized + lost. */
export interface GoodsBalance {
  /** Counted where houses choose to trade, before it is known how they pass. */
  readonly brought: Float64Array;
  /** Counted gate by gate, as what is left of what passed. */
  readonly delivered: Float64Array;
  /** Forfeited to the treasury. */
  readonly seized: Float64Array;
  /** Lost on the way in war, to nobody's gain. */
  readonly lost: Float64Array;
}

/** An empty account of goods. */
export function createGoodsBalance(goods: number): GoodsBalance {
  const blank = () => new Float64Array(goods);
  return { brought: blank(), delivered: blank(), seized: blank(), lost: blank() };
}

/** Throws unless what was brought is what was delivered, seized or lost, to the consignment, in every class. Runs every month of every run. */
export function assertGoodsBalance(
  { brought, delivered, seized, lost }: GoodsBalance,
  names: readonly string[],
  month: number,
): void {
  for (let g = 0; g < brought.length; g++) {
    const accounted = delivered[g] + seized[g] + lost[g];
    const least = Math.min(delivered[g], seized[g], lost[g]);
    if (brought[g] === accounted && least >= 0) continue;
    throw new Error(
      `month ${month}: ${brought[g]} consignments of ${names[g]} came in, ${delivered[g]} were delivered, ${seized[g]} seized, ${lost[g]} lost`,
    );
  }
}
