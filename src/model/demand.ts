import { channels, fixerChannel } from './channels.ts';
import type { Choice, Nesting } from './choice.ts';
import type { Network } from './network.ts';

/**
 * How demand answers prices: traffic exposed to each price and its derivatives in closed form.
 * A price is a gate price (exposure: the fixer's saving, on fixed cargo) or an inland charge (exposure: the paying share).
 */
export interface Demand {
  /** Revenue of a price per unit of it, USD a month: q. */
  readonly quantity: Float64Array;
  /** dq_n/dprice_m at `n * prices + m`: J. */
  readonly jacobian: Float64Array;
  /** USD a month that passes each inland post or crossing. */
  readonly traffic: Float64Array;
}

/** How strongly traffic feels each price. */
export interface Exposure {
  /** Saving by the fixer, S, at `g * crossings + c`. */
  readonly saving: Float64Array;
  /** Share of trucks that pay at each price; 1 at gates. */
  readonly paying: Float64Array;
  /** d paying / d charge at each price; 0 at gates. */
  readonly payingSlope: Float64Array;
}

/** What demand depends on: a solved choice on a map, and how strongly cost moves it. */
export interface DemandSetting {
  readonly network: Network;
  readonly choice: Choice;
  readonly exposure: Exposure;
  /** mu. */
  readonly sensitivity: number;
  readonly nesting: Nesting;
}

/** Demand with the scratch that measuring it takes. */
export interface MeasuredDemand extends Demand {
  readonly scratch: {
    readonly corridor: Float64Array;
    readonly group: Float64Array;
    readonly touched: Int32Array;
  };
}

/** Room for demand at `prices` prices. */
export function createDemand(prices: number): MeasuredDemand {
  return {
    quantity: new Float64Array(prices),
    jacobian: new Float64Array(prices * prices),
    traffic: new Float64Array(prices),
    scratch: {
      corridor: new Float64Array(prices),
      group: new Float64Array(prices),
      touched: new Int32Array(prices),
    },
  };
}

/**
 * Fills `demand` from a solved choice. `potential` is USD a month that group g-d could bring.
 * The Jacobian is that of the nested logit with exposures x:
 * J = -mu sum_s N_s [ E x x'/lc + (1/lk - 1/lc) sum_r P_r X_r X_r' + (1 - 1/lk) sum_k P_k X_k X_k' - X X' ],
 * plus, on the diagonal of an inland post, the trucks that start to drive around.
 */
export function measureDemand(setting: DemandSetting, potential: Float64Array, demand: MeasuredDemand): void {
  const { network, exposure } = setting;
  demand.quantity.fill(0);
  demand.jacobian.fill(0);
  demand.traffic.fill(0);
  for (let g = 0; g < network.goods; g++) {
    for (let d = 0; d < network.destinations; d++) {
      const size = potential[g * network.destinations + d];
      if (size > 0) addGroup(setting, demand, size, g, d);
    }
  }
  const prices = demand.quantity.length;
  for (let n = network.crossings; n < prices; n++) {
    demand.jacobian[n * prices + n] += demand.traffic[n] * exposure.payingSlope[n];
  }
}

function addGroup(setting: DemandSetting, demand: MeasuredDemand, size: number, g: number, d: number): void {
  const { network, choice, sensitivity, nesting } = setting;
  const { crossings, destinations, corridors } = network;
  const { quantity, jacobian, scratch } = demand;
  const prices = quantity.length;
  const group = g * destinations + d;
  const scale = -sensitivity * size;
  scratch.group.fill(0);
  for (let k = 0; k < corridors; k++) {
    const corridorShare = choice.corridorShare[group * corridors + k];
    if (corridorShare <= 0) continue;
    scratch.corridor.fill(0);
    for (const c of network.crossingsOf[k]) {
      const share = choice.routeShare[group * crossings + c];
      if (share > 0) addRoute(setting, demand, size, share, g, d, c);
    }
    // corridor holds sum_r P_r X_rn: X_kn times P_k.
    addOuter(
      jacobian,
      prices,
      scratch.corridor,
      (scale * (1 - 1 / nesting.crossing)) / corridorShare,
      scratch.touched,
    );
    for (let n = 0; n < prices; n++) scratch.group[n] += scratch.corridor[n];
  }
  addOuter(jacobian, prices, scratch.group, -scale, scratch.touched);
  for (let n = 0; n < prices; n++) quantity[n] += size * scratch.group[n];
}

/** Adds the own terms of the route c-d, which `share` of a group of `size` takes, and its exposures to the corridor's. */
function addRoute(
  setting: DemandSetting,
  demand: MeasuredDemand,
  size: number,
  share: number,
  g: number,
  d: number,
  c: number,
): void {
  const { network, choice, exposure, sensitivity, nesting } = setting;
  const { jacobian, scratch, traffic } = demand;
  const prices = traffic.length;
  const gate = g * network.crossings + c;
  const saving = exposure.saving[gate];
  const own = choice.channelShare[gate * channels.length + fixerChannel] * saving;
  const posts = network.postsOn[c * network.destinations + d];
  const within = (-sensitivity * size * share) / nesting.channel;
  const across = -sensitivity * size * share * (1 / nesting.crossing - 1 / nesting.channel);
  jacobian[c * prices + c] += within * own * saving + across * own * own;
  scratch.corridor[c] += share * own;
  traffic[c] += size * share;
  for (const n of posts) {
    const paying = exposure.paying[n];
    const cross = (within + across) * own * paying;
    jacobian[c * prices + n] += cross;
    jacobian[n * prices + c] += cross;
    for (const m of posts) jacobian[n * prices + m] += (within + across) * paying * exposure.paying[m];
    scratch.corridor[n] += share * paying;
    traffic[n] += size * share;
  }
}

/** matrix += scale * v v', over the entries of v that are not zero. */
function addOuter(
  matrix: Float64Array,
  width: number,
  v: Float64Array,
  scale: number,
  touched: Int32Array,
): void {
  let count = 0;
  for (let n = 0; n < width; n++) if (v[n] !== 0) touched[count++] = n;
  for (let i = 0; i < count; i++) {
    const row = touched[i] * width;
    const factor = scale * v[touched[i]];
    for (let j = 0; j < count; j++) matrix[row + touched[j]] += factor * v[touched[j]];
  }
}
