import type { Plan } from '../plan.ts';
import type { PlannedPrecision } from './looks.ts';

/** Runs of a plan that are played before any of the next layer: those that one look adds, or all where a plan has no looks. */
export interface Layer {
  /** Replicates before this layer, and in it. */
  readonly before: number;
  readonly replicates: number;
  readonly chunkReplicates: number;
  /** Number of its first replicate at its first point, counted over all layers and points, from 0. */
  readonly firstCell: number;
  readonly cells: number;
  /** Number of its first chunk, and how many it has. */
  readonly firstChunk: number;
  readonly chunks: number;
}

/** The layers of a plan, as far as it is cut to. Chunks are numbered through them, so those of a look never depend on later ones. */
export function layersOf(plan: Plan): readonly Layer[] {
  const { points } = plan.design;
  const layers: Layer[] = [];
  let [before, firstChunk] = [0, 0];
  for (const { replicates: upTo, chunkReplicates } of looksOf(plan)) {
    const replicates = upTo - before;
    const cells = points * replicates;
    const chunks = Math.ceil(cells / chunkReplicates);
    layers.push({
      before,
      replicates,
      chunkReplicates,
      firstCell: points * before,
      cells,
      firstChunk,
      chunks,
    });
    before = upTo;
    firstChunk += chunks;
  }
  return layers;
}

function looksOf({ precision, replicates, chunkReplicates }: Plan): PlannedPrecision['looks'] {
  const count = replicates.to - replicates.from + 1;
  if (precision === undefined) return [{ replicates: count, chunkReplicates }];
  return precision.looks.filter((look) => look.replicates <= count);
}

/** The last layer of a plan: what is to be played once all before it is. */
export function lastLayer(plan: Plan): Layer {
  return layersOf(plan).at(-1)!;
}

/** The plan up to its first look; the plan itself where it has none. Its id stays that of the whole. */
export function cutToFirst(plan: Plan): Plan {
  return plan.precision === undefined ? plan : cutTo(plan, plan.precision.looks[0].replicates);
}

/** The plan up to the look after the one that it is cut to; undefined where that was the last. */
export function cutToNext(plan: Plan): Plan | undefined {
  const { before, replicates } = lastLayer(plan);
  const next = plan.precision?.looks.find((look) => look.replicates > before + replicates);
  return next === undefined ? undefined : cutTo(plan, next.replicates);
}

/** The plan up to the look at hand in a folder that has these chunks: the first look that is not whole, or the last of which there is anything. */
export function cutToHand(plan: Plan, has: (chunk: number) => boolean): Plan {
  let at = cutToFirst(plan);
  for (;;) {
    const next = isWhole(at, has) ? cutToNext(at) : undefined;
    if (next === undefined || !chunkNumbers(next).some(has)) return at;
    at = next;
  }
}

function isWhole(plan: Plan, has: (chunk: number) => boolean): boolean {
  return chunkNumbers(plan).every(has);
}

/** Numbers of the chunks of a plan's last layer. */
function chunkNumbers(plan: Plan): readonly number[] {
  const { firstChunk, chunks } = lastLayer(plan);
  return Array.from({ length: chunks }, (_, at) => firstChunk + at);
}

/** The plan with all its looks. */
export function whole(plan: Plan): Plan {
  const last = plan.precision?.looks.at(-1);
  return last === undefined ? plan : cutTo(plan, last.replicates);
}

function cutTo(plan: Plan, replicates: number): Plan {
  const { from } = plan.replicates;
  return { ...plan, replicates: { from, to: from + replicates - 1 } };
}
