import type { EventRecord } from '../engine/recorder.ts';
import type { DollarState } from './dollar-window.ts';
import type { EnforcementStart, EnforcementState } from './enforcement.ts';
import type { FrontState } from './fronts.ts';
import type { Holdings } from './holdings.ts';
import type { Ledger } from './ledger.ts';
import type { Constants, Market, Terms } from './market.ts';
import type { Network } from './network.ts';
import type { OriginTrace } from './origins.ts';
import type { ParameterValues } from './parameter-values.ts';
import type { PricingSpace } from './pricing.ts';
import type { FlowNames } from './run-record.ts';
import type { SmallGroups } from './small-groups.ts';
import type { MonthTrade } from './trade.ts';
import type { Experiment, WorldSpec } from './world-spec.ts';

/** A run in progress. What changes from month to month is in `state`, and in the ledger whose balances `state` holds. */
export interface World {
  readonly experiment: Experiment;
  readonly spec: WorldSpec;
  readonly runKey: string;
  readonly parameters: ParameterValues;
  readonly network: Network;
  readonly names: FlowNames;
  readonly start: Start;
  /** Scratch of the hot rooms, filled anew each month. */
  readonly market: Market;
  readonly pricing: PricingSpace;
  readonly trade: MonthTrade;
  readonly origins: OriginTrace;
  /** Balances before the month, for the check of the books. */
  readonly opening: Float64Array;
  /** Terms of the month in hand. */
  terms: Terms;
  ledger: Ledger;
  state: WorldState;
  /** Events of the month in hand, in order. */
  events: EventRecord[];
}

/** All that a later month needs to know of the earlier ones: plain typed arrays and numbers, so that a run can be put down and picked up. */
export interface WorldState {
  /** Last month played; the month before the first when none is. */
  month: number;
  /** Who holds what. */
  readonly holdings: Holdings;
  /** kappa, cohesion of the pact. */
  cohesion: number;
  /** Gate prices (share of the saving) then inland charges (share of cargo value). */
  readonly prices: Float64Array;
  /** Probabilities that traders follow, at `((g * destinations + d) * crossings + c) * 3 + channel`. */
  readonly habit: Float64Array;
  /** Effort of faction i on line l at `i * lines + l`, lines in the order of `effortLines`. */
  readonly effort: Float64Array;
  /** H, experience, same layout. */
  readonly experience: Float64Array;
  readonly ownFighters: Float64Array;
  /** lambda of each faction. */
  readonly need: Float64Array;
  readonly balances: Float64Array;
  /** Local income of the last 24 months at `i * 24 + month mod 24`, USD. */
  readonly localPast: Float64Array;
  /** Patron income of the last 6 months at `i * 6 + month mod 6`, USD. */
  readonly patronPast: Float64Array;
  /** Patron's own income index of the last 6 months. */
  readonly patronIncomePast: Float64Array;
  /** What fixers or posts took at each price last month, in all hands, USD. */
  readonly pool: Float64Array;
  /** Fees for smuggling around gates last month, USD. */
  smugglePool: number;
  /** Share of each faction's own-paid men who went unpaid this month. */
  readonly unpaid: Float64Array;
  /** Openness of crossings and posts last month. */
  readonly openBefore: Float64Array;
  /** Value that passed each price last month, USD. */
  readonly trafficBefore: Float64Array;
  /** Factions' take at each price, a slow mean, USD a month: what talks divide. */
  readonly postTake: Float64Array;
  /** What effort on a line costs each faction at the start's base, USD, `i * lines + l`. */
  readonly effortCost: Float64Array;
  /** What each faction receives (above 0) or pays each month by the last talks, cents; they sum to 0. */
  readonly sidePayments: Float64Array;
  /** Share of the take at posts that is not where power would have it. */
  misfit: number;
  /** Least misfit since the last talks ended. */
  misfitLeft: number;
  /** 1 where a faction poaches on its co-owners until the next review. */
  readonly poaching: Float64Array;
  /** `seq` of the breach that is under way. */
  readonly breachSeq: Float64Array;
  /** Take lost to poachers, and expected, since the last review, USD. */
  readonly lost: Float64Array;
  readonly expected: Float64Array;
  /** Months of war left to each faction, the other party's index, and the `seq` of its beginning. */
  readonly warLeft: Float64Array;
  readonly warFoe: Float64Array;
  readonly warSeq: Float64Array;
  /** Part of its take that each price's holders lose this month after a clash. */
  readonly takeLost: Float64Array;
  /** Compensation that i owes j, cents, at `i * factions + j`. */
  readonly owed: Float64Array;
  /** Clashes of the month. */
  clashes: number;
  readonly dollars: DollarState;
  readonly fronts: FrontState;
  /** What the patron earned in the country last month, USD. */
  flowsBack: number;
  /** State spending embezzled last month, USD. */
  embezzled: number;
  /** What each account's money is made of, at `account * origins + origin`. */
  readonly madeOf: Float64Array;
  /** Index of the line that brought most last month. */
  leadingLine: number;
  eventsSeen: number;
  readonly smallGroups: SmallGroups;
  /** Attacks of each faction this month. */
  readonly attacks: Float64Array;
  /** Parades of each faction and of groups that left it this month. */
  readonly parades: Float64Array;
  /** Parades of the last 3 months at `month mod 3`. */
  readonly paradesPast: Float64Array;
  /** Threat that officials feel, 0 to 1. */
  threat: number;
  /** Pressure of the foreign power after attacks, 0 to 1. */
  foreignPressure: number;
  /** Share of all seats of parliament that each faction holds. */
  readonly seats: Float64Array;
  /** Legitimacy of the armed order, 0 to 1. */
  legitimacy: number;
  /** Legitimacy, and monthly income of each faction in USD, at the last election. */
  votedLegitimacy: number;
  readonly votedIncome: Float64Array;
  /** Share of household income taken by force in the first month. */
  burdenAtStart: number;
  /** Share of people who protest. */
  protest: number;
  /** Months for which protest still blocks each crossing. */
  readonly closedMonths: Float64Array;
  readonly enforcement: EnforcementState;
}

/** What founding fixes for the run. */
export interface Start {
  readonly constants: Constants;
  /** Consignments a month that group g-d could bring at the start. */
  readonly consignments: Float64Array;
  readonly imports: number;
  /** a of the coverage rule, at gates and at inland posts. */
  readonly gateReach: number;
  readonly postReach: number;
  /** Marginal revenue of effort at the start, USD, `i * lines + l`: what effort costs. */
  readonly marginal: Float64Array;
  /** What each price took at the start, in all hands, USD a month. */
  readonly pool: Float64Array;
  /** Mean take of factions at a contested price at the start, USD a month. */
  readonly contestedTake: number;
  /** Where each faction may be given a stake, `n * factions + i`. */
  readonly niches: Uint8Array;
  /** What each faction's share is beyond what its capacity would bring. */
  readonly claims: Float64Array;
  /** Dated base of each effort line at the start. */
  readonly bases: Float64Array;
  /** Patron transfer of each faction in the first month, USD. */
  readonly patronIncome: Float64Array;
  /** Fighters at the start, registered and own. */
  readonly fighters: Float64Array;
  readonly reserve: Float64Array;
  readonly wantedCash: Float64Array;
  readonly enforcement: EnforcementStart;
  /** Fronts at the start. */
  readonly fronts: number;
  /** Share of seats that factions hold. */
  readonly seats: number;
  /** What flows back to the patron in the first month, USD. */
  readonly flowsBack: number;
}

/** `Start` while it is being filled. */
export type StartDraft = { -readonly [K in keyof Start]: Start[K] };
