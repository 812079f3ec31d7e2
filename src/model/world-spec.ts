import type { LineId } from './lines.ts';

/**
 * A world as data, checked and plain: what `worlds/<id>/` says, without sources. Safe to send to a worker.
 * Numbers that change with time are not here; they stand in the `Timeline`.
 */
export interface WorldSpec {
  readonly id: string;
  readonly title: string;
  /** The patron's and the state's names on screen. */
  readonly patronName: string;
  readonly governmentName: string;
  readonly factions: readonly FactionSpec[];
  readonly neighbours: readonly NeighbourSpec[];
  /** Nests of crossings that traders see as close substitutes. */
  readonly corridors: readonly { readonly id: string; readonly name: string }[];
  readonly crossings: readonly CrossingSpec[];
  readonly posts: readonly PostSpec[];
  readonly destinations: readonly DestinationSpec[];
  readonly goods: readonly GoodsSpec[];
  readonly bases: readonly BaseSpec[];
}

/** A country over the border. */
export interface NeighbourSpec {
  readonly id: string;
  readonly name: string;
  /** Whether it is the patron, whose sanctions then are the patron's. */
  readonly isPatron?: boolean;
}

/** A point on the map, WGS 84. */
export interface Place {
  /** Degrees east. */
  readonly lon: number;
  /** Degrees north. */
  readonly lat: number;
}

/** An armed faction at the start. */
export interface FactionSpec {
  readonly id: string;
  readonly name: string;
  /** Share of the registered fighters and of their payroll; all factions sum to at most 1. */
  readonly registeredShare: number;
  /** Fighters whom the faction pays itself, at the start. */
  readonly ownFighters: number;
  /** Coercive capacity at the start, any positive scale shared by all. */
  readonly capacity: number;
  /** Weights of the patron's choice among factions; 0 and the patron pays nothing. */
  readonly patronWeight: number;
  /** Yield on a line relative to a faction without special strength; 1 where absent. */
  readonly strengths: Readonly<Partial<Record<LineId, number>>>;
}

/** By sea, by land, or a crossing without customs. */
export type CrossingKind = 'sea' | 'land' | 'unofficial';

/** A border crossing: where it is, who holds it, how much passes. */
export interface CrossingSpec {
  readonly id: string;
  readonly name: string;
  readonly kind: CrossingKind;
  readonly place: Place;
  readonly neighbourId: string;
  readonly corridorId: string;
  /** Share of import value at the start; all crossings sum to 1. */
  readonly importShare: number;
  /** Faction id to share of the gate; the rest is with officials and independents. Sums to at most 1. */
  readonly holders: Readonly<Record<string, number>>;
}

/** An inland post: between which crossings and destinations it stands, and who holds it. */
export interface PostSpec {
  readonly id: string;
  readonly name: string;
  readonly place: Place;
  /** Crossings and destinations between which a truck passes this post. */
  readonly crossingIds: readonly string[];
  readonly destinationIds: readonly string[];
  readonly holders: Readonly<Record<string, number>>;
}

/** Where goods are bought. */
export interface DestinationSpec {
  readonly id: string;
  readonly name: string;
  readonly place: Place;
  /** Share of demand; all sum to 1. */
  readonly demandShare: number;
}

/** A base of the sanctioning power, which buys fuel. */
export interface BaseSpec {
  readonly id: string;
  readonly name: string;
  readonly place: Place;
  /** Share of the fuel that all bases buy; all sum to 1. */
  readonly fuelShare: number;
}

/** A class of goods. */
export interface GoodsSpec {
  readonly id: string;
  readonly name: string;
  /** Share of import value; all sum to 1. */
  readonly importShare: number;
  /** USD for a consignment (one truck or container). */
  readonly consignmentUsd: number;
  /** 1 perfectly concealable, 0 not at all. */
  readonly concealability: number;
}

/** Every parameter's value in every month of a run; `values[p * months + (month - firstMonth)]`. */
export interface Timeline {
  readonly firstMonth: number;
  readonly months: number;
  /** Parameter names, entities spelled out: `crossings.upper-gate.open`. */
  readonly names: readonly string[];
  readonly values: Float64Array;
  /** The same as the world file has it, before any scenario; absent where a run has no world file. */
  readonly believed?: Float64Array;
}

/** A dated change as the run shows it: a mark on a picture, a line in the log. */
export interface DatedChange {
  readonly month: number;
  readonly label: string;
  readonly why: string;
}

/** All a run needs but its chance: a world, its parameters by month, and what to mark. Plain data. */
export interface Experiment {
  readonly scenarioId: string;
  readonly title: string;
  readonly world: WorldSpec;
  readonly timeline: Timeline;
  readonly changes: readonly DatedChange[];
}
