import { exp, ln } from '../engine/maths.ts';
import { channels } from './channels.ts';
import type { Network } from './network.ts';

/**
 * Nested logit of McFadden (1978): trade or not, corridor, crossing, channel.
 * Goods and destinations make the groups of houses that choose alike. What a group pays splits into a part of the route
 * (crossing and destination) and a part of the channel (goods and crossing), so exponentials are shared among groups.
 * Typed arrays and plain loops: this is the hottest room of the model.
 */
export interface Choice {
  /** Utility of route c-d without its channel, at `c * destinations + d`; -Infinity where it cannot be used. */
  readonly routeUtility: Float64Array;
  /** Utility of a channel for goods g at crossing c, at `(g * crossings + c) * 3 + channel`; -Infinity where there is none. */
  readonly channelUtility: Float64Array;
  /** Probability of a channel given goods and crossing, same layout. */
  readonly channelShare: Float64Array;
  /** Probability of crossing c in group g-d, at `(g * destinations + d) * crossings + c`. With staying away it sums to 1. */
  readonly routeShare: Float64Array;
  /** Probability of corridor k in group g-d, at `(g * destinations + d) * corridors + k`. */
  readonly corridorShare: Float64Array;
  /** Probability that group g-d stays away. */
  readonly awayShare: Float64Array;
}

/** How unlike the options within a nest are. */
export interface Nesting {
  /** lc, 0 < channel <= crossing. */
  readonly channel: number;
  /** lk, channel <= crossing <= 1. */
  readonly crossing: number;
}

/** Room for one evaluation of choice on a map. */
export function createChoice(network: Network): Choice {
  const { crossings, destinations, goods, corridors } = network;
  return {
    routeUtility: new Float64Array(crossings * destinations),
    channelUtility: new Float64Array(goods * crossings * channels.length),
    channelShare: new Float64Array(goods * crossings * channels.length),
    routeShare: new Float64Array(goods * destinations * crossings),
    corridorShare: new Float64Array(goods * destinations * corridors),
    awayShare: new Float64Array(goods * destinations),
  };
}

/** Fills the shares of `choice` from its utilities. `inclusive` is scratch of goods x crossings. */
export function solveChoice(
  network: Network,
  choice: Choice,
  nesting: Nesting,
  inclusive: Float64Array,
): void {
  splitChannels(network, choice, nesting.channel, inclusive);
  for (let g = 0; g < network.goods; g++) {
    for (let d = 0; d < network.destinations; d++)
      splitRoutes(network, choice, nesting.crossing, inclusive, g, d);
  }
}

function splitChannels(network: Network, choice: Choice, nest: number, inclusive: Float64Array): void {
  const { channelUtility, channelShare } = choice;
  const width = channels.length;
  for (let gate = 0; gate < network.goods * network.crossings; gate++) {
    const at = gate * width;
    let best = -Infinity;
    for (let ch = at; ch < at + width; ch++) best = Math.max(best, channelUtility[ch]);
    let sum = 0;
    for (let ch = at; ch < at + width; ch++) {
      channelShare[ch] = exp((channelUtility[ch] - best) / nest);
      sum += channelShare[ch];
    }
    for (let ch = at; ch < at + width; ch++) channelShare[ch] /= sum;
    inclusive[gate] = best + nest * ln(sum);
  }
}

function splitRoutes(
  network: Network,
  choice: Choice,
  nest: number,
  inclusive: Float64Array,
  g: number,
  d: number,
): void {
  const { routeUtility, routeShare, corridorShare } = choice;
  const { crossings, destinations, corridors, crossingsOf } = network;
  const group = g * destinations + d;
  const routes = group * crossings;
  const nests = group * corridors;
  let highest = 0;
  for (let k = 0; k < corridors; k++) {
    corridorShare[nests + k] = corridorValue(crossingsOf[k], routeUtility, routeShare, inclusive, nest, {
      routes,
      gates: g * crossings,
      destinations,
      d,
    });
    highest = Math.max(highest, corridorShare[nests + k]);
  }
  let sum = exp(-highest);
  choice.awayShare[group] = sum;
  for (let k = 0; k < corridors; k++) {
    corridorShare[nests + k] = exp(corridorShare[nests + k] - highest);
    sum += corridorShare[nests + k];
  }
  choice.awayShare[group] /= sum;
  for (let k = 0; k < corridors; k++) {
    corridorShare[nests + k] /= sum;
    for (const c of crossingsOf[k]) routeShare[routes + c] *= corridorShare[nests + k];
  }
}

/** Inclusive value of a corridor; leaves each crossing's share within the corridor in `routeShare`. */
function corridorValue(
  members: readonly number[],
  routeUtility: Float64Array,
  routeShare: Float64Array,
  inclusive: Float64Array,
  nest: number,
  at: { routes: number; gates: number; destinations: number; d: number },
): number {
  let best = -Infinity;
  for (const c of members)
    best = Math.max(best, routeUtility[c * at.destinations + at.d] + inclusive[at.gates + c]);
  if (best === -Infinity) {
    for (const c of members) routeShare[at.routes + c] = 0;
    return -Infinity;
  }
  let sum = 0;
  for (const c of members) {
    const value = exp((routeUtility[c * at.destinations + at.d] + inclusive[at.gates + c] - best) / nest);
    routeShare[at.routes + c] = value;
    sum += value;
  }
  for (const c of members) routeShare[at.routes + c] /= sum;
  return best + nest * ln(sum);
}
