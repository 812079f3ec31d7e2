import { join } from 'node:path';
import type { Experiment } from '../model/world-spec.ts';
import { type LoadedScenario, loadScenario } from '../scenario/load.ts';
import { loadWorld } from '../scenario/load-world.ts';
import type { WorldFile } from '../scenario/world-file.ts';
import { type Change, changeRows } from './change-timeline.ts';

/** Shipped scenarios, each loaded once, and variants of them, each made once: rows that ask for the same runs share them. */
export interface Shelf {
  readonly load: (scenario: string) => Promise<LoadedScenario>;
  readonly experiment: (
    scenario: string,
    changes?: Readonly<Record<string, Change>>,
    key?: string,
  ) => Promise<Experiment>;
  /** The world whose values small maps take. */
  readonly toy: WorldFile;
}

/** Opens the shelf of a folder with `scenarios/` and `worlds/`. */
export function openShelf(shippedDir: string): Shelf {
  const loaded = new Map<string, Promise<LoadedScenario>>();
  const variants = new Map<string, Promise<Experiment>>();
  const load = (scenario: string): Promise<LoadedScenario> =>
    remember(loaded, scenario, () => loadScenario(scenario, { shippedDir }));
  return {
    load,
    toy: loadWorld(join(shippedDir, 'worlds', 'two-gates')),
    experiment: (scenario, changes = {}, key = JSON.stringify(changes)) =>
      remember(variants, `${scenario} ${key}`, async () =>
        changeRows((await load(scenario)).experiment, changes),
      ),
  };
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
