import { drawBinomial } from '../../engine/draws.ts';
import { openStream } from '../../engine/streams.ts';
import { toCents } from '../../engine/units.ts';
import { elite, households, purposeIndex, tradingHouses, treasury } from '../accounts.ts';
import { pullOn } from '../capture.ts';
import { channels, fixerChannel, smuggleChannel } from '../channels.ts';
import { immunityAt } from '../elite.ts';
import { captureAt, detectionBy, isEnforced, memory, spreadPatrols } from '../enforcement.ts';
import { pay } from '../ledger.ts';
import { gateTerms } from '../market.ts';
import { valueAt } from '../parameter-values.ts';
import { readReform } from '../reform.ts';
import { patrolsPerCrossing } from '../will.ts';
import type { World } from '../world.ts';
import { countGoods } from './count-goods.ts';

/**
 * Phase 7: patrols go where seizures were, detect evading consignments, and officials punish or let go; then goods are counted
 * as delivered, seized or lost. Fixed cargo that is punished pays what it evaded and a fine and goes on; smuggled cargo is forfeited. Protection bought from the elite spares both.
 */
export function enforceLaw(world: World, month: number): void {
  const { trade, parameters, network } = world;
  trade.detected.fill(0);
  trade.punished.fill(0);
  trade.shielded.fill(0);
  if (isEnforced(parameters, month)) {
    placePatrols(world, month);
    const immune = immunityAt(world, month);
    for (let c = 0; c < network.crossings; c++) detect(world, c, immune, month);
    payPenalties(world, month);
    learnOfDetection(world, month);
  }
  countGoods(world, month);
}

function placePatrols(world: World, month: number): void {
  const { network, parameters, state, terms } = world;
  const { attention, patrol, captured } = state.enforcement;
  const chase = valueAt(parameters, 'enforcement.chase', month);
  spreadPatrols(attention, terms.open, chase, patrolsPerCrossing(world, month), patrol);
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
function detect(world: World, c: number, immune: number, month: number): void {
  const { network, trade, state, runKey } = world;
  const p = detectionAt(world, c, month);
  const honest = 1 - state.enforcement.captured[c];
  for (let g = 0; g < network.goods; g++) {
    const at = (g * network.crossings + c) * channels.length;
    const [fixed, smuggled] = [
      trade.consignments[at + fixerChannel],
      trade.consignments[at + smuggleChannel],
    ];
    if (fixed + smuggled === 0) continue;
    const looks = openStream(runKey, 'detection', month, at);
    const verdicts = openStream(runKey, 'punishment', month, at);
    const shields = openStream(runKey, 'immunity', month, at);
    for (const ch of [fixerChannel, smuggleChannel]) {
      trade.detected[at + ch] = drawBinomial(looks, trade.consignments[at + ch], p);
      const caught = drawBinomial(verdicts, trade.detected[at + ch], honest);
      trade.shielded[at + ch] = drawBinomial(shields, caught, immune);
      trade.punished[at + ch] = caught - trade.shielded[at + ch];
    }
  }
}

/**
 * Punished fixed cargo pays the duty it evaded and the fine to the treasury. Punished smuggled cargo is forfeited: its house has
 * paid for it and sells nothing, and households buy it at the treasury's sale. Who bought protection pays the elite a part of what
 * either would have cost.
 */
function payPenalties(world: World, month: number): void {
  const { network, spec, terms, trade, ledger, parameters } = world;
  const fine = valueAt(parameters, 'enforcement.fine', month);
  const resale = valueAt(parameters, 'enforcement.resale', month);
  const fee = valueAt(parameters, 'elite.immunity_fee', month);
  for (let c = 0; c < network.crossings; c++) {
    for (let g = 0; g < network.goods; g++) {
      const at = (g * network.crossings + c) * channels.length;
      const [fixed, smuggled] = [at + fixerChannel, at + smuggleChannel];
      const gate = gateTerms(network, terms, g, c);
      const value = spec.goods[g].consignmentUsd;
      const fined = value * gate.duty * (1 - gate.fixerDutyShare) * (1 + fine);
      const forfeits = toCents(trade.punished[smuggled] * value * resale);
      const saved = trade.shielded[fixed] * fined + trade.shielded[smuggled] * value;
      pay(ledger, tradingHouses, treasury, purposeIndex.fines, c, g, toCents(trade.punished[fixed] * fined));
      pay(ledger, households, treasury, purposeIndex.forfeits, c, g, forfeits);
      pay(ledger, tradingHouses, elite, purposeIndex.immunity, c, g, toCents(saved * fee));
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
