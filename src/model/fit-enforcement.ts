import { bribeAt, threatAt } from './capture.ts';
import { channels, fixerChannel, smuggleChannel } from './channels.ts';
import { unprotectedHarm } from './elite.ts';
import { fitReach, isEnforced, memory, spreadPatrols } from './enforcement.ts';
import { valueAt } from './parameter-values.ts';
import { patrolsPerCrossing } from './will.ts';
import type { World } from './world.ts';

/**
 * Fits enforcement so that the first month rests: patrols stand where the expected seizures are, their reach gives the world's
 * detection at each gate, traders believe just that, and fear just the world's expected penalty.
 */
export function fitEnforcement(world: World): void {
  const { network, parameters, state, start, spec, terms } = world;
  const month = world.experiment.timeline.firstMonth;
  if (!isEnforced(parameters, month)) return;
  const value = (name: string) => valueAt(parameters, name, month);
  const { reach, detection, bribe, threat } = start.enforcement;
  const { attention, caught, tried, patrol, captured } = state.enforcement;
  const [atGates, elsewhere] = [value('enforcement.detection'), value('enforcement.unofficial_reach')];
  start.enforcement.loss = value('customs.fixer_penalty') / atGates;
  start.enforcement.unprotected = unprotectedHarm(world, month);
  const evading = evadingAtStart(world);
  for (let c = 0; c < network.crossings; c++) {
    detection[c] = atGates * (spec.crossings[c].kind === 'unofficial' ? elsewhere : 1);
    bribe[c] = bribeAt(world, c);
    threat[c] = threatAt(state, c);
    tried[c] = evading[c] / (1 - memory);
    caught[c] = detection[c] * tried[c];
  }
  setAttention(attention, caught);
  spreadPatrols(attention, terms.open, value('enforcement.chase'), patrolsPerCrossing(world, month), patrol);
  for (let c = 0; c < network.crossings; c++) {
    captured[c] = value('enforcement.capture');
    reach[c] = fitReach(detection[c], patrol[c], value('enforcement.capture'));
  }
}

/** Attention by share of seizures, 1 at the mean; even where nothing is seized. */
function setAttention(attention: Float64Array, caught: Float64Array): void {
  let sum = 0;
  for (let c = 0; c < caught.length; c++) sum += caught[c];
  for (let c = 0; c < caught.length; c++) attention[c] = sum > 0 ? (caught.length * caught[c]) / sum : 1;
}

/** Consignments a month expected to pass each crossing by a fixer or around the gate. */
function evadingAtStart(world: World): Float64Array {
  const { network, start, state } = world;
  const out = new Float64Array(network.crossings);
  for (let group = 0; group < start.consignments.length; group++) {
    for (let c = 0; c < network.crossings; c++) {
      const at = (group * network.crossings + c) * channels.length;
      out[c] +=
        start.consignments[group] * (state.habit[at + fixerChannel] + state.habit[at + smuggleChannel]);
    }
  }
  return out;
}
