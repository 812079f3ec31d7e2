import { firstFaction, purposeIndex, treasury } from './accounts.ts';
import { channels } from './channels.ts';
import { revenueLines } from './lines.ts';
import { patronIndex } from './patron.ts';
import { valuePassed } from './phases/collect.ts';
import type { World } from './world.ts';

/** A month as observables see it: sums over the ledger and the month's trade, made once. */
export interface Reading {
  readonly world: World;
  readonly month: number;
  /** Income of faction i on revenue line l, cents, at `i * lines + l`. */
  readonly income: Float64Array;
  /** What factions take at each price, cents. */
  readonly takeAt: Float64Array;
  /** Duty that reaches the treasury at each crossing, cents. */
  readonly dutyAt: Float64Array;
  /** Duty owed at each crossing, USD. */
  readonly owedAt: Float64Array;
  /** Value passed at crossing c by channel, USD, at `c * 3 + channel`. */
  readonly passed: Float64Array;
  readonly patronIndex: number;
  readonly stateWages: number;
  /** Fines and forfeits that reach the treasury, cents. */
  readonly penalties: number;
}

const lines = revenueLines.length;

/** Reads the month just played. */
export function readMonth(world: World, month: number): Reading {
  const { network, parameters } = world;
  const prices = network.crossings + network.posts;
  const reading = {
    world,
    month,
    income: new Float64Array(network.factions * lines),
    takeAt: new Float64Array(prices),
    dutyAt: new Float64Array(network.crossings),
    owedAt: new Float64Array(network.crossings),
    passed: new Float64Array(network.crossings * channels.length),
    patronIndex: patronIndex(parameters, month),
    stateWages: 0,
    penalties: 0,
  };
  readLedger(world, reading);
  readTrade(world, reading);
  return reading;
}

function readLedger(world: World, reading: { -readonly [K in keyof Reading]: Reading[K] }): void {
  const rows = world.ledger.month;
  for (let row = 0; row < rows.length; row++) {
    const line = rows.line[row];
    const place = rows.place[row];
    const faction = rows.to[row] - firstFaction;
    if (faction >= 0 && line < lines) {
      reading.income[faction * lines + line] += rows.cents[row];
      if (place < reading.takeAt.length) reading.takeAt[place] += rows.cents[row];
    }
    if (rows.to[row] === treasury && line === purposeIndex.duty) reading.dutyAt[place] += rows.cents[row];
    if (line === purposeIndex.fines || line === purposeIndex.forfeits) reading.penalties += rows.cents[row];
    if (line === purposeIndex['state-wages']) reading.stateWages += rows.cents[row];
  }
}

function readTrade(world: World, reading: Reading): void {
  const { network, terms } = world;
  for (let c = 0; c < network.crossings; c++) {
    for (let g = 0; g < network.goods; g++) {
      for (let ch = 0; ch < channels.length; ch++) {
        const value = valuePassed(world, g, c, ch);
        reading.passed[c * channels.length + ch] += value;
        reading.owedAt[c] += value * terms.duty[g];
      }
    }
  }
}

/** Income of one faction, or of all when `faction` is undefined, on one line or all, USD. */
export function incomeOf(reading: Reading, line?: number, faction?: number): number {
  let cents = 0;
  for (let at = 0; at < reading.income.length; at++) {
    if (line !== undefined && at % lines !== line) continue;
    if (faction !== undefined && Math.floor(at / lines) !== faction) continue;
    cents += reading.income[at];
  }
  return cents / 100;
}

/** Sum over crossings of a channel's value, or of all channels, USD. */
export function passedBy(reading: Reading, channel?: number): number {
  let sum = 0;
  for (let at = 0; at < reading.passed.length; at++) {
    if (channel === undefined || at % channels.length === channel) sum += reading.passed[at];
  }
  return sum;
}
