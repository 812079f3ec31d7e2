import type { WorldFile } from './world-file.ts';

/** Citation text of each source key, its address after it; a text that is no key of the world is its own citation. */
export function citeSources(world: WorldFile, keys: readonly string[]): readonly string[] {
  return keys.map((key) => {
    const source = world.sources.get(key);
    if (source === undefined) return key;
    return source.url === undefined ? source.cite : `${source.cite} ${source.url}`;
  });
}
