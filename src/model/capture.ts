import { savingByFixer } from './channels.ts';
import { gateTerms } from './market.ts';
import { valueAt } from './parameter-values.ts';
import { readReform } from './reform.ts';
import type { World, WorldState } from './world.ts';

/** What the fixer's price is worth on a typical cargo at gate c, share of cargo value: last month's price times the mean saving. */
export function bribeAt(world: World, c: number): number {
  const { spec, network, terms, state } = world;
  let saving = 0;
  for (let g = 0; g < network.goods; g++)
    saving += spec.goods[g].importShare * savingByFixer(gateTerms(network, terms, g, c));
  return state.prices[c] * saving;
}

/**
 * Threat that officials feel at gate c, 0 to 1: of those who hold a part of it, or of those who showed their strength in the cities
 * in the last three months. Either is enough (Assumption): 1 - (1 - held) (1 - shown).
 */
export function threatAt(state: Pick<WorldState, 'holdings' | 'threat'>, c: number): number {
  return 1 - (1 - state.holdings.held[c]) * (1 - state.threat);
}

/**
 * What moves the capture of officials at gate c from its start, in logits: th1 (bribe/wage - 1) - th2 audit - th4 rotation +
 * th3 (threat - threat at the start). Bribe and wage are relative to the start.
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
    value('threat') * (threatAt(state, c) - threat[c])
  );
}
