import { createHash } from 'node:crypto';

/** Largest study seed: every whole number up to it is exact in a double. */
export const largestSeed = Number.MAX_SAFE_INTEGER;

/**
 * The key of a run's chance: the first 53 bits of the sha256 of the study seed and the replicate (from 1), in base 36. It opens every stream of the run,
 * so it is short; that two runs of 100,000 share one has a chance below one in a million.
 * The scenario is not part of it: one replicate draws alike in every scenario, so that differences between scenarios are the policy's.
 * Throws on a seed or replicate that is no whole number in range; the command line checks them first.
 */
export function runKey(studySeed: number, replicate: number): string {
  if (!Number.isSafeInteger(studySeed) || studySeed < 0) throw new RangeError(`seed ${studySeed}`);
  if (!Number.isSafeInteger(replicate) || replicate < 1) throw new RangeError(`replicate ${replicate}`);
  return (BigInt(`0x${hash('run', studySeed, replicate).slice(0, 14)}`) >> 3n).toString(36);
}

/** The name of a run in every table, `r-7f3a91c204be`: the same for the same scenario, point, study seed and replicate; never number-like. */
export function runId(scenarioId: string, pointId: string, studySeed: number, replicate: number): string {
  return `r-${hash('run id', scenarioId, pointId, studySeed, replicate).slice(0, 12)}`;
}

function hash(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
