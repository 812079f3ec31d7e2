import { savingByFixer } from './channels.ts';
import { gateTerms } from './market.ts';
import { valueAt } from './parameter-values.ts';
import { readReform } from './reform.ts';
import type { World } from './world.ts';

/** What the fixer's price is worth on a typical cargo at gate c, share of cargo value: last month's price times the mean saving. */
export function bribeAt(world: World, c: number): number {
  const { spec, network, terms, state } = world;
  let saving = 0;
  for (let g = 0; g < network.goods; g++)
    saving += spec.goods[g].importShare * savingByFixer(gateTerms(network, terms, g, c));
  return state.prices[c] * saving;
}

/**
 * What moves the capture of officials at gate c from its start, in logits: th1 (bribe/wage - 1) - th2 audit - th4 rotation +
 * th3 (threat - threat at the start). Bribe and wage are relative to the start; threat is the share of the gate that factions hold.
 */
export function pullOn(world: World, c: number, month: number): number {
  const { parameters, start, state } = world;
  const value = (name: string) => valueAt(parameters, `enforcement.capture_${name}`, month);
  const reform = readReform(parameters, month);
  const { bribe, threat } = start.enforcement;
  const bribes = bribe[c] > 0 ? bribeAt(world, c) / bribe[c] : 1;
  return (
    value('bribe') * (bribes / reform.pay - 1) -
    value('audit') * reform.audit -
    value('rotation') * reform.rotation +
    value('threat') * (state.holdings.held[c] - threat[c])
  );
}
