import type { EventRecord } from '../../engine/recorder.ts';
import { takeSnapshot } from '../../engine/snapshot.ts';
import { foundWorld } from '../../model/found-world.ts';
import { playMonth } from '../../model/month.ts';
import type { World } from '../../model/world.ts';
import type { Experiment } from '../../model/world-spec.ts';
import { runKey } from '../run-key.ts';
import { type Consequence, eventChain } from './event-chain.ts';
import { type Moment, type WorldDifference, worldDifferences } from './world-differences.ts';

/** When and in what two worlds first differ. */
export interface Parting {
  readonly month: number;
  /** What was being done in the month. */
  readonly phase: string;
  readonly differences: readonly WorldDifference[];
}

/** How two worlds on the same draws part. */
export interface Twins {
  /** The first difference of any kind; undefined where the worlds never part. */
  readonly parting: Parting | undefined;
  /** The first difference in what somebody decides: holders, factions, traders. */
  readonly decision: Parting | undefined;
  /** Events that differ, all of them. */
  readonly consequences: readonly Consequence[];
}

/** What is done before the first month. */
const founding = 'the founding of the world';

/**
 * Plays two experiments of one world and the same months in step, on the draws of one replicate, and finds where they part: first in anything,
 * then in a decision. Throws what the model throws.
 */
export function playTwins(
  first: Experiment,
  second: Experiment,
  studySeed: number,
  replicate: number,
): Twins {
  const key = runKey(studySeed, replicate);
  const worlds = [foundWorld(first, key), foundWorld(second, key)] as const;
  const search = startSearch(worlds[0]);
  search.look(first.timeline.firstMonth, founding, worlds[0], worlds[1]);
  const events: readonly EventRecord[][] = [[], []];
  const { firstMonth, months } = first.timeline;
  for (let month = firstMonth; month < firstMonth + months; month++) {
    if (search.isOver()) for (const world of worlds) playMonth(world, month);
    else playWatched(worlds, month, search);
    worlds.forEach((world, at) => {
      events[at].push(...world.events);
    });
  }
  return { ...search.found(), consequences: eventChain(events[0], events[1]) };
}

/** What is still looked for. */
interface Search {
  readonly look: (month: number, phase: string, first: Moment, second: Moment) => void;
  readonly isOver: () => boolean;
  readonly found: () => Omit<Twins, 'consequences'>;
}

function startSearch(world: World): Search {
  let parting: Parting | undefined;
  let decision: Parting | undefined;
  return {
    look: (month, phase, first, second) => {
      if (decision !== undefined) return;
      const differences = worldDifferences(world, first, second);
      if (differences.length > 0) parting ??= { month, phase, differences };
      const decided = differences.filter(({ isDecided }) => isDecided);
      if (decided.length > 0) decision = { month, phase, differences: decided };
    },
    isOver: () => decision !== undefined,
    found: () => ({ parting, decision }),
  };
}

/** Plays a month of the first world, keeping how it was after each phase, then the same month of the second beside it. */
function playWatched([first, second]: readonly [World, World], month: number, search: Search): void {
  const kept: Moment[] = [];
  playMonth(first, month, () => kept.push(takeSnapshot({ state: first.state, ledger: first.ledger })));
  let at = 0;
  playMonth(second, month, (phase) => search.look(month, phase, kept[at++], second));
}
