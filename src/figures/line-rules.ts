import type { LineId } from '../model/lines.ts';
import type { RuleName } from '../model/rules.ts';

/** The rules that move a revenue line, the one that pays it first. */
export const lineRules: Readonly<Record<LineId, readonly RuleName[]>> = {
  patron: ['patron', 'neighbours', 'flows'],
  payroll: ['payroll', 'men'],
  customs: ['collection', 'prices', 'trade', 'understanding', 'reform'],
  inland: ['collection', 'prices', 'trade', 'understanding', 'war'],
  goods: ['need', 'trade', 'enforcement', 'neighbours'],
  fuel: ['need', 'neighbours', 'learning'],
  contracts: ['need', 'elite', 'fronts', 'learning'],
  dollars: ['dollars', 'need', 'learning'],
  extortion: ['need', 'learning'],
  ransom: ['need', 'learning'],
};

/** The rules that move what is recorded of a crossing or an inland post, by its column. */
export const postRules: Readonly<Record<string, readonly RuleName[]>> = {
  traffic_usd: ['trade', 'war'],
  price_share: ['prices', 'understanding', 'reform'],
  take_usd: ['collection', 'prices', 'trade'],
  held_share: ['understanding', 'breakdown', 'splinters'],
  coverage_share: ['collection', 'need', 'learning'],
  open: ['trade', 'neighbours', 'mood'],
  clearance_days: ['reform', 'trade'],
  fixer_usd: ['trade', 'prices', 'reform'],
  smuggled_usd: ['trade', 'enforcement', 'neighbours'],
  duty_paid_usd: ['trade', 'reform'],
  patrol_idx: ['enforcement', 'reform'],
  captured_share: ['enforcement', 'reform'],
  seized_usd: ['enforcement'],
};

/** The rules that move what is recorded of a faction beside its income. */
export const factionRules: Readonly<Record<string, readonly RuleName[]>> = {
  cash_usd: ['men'],
  fighters_n: ['men', 'payroll', 'splinters'],
  need_idx: ['need'],
  posts_share: ['understanding', 'breakdown'],
};

/** The rule that a type of event belongs to; none for the scenario's own changes. */
export const eventRules: Readonly<Record<string, RuleName>> = {
  'post-closed': 'trade',
  'post-opened': 'trade',
  'line-leads': 'need',
  'men-unpaid': 'men',
  'talks-open': 'understanding',
  'share-moves': 'understanding',
  'side-payment': 'understanding',
  breach: 'breakdown',
  alarm: 'breakdown',
  settled: 'breakdown',
  'war-begins': 'breakdown',
  'war-ends': 'breakdown',
  clash: 'breakdown',
  attack: 'attacks',
  parade: 'parades',
  splinter: 'splinters',
  'front-name': 'splinters',
  'turf-clash': 'splinters',
  'group-ended': 'splinters',
  election: 'seats',
  protest: 'mood',
  blockade: 'mood',
  'front-born': 'fronts',
  'front-designated': 'fronts',
  'front-reborn': 'fronts',
};
