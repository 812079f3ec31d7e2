import { openStream } from '../../engine/streams.ts';
import { noteEvent } from '../event.ts';
import { burdenOf, hardshipOf, protestOf, riskOf } from '../mood.ts';
import { valueAt } from '../parameter-values.ts';
import type { World } from '../world.ts';

/** Protest above this share makes an event when it is first passed. */
const worthNoting = 0.1;

/** Phase 12: legitimacy moves toward its level; hardship without legitimacy, less the risk of arrest, brings people out; protest can block crossings. */
export function stirPublic(world: World, month: number): void {
  const { state, parameters } = world;
  const burden = burdenOf(world);
  if (month === world.experiment.timeline.firstMonth) state.burdenAtStart = burden;
  moveLegitimacy(world, month, burden);
  if (valueAt(parameters, 'mood.enabled', month) === 0) {
    state.protest = 0;
    return;
  }
  const causeSeq = protest(world, month, burden);
  blockCrossings(world, month, causeSeq);
}

/** L <- L + speed * (clip(L0 + war gain * war - blame * (burden - burden at start), 0, 1) - L). */
function moveLegitimacy(world: World, month: number, burden: number): void {
  const { state } = world;
  const value = (name: string) => valueAt(world.parameters, name, month);
  const level =
    value('mood.legitimacy') +
    value('mood.war_legitimacy') * value('force.war') -
    value('mood.blame') * (burden - state.burdenAtStart);
  const held = Math.min(1, Math.max(0, level));
  state.legitimacy += value('mood.legitimacy_speed') * (held - state.legitimacy);
}

function protest(world: World, month: number, burden: number): number {
  const { state } = world;
  const value = (name: string) => valueAt(world.parameters, `mood.${name}`, month);
  const hardship = hardshipOf(value('unemployment'), burden, value('burden_weight'));
  const risk = value('risk_weight') * riskOf(value('policing'), state.protest);
  const before = state.protest;
  state.protest = protestOf(hardship * (1 - state.legitimacy), risk, value('threshold'), value('spread'));
  if (before > worthNoting || state.protest <= worthNoting) return 0;
  const note = `${Math.round(state.protest * 100)}% of people are ready to join`;
  return noteEvent(world, month, { type: 'protest', note });
}

/** Each official crossing is drawn alone; the more of imports passes it, the likelier it is blocked (Assumption). */
function blockCrossings(world: World, month: number, causeSeq: number): void {
  const { state, spec, parameters, runKey } = world;
  const chance = valueAt(parameters, 'mood.blockade_chance', month) * state.protest;
  const months = Math.round(valueAt(parameters, 'mood.blockade_months', month));
  const largest = Math.max(...spec.crossings.map((crossing) => crossing.importShare));
  spec.crossings.forEach(({ id, kind, importShare }, c) => {
    const blocked = openStream(runKey, 'blockade', month, id).next() < (chance * importShare) / largest;
    if (!blocked || kind === 'unofficial' || months === 0 || state.closedMonths[c] > 0) return;
    state.closedMonths[c] = months;
    noteEvent(world, month, { type: 'blockade', placeId: id, causeSeq });
  });
}

/** Phase 1: what protest blocks is closed to that depth from the month after, for its months; changes `terms.open`. */
export function keepBlockades(world: World, month: number): void {
  const { state, terms, parameters } = world;
  for (let c = 0; c < state.closedMonths.length; c++) {
    if (state.closedMonths[c] === 0) continue;
    terms.open[c] *= 1 - valueAt(parameters, 'mood.blockade_depth', month);
    state.closedMonths[c]--;
  }
}
