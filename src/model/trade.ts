import { channels } from './channels.ts';
import { createGoodsBalance, type GoodsBalance } from './goods-balance.ts';
import type { Network } from './network.ts';

/** What passed in a month, in drawn consignments; filled anew each month. */
export interface MonthTrade {
  /** Consignments of goods g at crossing c by channel, at `(g * crossings + c) * 3 + channel`. */
  readonly consignments: Float64Array;
  /** Trucks and their cargo's value at each price: crossings then inland posts. */
  readonly trucks: Float64Array;
  readonly trafficUsd: Float64Array;
  /** Haulage of all, USD. */
  haulageUsd: number;
  /** Evading consignments that patrols detected, and of these those that officials punished; layout of `consignments`. */
  readonly detected: Float64Array;
  readonly punished: Float64Array;
  /** Those that officials would have punished, had protection not been bought. */
  readonly shielded: Float64Array;
  readonly balance: GoodsBalance;
  /** Scratch of one group's draw: weights and counts over crossings x channels, and staying away. */
  readonly weights: Float64Array;
  readonly drawn: Float64Array;
}

/** Room for a month's trade on one map. */
export function createTrade(network: Network): MonthTrade {
  const options = network.crossings * channels.length + 1;
  const prices = network.crossings + network.posts;
  return {
    consignments: new Float64Array(network.goods * network.crossings * channels.length),
    trucks: new Float64Array(prices),
    trafficUsd: new Float64Array(prices),
    haulageUsd: 0,
    detected: new Float64Array(network.goods * network.crossings * channels.length),
    punished: new Float64Array(network.goods * network.crossings * channels.length),
    shielded: new Float64Array(network.goods * network.crossings * channels.length),
    balance: createGoodsBalance(network.goods),
    weights: new Float64Array(options),
    drawn: new Float64Array(options),
  };
}
