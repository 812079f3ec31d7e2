import type { Size } from './line.ts';

/** A text that wants to stand at a point, 0 to 1 from the left and from the top. */
export interface Wish {
  readonly x: number;
  readonly y: number;
  /** Cells it takes, at least 1. */
  readonly width: number;
}

/** Where a label stands. */
export interface Spot {
  readonly column: number;
  readonly row: number;
}

/**
 * Places labels in the order given, each as near to its wish as those before it leave room, with a free cell between neighbours; undefined for
 * one that finds no room. A row counts as far as two columns, as it is as high as two are wide.
 */
export function placeLabels(wishes: readonly Wish[], size: Size): readonly (Spot | undefined)[] {
  const taken = Array.from(
    { length: Math.max(0, size.rows) },
    () => new Uint8Array(Math.max(0, size.columns) + 1),
  );
  return wishes.map((wish) => {
    const spot = nearest(wish, size, taken);
    if (spot !== undefined)
      taken[spot.row].fill(1, Math.max(0, spot.column - 1), spot.column + wish.width + 1);
    return spot;
  });
}

function nearest({ x, y, width }: Wish, size: Size, taken: readonly Uint8Array[]): Spot | undefined {
  const last = size.columns - width;
  const wanted = { column: Math.round(x * last), row: Math.round(y * (size.rows - 1)) };
  let best: Spot | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let row = 0; row < size.rows; row++) {
    for (let column = 0; column <= last; column++) {
      const distance = (column - wanted.column) ** 2 + (2 * (row - wanted.row)) ** 2;
      if (distance >= least || !isFree(taken[row], column, width)) continue;
      best = { column, row };
      least = distance;
    }
  }
  return best;
}

function isFree(row: Uint8Array, column: number, width: number): boolean {
  for (let at = column; at < column + width; at++) if (row[at] === 1) return false;
  return true;
}
