import { exp, ln, pow } from '../engine/maths.ts';
import { contestShares } from './capacity.ts';
import { marginalTake, type Reach } from './collection.ts';
import { contestLines, type EffortLineId, effortLines } from './lines.ts';
import { valueAt } from './parameter-values.ts';
import { fuelFactor } from './price-gap.ts';
import type { World } from './world.ts';

/** Number of lines on which effort is decided. */
export const lineCount = effortLines.length;

const contested: ReadonlySet<string> = new Set(contestLines);

/** What a line offers before effort: its dated base, last month's rent of the dollar window, or for lines fed by trade the imports that feed them. */
export function baseOf(world: World, line: EffortLineId, month: number): number {
  if (line === 'dollars') return world.state.dollars.pool;
  const dated = valueAt(
    world.parameters,
    contested.has(line) ? `lines.${line}.base` : 'trade.imports',
    month,
  );
  return line === 'fuel' ? dated * fuelFactor(world.spec, world.parameters, month) : dated;
}

/** Skill bounds: learning can at most halve or double what a man achieves. Assumption. */
const leastSkill = 0.5;
const mostSkill = 2;

/** Skill of faction i on a line: strength at the start times (H/H0)^log2(1 + LR) (Wright 1936), within bounds; 1 when learning is off. */
export function skillOf(world: World, i: number, l: number, month: number): number {
  const strength = world.spec.factions[i].strengths[effortLines[l]] ?? 1;
  return strength * learnedSkill(world, i, l, month);
}

/** The learned part of skill, 1 at the start. */
export function learnedSkill(world: World, i: number, l: number, month: number): number {
  if (valueAt(world.parameters, 'learning.enabled', month) === 0) return 1;
  const steady = 1 / startForgetting(world);
  const exponent = ln(1 + valueAt(world.parameters, 'learning.rate', month)) / ln(2);
  const learned = pow(world.state.experience[i * lineCount + l] / steady, exponent);
  return Math.min(mostSkill, Math.max(leastSkill, learned));
}

/** Experience that effort 1 has built up at the start: 1/dep, so that effort 1 keeps skill. */
export function startForgetting(world: World): number {
  return valueAt(world.parameters, 'learning.forgetting', world.experiment.timeline.firstMonth);
}

/** Reach, skill and effort of all factions on customs or inland posts. */
export function reachOn(world: World, line: 'customs' | 'inland', month: number): Reach {
  const l = effortLines.indexOf(line);
  const factions = world.network.factions;
  return {
    reach: line === 'customs' ? world.start.gateReach : world.start.postReach,
    returns: valueAt(world.parameters, `lines.${line}.returns`, month),
    skill: Float64Array.from({ length: factions }, (_, i) => skillOf(world, i, l, month)),
    effort: Float64Array.from({ length: factions }, (_, i) => world.state.effort[i * lineCount + l]),
  };
}

/**
 * R_il = skill_il base_l K_i/(sum K + xi) effort_il^nu: what factions take on a contested line, USD, for each faction.
 * `base` is what there is to take.
 */
export function contestTakes(world: World, line: EffortLineId, base: number, month: number): Float64Array {
  const l = effortLines.indexOf(line);
  const returns = valueAt(world.parameters, `lines.${line}.returns`, month);
  return contestShares(world, month).map(
    (share, i) =>
      share * base * skillOf(world, i, l, month) * pow(world.state.effort[i * lineCount + l], returns),
  );
}

/**
 * Marginal revenue of effort on every line for every faction, USD a month, at `i * lines + l`, from last month's pools.
 * For a contested line it is nu R / effort.
 */
export function marginalRevenue(world: World, month: number): Float64Array {
  const { network, state } = world;
  const out = new Float64Array(network.factions * lineCount);
  const prices = network.crossings + network.posts;
  const gates = reachOn(world, 'customs', month);
  const posts = reachOn(world, 'inland', month);
  effortLines.forEach((line, l) => {
    if (line === 'customs' || line === 'inland') {
      const [reach, from, to] =
        line === 'customs' ? [gates, 0, network.crossings] : [posts, network.crossings, prices];
      for (let i = 0; i < network.factions; i++) {
        out[i * lineCount + l] = marginalTake(state.holdings, reach, i, state.pool, from, to);
      }
      return;
    }
    const base = line === 'goods' ? state.smugglePool : baseOf(world, line, month);
    const returns = valueAt(world.parameters, `lines.${line}.returns`, month);
    const takes = contestTakes(world, line, base, month);
    for (let i = 0; i < network.factions; i++) {
      const at = i * lineCount + l;
      out[at] = (returns * takes[i]) / state.effort[at];
    }
  });
  return out;
}

/**
 * lambda_i = (ops_i / reference_i)^-sg: the drive for local income. Patron money pays operations, and what is missing there
 * must be found. ops = patron + phi_o * local income, 6-month mean; the reference takes local income's 24-month mean and the
 * patron's part as it was at the start, so a lasting cut is felt for good. Under the null model it is exactly 1.
 */
export function needOf(world: World, i: number, month: number): number {
  if (valueAt(world.parameters, 'need.enabled', month) === 0) return 1;
  return pow(operationsRatio(world, i, month), -valueAt(world.parameters, 'need.sensitivity', month));
}

/** ops_i / reference_i, at least .001; 1 where the reference is 0. */
export function operationsRatio(world: World, i: number, month: number): number {
  const weight = valueAt(world.parameters, 'need.local_weight', month);
  const { localPast, patronPast } = world.state;
  const now =
    recentMean(patronPast, i, patronMonths, patronMonths, month) +
    weight * recentMean(localPast, i, localMonths, 6, month);
  const reference =
    world.start.patronIncome[i] + weight * recentMean(localPast, i, localMonths, localMonths, month);
  if (reference <= 0) return 1;
  // Operations below a thousandth of the reference are as desperate as a thousandth.
  return Math.max(0.001, now / reference);
}

/** Months of memory of local income. */
export const localMonths = 24;
/** Months of memory of patron income. */
export const patronMonths = 6;

/** Mean of the `months` entries before `month` in a ring of `size`. */
function recentMean(ring: Float64Array, i: number, size: number, months: number, month: number): number {
  let sum = 0;
  for (let back = 1; back <= months; back++) sum += ring[i * size + ((month - back + size * 2) % size)];
  return sum / months;
}

/** Least effort a line keeps: a faction never forgets that a line exists. */
const leastEffort = 0.001;

/** effort * exp(psi clip((lambda MR - cost)/cost, -1, 1)), psi slower down than up: lines once opened are left slowly. */
export function nextEffort(
  effort: number,
  need: number,
  marginal: number,
  cost: number,
  up: number,
  down: number,
): number {
  if (cost <= 0) return effort;
  const pull = Math.min(1, Math.max(-1, (need * marginal - cost) / cost));
  return Math.max(leastEffort, effort * exp((pull > 0 ? up : down) * pull));
}
