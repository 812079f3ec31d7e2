import { drawBinomial } from '../../engine/draws.ts';
import { openStream } from '../../engine/streams.ts';
import { channels, smuggleChannel } from '../channels.ts';
import { cargoRisk } from '../market.ts';
import type { World } from '../world.ts';

/** Phase 7b: what is forfeited is seized; of the rest war takes some on the way, to nobody's gain; what is left is delivered. */
export function countGoods(world: World, month: number): void {
  const { network, trade, parameters } = world;
  const { delivered, seized, lost } = trade.balance;
  const risk = cargoRisk(parameters, month);
  for (let g = 0; g < network.goods; g++) {
    delivered[g] = 0;
    seized[g] = 0;
    lost[g] = 0;
    for (let c = 0; c < network.crossings; c++) {
      const at = (g * network.crossings + c) * channels.length;
      const forfeited = trade.punished[at + smuggleChannel];
      const onTheWay = passed(world, at) - forfeited;
      const gone = risk > 0 ? drawBinomial(openStream(world.runKey, 'loss', month, at), onTheWay, risk) : 0;
      seized[g] += forfeited;
      lost[g] += gone;
      delivered[g] += onTheWay - gone;
    }
  }
}

/** Consignments by all channels of the crossing and class whose first channel is at `at`. */
function passed({ trade }: World, at: number): number {
  let sum = 0;
  for (let ch = 0; ch < channels.length; ch++) sum += trade.consignments[at + ch];
  return sum;
}
