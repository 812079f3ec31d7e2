import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type PriceMap, priceMaps } from '../../model/price-map.ts';
import type { WorldSpec } from '../../model/world-spec.ts';
import { listWorlds } from '../../scenario/load-world.ts';
import { didYouMean } from '../../scenario/nearest.ts';
import { worldAlone } from '../../scenario/world-alone.ts';
import { runKey } from '../../study/run-key.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { packageRoot } from '../package-root.ts';
import { plainTable, wrapWords } from '../plain-table.ts';
import { print, printJson } from '../streams.ts';
import { UsageError } from '../usage-error.ts';

/** Flags of `map`. */
export interface MapOptions {
  readonly json?: boolean;
}

/** Prints what a truck pays on a world's map of ownership without a pact and with a full one, post by post and in sum. */
export async function map(world: string, { json }: MapOptions): Promise<ExitCode> {
  const experiment = worldAlone(folderOf(world));
  const maps = priceMaps(experiment, runKey(1, 1));
  if (json) for (const each of maps) printMapJson(experiment.world, each);
  else print(mapText(experiment.world, maps));
  return exitCodes.ok;
}

/** A folder given as a path, else a shipped world. */
function folderOf(world: string): string {
  if (/[/\\]/.test(world) && statSync(world, { throwIfNoEntry: false })?.isDirectory() === true) return world;
  const known = listWorlds(join(packageRoot, 'worlds'));
  if (known.includes(world)) return join(packageRoot, 'worlds', world);
  const hint = didYouMean(world, known) || ` Shipped: ${known.join(', ')}.`;
  throw new UsageError(`There is no world "${world}".${hint}`);
}

function printMapJson(world: WorldSpec, map: PriceMap): void {
  const places = [...world.crossings, ...world.posts];
  printJson({
    world: world.id,
    bypass: map.hasBypass,
    cohesion: map.cohesion,
    per_truck_usd: map.perTruck,
    trucks_n: map.trucks,
    revenue_usd: map.revenue,
    posts: places.map(({ id }, n) => ({ post_id: id, per_truck_usd: map.perTruckAt[n] })),
  });
}

function mapText(world: WorldSpec, maps: readonly PriceMap[]): string {
  const blocks = [true, false].map((hasBypass) => {
    const [without, withPact] = maps.filter((each) => each.hasBypass === hasBypass);
    return [
      hasBypass ? 'Inland posts can be driven around' : 'Inland posts cannot be driven around',
      ...tableOf(world, without, withPact),
      ...wrapWords(verdict(without, withPact), 80, '  '),
    ].join('\n');
  });
  const title = `${world.title}: what a truck pays, USD, at the start's demand and holders`;
  return [title, ...blocks, 'Model output, not data.'].join('\n\n');
}

function tableOf(world: WorldSpec, without: PriceMap, withPact: PriceMap): readonly string[] {
  const places = [...world.crossings, ...world.posts];
  const row = (name: string, a: number, b: number): readonly string[] => [
    `  ${name}`,
    a.toFixed(2),
    b.toFixed(2),
    changeWords(a, b),
  ];
  const rows = places.map(({ name }, n) => row(name, without.perTruckAt[n], withPact.perTruckAt[n]));
  return plainTable([
    ['  post', 'no pact', 'full pact', 'change'],
    ...rows,
    row('in sum, all posts on the way', without.perTruck, withPact.perTruck),
  ]);
}

function changeWords(a: number, b: number): string {
  if (!(a > 0)) return '';
  const change = Math.round((b / a - 1) * 1000) / 10;
  return `${change > 0 ? '+' : ''}${change.toFixed(1)}%`;
}

/** Less than a thousandth is no difference. */
const worthSaying = 0.001;

function verdict(without: PriceMap, withPact: PriceMap): string {
  const change = without.perTruck > 0 ? withPact.perTruck / without.perTruck - 1 : 0;
  const trucks = without.trucks > 0 ? withPact.trucks / without.trucks - 1 : 0;
  const verb = Math.abs(change) < worthSaying ? 'hardly changes' : change > 0 ? 'raises' : 'lowers';
  return `Here a full pact ${verb} what a truck pays in sum (${changeWords(1, 1 + change)}); trucks ${changeWords(1, 1 + trucks)}.`;
}
