/** One parameter of a design: where its numbers come from. */
export type Axis = { readonly name: string } & (
  | { readonly kind: 'values'; readonly values: readonly number[] }
  | { readonly kind: 'uniform' | 'loguniform'; readonly lo: number; readonly hi: number }
  | {
      readonly kind: 'normal';
      readonly mean: number;
      readonly deviation: number;
      readonly lo?: number;
      readonly hi?: number;
    }
  | { readonly kind: 'triangular'; readonly lo: number; readonly mode: number; readonly hi: number }
);

/** The number below which a share `u` of an axis lies; `u` from 0, included, to 1, excluded. */
export function quantile(axis: Axis, u: number): number {
  if (axis.kind === 'values') return axis.values[Math.floor(u * axis.values.length)];
  if (axis.kind === 'uniform') return axis.lo + u * (axis.hi - axis.lo);
  throw new Error(`no quantile of ${axis.kind}`);
}
