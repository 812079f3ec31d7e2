import type { Unit } from '../engine/units.ts';
import { type ParameterDeclaration, parameterDeclarations } from '../model/parameters.ts';

/** What a number of a world must be: its unit and bounds, both included. */
export interface Measure {
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
}

const share: Measure = { unit: 'share', min: 0, max: 1 };

/** Numbers of a world that do not change with time, by kind and key; the parameters stand in model/parameters.ts. */
export const attributeMeasures = {
  'factions.*.registered_share': share,
  'factions.*.own_fighters': { unit: 'persons', min: 0, max: 1e7 },
  'factions.*.capacity': { unit: 'index', min: 0, max: 1e6 },
  'factions.*.patron_weight': { unit: 'index', min: 0, max: 1e6 },
  'factions.*.strengths.*': { unit: 'ratio', min: 0, max: 1000 },
  'goods.*.import_share': share,
  'goods.*.consignment': { unit: 'usd', min: 1, max: 1e9 },
  'goods.*.concealability': share,
  'crossings.*.import_share': share,
  'destinations.*.demand_share': share,
  'bases.*.fuel_share': share,
} as const satisfies Record<string, Measure>;

/** Value, where a world file is silent. Assumption: an open crossing or post without further cost, that automation does not speed up; a neighbour without sanctions whose prices are no pull. */
export const parameterDefaults: Readonly<Record<string, number>> = {
  'crossings.*.open': 1,
  'crossings.*.extra_cost': 0,
  'crossings.*.automated_days': 365,
  'posts.*.open': 1,
  'neighbours.*.sanctions': 0,
  'neighbours.*.border_open': 1,
  'neighbours.*.price_gap': 0,
};

const declared = new Map(parameterDeclarations.map((declaration) => [declaration.name, declaration]));

/** The declaration of a parameter by its name, entities spelled out or `*`; undefined when there is none. */
export function declarationOf(name: string): ParameterDeclaration | undefined {
  const parts = name.split('.');
  return declared.get(name) ?? declared.get(parts.length === 3 ? `${parts[0]}.*.${parts[2]}` : '');
}

/** What is wrong with a number for its measure, as words that follow "it is"; undefined when nothing is. */
export function outside(value: number, measure: Measure): string | undefined {
  if (!Number.isFinite(value)) return 'not a finite number';
  if (value < measure.min) return `below ${measure.min}, the least allowed`;
  if (value > measure.max) return `above ${measure.max}, the most allowed`;
  if (measure.unit === 'switch' && value !== 0 && value !== 1) return 'neither 0 (off) nor 1 (on)';
  if (measure.unit === 'count' && !Number.isInteger(value)) return 'no whole number';
  return undefined;
}
