import { drawBinomial } from '../../engine/draws.ts';
import { openStream } from '../../engine/streams.ts';
import { toCents } from '../../engine/units.ts';
import { households, purposeIndex, tradingHouses, treasury } from '../accounts.ts';
import { pullOn } from '../capture.ts';
import { channels, fixerChannel, smuggleChannel } from '../channels.ts';
import {
  captureAt,
  detectionBy,
  isEnforced,
  memory,
  patrolsPerCrossing,
  spreadPatrols,
} from '../enforcement.ts';
import { pay } from '../ledger.ts';
import { gateTerms } from '../market.ts';
import { valueAt } from '../parameter-values.ts';
import { readReform } from '../reform.ts';
import type { World } from '../world.ts';

/**
 * Phase 7: patrols go where seizures were, detect evading consignments, and officials punish or let go; then goods are counted
 * as delivered or seized. Fixed cargo that is punished pays what it evaded and a fine and goes on; smuggled cargo is forfeited.
 */
export function enforceLaw(world: World, month: number): void {
  const { trade, parameters, network } = world;
  trade.detected.fill(0);
  trade.punished.fill(0);
  if (isEnforced(parameters, month)) {
    placePatrols(world, month);
    for (let c = 0; c < network.crossings; c++) detect(world, c, month);
    payPenalties(world, month);
    learnOfDetection(world, month);
  }
  countGoods(world);
}

function placePatrols(world: World, month: number): void {
  const { network, parameters, state, terms } = world;
  const { attention, patrol, captured } = state.enforcement;
  const chase = valueAt(parameters, 'enforcement.chase', month);
  spreadPatrols(attention, terms.open, chase, patrolsPerCrossing(parameters, month), patrol);
  const capture = valueAt(parameters, 'enforcement.capture', month);
  for (let c = 0; c < network.crossings; c++) captured[c] = captureAt(capture, pullOn(world, c, month));
}

/** Chance that patrols detect an evading consignment at crossing c: soldiers widen their reach and automation adds its own at official gates. */
export function detectionAt(world: World, c: number, month: number): number {
  const { network, parameters, start, state } = world;
  const { patrol, captured } = state.enforcement;
  const reach = start.enforcement.reach[c];
  if (network.unofficial[c] === 1) return detectionBy(reach, patrol[c], captured[c]);
  const reform = readReform(parameters, month);
  const soldiers = 1 + reform.soldiers * (valueAt(parameters, 'reform.soldiers_detection', month) - 1);
  const automation = reform.automation * valueAt(parameters, 'reform.automation_detection', month);
  return Math.min(1, detectionBy(reach * soldiers, patrol[c], captured[c]) + automation);
}

/** One stream for each crossing and class: a policy that moves trade at one gate moves no draw at another. */
function detect(world: World, c: number, month: number): void {
  const { network, trade, state, runKey } = world;
  const p = detectionAt(world, c, month);
  const punished = 1 - state.enforcement.captured[c];
  for (let g = 0; g < network.goods; g++) {
    const at = (g * network.crossings + c) * channels.length;
    const [fixed, smuggled] = [
      trade.consignments[at + fixerChannel],
      trade.consignments[at + smuggleChannel],
    ];
    if (fixed + smuggled === 0) continue;
    const looks = openStream(runKey, 'detection', month, at);
    const verdicts = openStream(runKey, 'punishment', month, at);
    for (const ch of [fixerChannel, smuggleChannel]) {
      trade.detected[at + ch] = drawBinomial(looks, trade.consignments[at + ch], p);
      trade.punished[at + ch] = drawBinomial(verdicts, trade.detected[at + ch], punished);
    }
  }
}

/**
 * Punished fixed cargo pays the duty it evaded and the fine to the treasury. Punished smuggled cargo is forfeited: its house has
 * paid for it and sells nothing, and households buy it at the treasury's sale.
 */
function payPenalties(world: World, month: number): void {
  const { network, spec, trade, ledger, parameters } = world;
  const fine = valueAt(parameters, 'enforcement.fine', month);
  const resale = valueAt(parameters, 'enforcement.resale', month);
  for (let c = 0; c < network.crossings; c++) {
    for (let g = 0; g < network.goods; g++) {
      const at = (g * network.crossings + c) * channels.length;
      const gate = gateTerms(network, world.terms, g, c);
      const value = spec.goods[g].consignmentUsd;
      const evaded = trade.punished[at + fixerChannel] * value * gate.duty * (1 - gate.fixerDutyShare);
      const forfeited = trade.punished[at + smuggleChannel] * value * resale;
      pay(ledger, tradingHouses, treasury, purposeIndex.fines, c, g, toCents(evaded * (1 + fine)));
      pay(ledger, households, treasury, purposeIndex.forfeits, c, g, toCents(forfeited));
    }
  }
}

/** Patrols learn where seizures are, traders how many are detected; both act on it next month. */
function learnOfDetection(world: World, month: number): void {
  const { network, trade, state, parameters } = world;
  const { attention, caught, tried } = state.enforcement;
  const found = new Float64Array(network.crossings);
  let all = 0;
  for (let c = 0; c < network.crossings; c++) {
    let evading = 0;
    for (let g = 0; g < network.goods; g++) {
      const at = (g * network.crossings + c) * channels.length;
      evading += trade.consignments[at + fixerChannel] + trade.consignments[at + smuggleChannel];
      found[c] += trade.detected[at + fixerChannel] + trade.detected[at + smuggleChannel];
    }
    tried[c] = memory * tried[c] + evading;
    caught[c] = memory * caught[c] + found[c];
    all += found[c];
  }
  if (all === 0) return;
  const speed = valueAt(parameters, 'enforcement.attention_speed', month);
  for (let c = 0; c < network.crossings; c++)
    attention[c] += speed * ((network.crossings * found[c]) / all - attention[c]);
}

/** What is not seized is delivered. */
function countGoods(world: World): void {
  const { network, trade } = world;
  const { delivered, seized, lost } = trade.balance;
  lost.fill(0);
  for (let g = 0; g < network.goods; g++) {
    delivered[g] = 0;
    seized[g] = 0;
    for (let c = 0; c < network.crossings; c++) {
      const at = (g * network.crossings + c) * channels.length;
      const forfeited = trade.punished[at + smuggleChannel];
      seized[g] += forfeited;
      for (let ch = 0; ch < channels.length; ch++) delivered[g] += trade.consignments[at + ch];
      delivered[g] -= forfeited;
    }
  }
}
