import type { Subject } from '../figures/subject.ts';
import type { ViewName } from './tabs.ts';

/** Lists that a cursor moves in; each keeps its own cursor, filter and order. */
export type ListName =
  | 'factions'
  | 'holders'
  | 'posts'
  | 'events'
  | 'rivals'
  | 'movers'
  | 'rules'
  | 'causes'
  | 'ledger'
  | 'treasury'
  | 'prediction'
  | 'pact'
  | 'parameters'
  | 'choices'
  | 'scenarios'
  | 'measures'
  | 'shocks';

/** Where the user is, and where Esc leads back to. */
export interface Place {
  readonly view: ViewName;
  /** Panel in focus, counted on and back by Tab; the view takes it modulo its panels. */
  readonly panel: number;
  readonly isZoomed: boolean;
  readonly overlay: 'none' | 'help' | 'log';
  /** The crossing or inland post that the Crossings view shows alone; undefined for the map of all. */
  readonly post: number | undefined;
  /** What the Why view is asked of. */
  readonly subject: Subject;
}

/** What Enter leads to from a row of a list. */
export type Target =
  | {
      readonly to: 'why';
      readonly subject: Subject;
      /** Row of what moved that is asked about; the first unless said. */
      readonly mover?: number;
    }
  | { readonly to: 'post'; readonly index: number };

/** The place before any key. */
export const startPlace: Place = {
  view: 'run',
  panel: 0,
  isZoomed: false,
  overlay: 'none',
  post: undefined,
  subject: { kind: 'all' },
};

/** The place that a target leads to from another. */
export function placeOf(target: Target): Place {
  return target.to === 'why'
    ? { ...startPlace, view: 'why', subject: target.subject }
    : { ...startPlace, view: 'crossings', post: target.index };
}
