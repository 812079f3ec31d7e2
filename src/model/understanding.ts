import { agreedShares, type Division, divisions, surplusOf, type WarTerms } from './bargain.ts';
import { capacityOf } from './capacity.ts';
import { isMember } from './niche.ts';
import { valueAt } from './parameter-values.ts';
import { takesOf } from './reshare.ts';
import type { World } from './world.ts';

/** The rule of division in force. */
export function divisionOf(world: World, month: number): Division {
  return divisions[Math.floor(valueAt(world.parameters, 'pact.division', month))];
}

/** Indexes of the pact's members: every faction that held a stake somewhere at the start, and so has a niche. */
export function membersOf(world: World): readonly number[] {
  const { factions } = world.network;
  return Array.from({ length: factions }, (_, i) => i).filter((i) =>
    isMember(world.start.niches, factions, i),
  );
}

function warTerms(world: World, month: number): WarTerms {
  const value = (name: string) => valueAt(world.parameters, name, month);
  return {
    contestExponent: value('pact.contest_exponent'),
    powerWeight: value('pact.power_weight'),
    warValue: value('pact.war_value'),
    warCost: value('pact.war_months_feared') * value('pact.war_cost'),
  };
}

/** Share of all take at posts on which members agree for each faction, claims counted; null where there is nothing to agree on. */
export function agreedSharesOf(world: World, division: Division, month: number): Float64Array | null {
  const members = membersOf(world);
  if (division === 'status-quo' || members.length === 0) return null;
  const capacities = members.map((i) => capacityOf(world, i, month));
  const terms = warTerms(world, month);
  if (surplusOf(capacities, terms) <= valueAt(world.parameters, 'pact.talk_cost', month)) return null;
  const agreed = agreedShares(division, capacities, terms);
  const out = new Float64Array(world.network.factions);
  let whole = 0;
  members.forEach((i, m) => {
    out[i] = agreed[m] * world.start.claims[i];
    whole += out[i];
  });
  return whole > 0 ? out.map((share) => share / whole) : null;
}

/**
 * Claims that make shares at the start what talks would give: what a member holds over what its capacity alone would bring. They stand for cover,
 * history and place, which no number of the world has. All 1 when the start need not be at rest.
 */
export function fitClaims(world: World): Float64Array {
  const month = world.experiment.timeline.firstMonth;
  const claims = new Float64Array(world.network.factions).fill(1);
  if (valueAt(world.parameters, 'pact.start_at_rest', month) === 0) return claims;
  const rule = divisionOf(world, month);
  world.start.claims.fill(1);
  const agreed = agreedSharesOf(world, rule === 'status-quo' ? 'nash' : rule, month);
  const takes = takesOf(world.state.holdings, world.state.postTake);
  const all = takes.reduce((sum, usd) => sum + usd, 0);
  if (agreed === null || all <= 0) return claims;
  return claims.map((_, i) => (agreed[i] > 0 ? takes[i] / all / agreed[i] : 0));
}
