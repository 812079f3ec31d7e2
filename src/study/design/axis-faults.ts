import type { Axis } from './axis.ts';

/** What keeps axes from being sampled, a sentence a fault, all at once; empty where `quantile` can be asked of each of them. */
export function axisFaults(axes: readonly Axis[]): readonly string[] {
  return [
    ...repeatedNames(axes),
    ...axes.flatMap((axis) => faultsOf(axis).map((fault) => `${axis.name}: ${fault}`)),
  ];
}

function repeatedNames(axes: readonly Axis[]): readonly string[] {
  const names = axes.map(({ name }) => name);
  const repeated = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  return [...repeated].map((name) => `${name} is varied twice. Keep one of the two.`);
}

function faultsOf(axis: Axis): readonly string[] {
  const odd = Object.entries(axis).flatMap(([key, value]) =>
    [value]
      .flat()
      .filter((number) => typeof number === 'number' && !Number.isFinite(number))
      .map((number) => `${key} is ${number}, which is no finite number.`),
  );
  return odd.length > 0 ? odd : orderFaults(axis);
}

function orderFaults(axis: Axis): readonly string[] {
  switch (axis.kind) {
    case 'values':
      return axis.values.length > 0 ? [] : ['the list of values is empty. Give at least one.'];
    case 'uniform':
      return rangeFaults(axis.lo, axis.hi);
    case 'loguniform':
      return axis.lo > 0
        ? rangeFaults(axis.lo, axis.hi)
        : [`lo is ${axis.lo}, and a loguniform axis has logarithms only above 0.`];
    case 'normal':
      return axis.deviation > 0
        ? rangeFaults(axis.lo ?? -Infinity, axis.hi ?? Infinity)
        : [`deviation is ${axis.deviation}, and it must be above 0.`];
    case 'triangular':
      return modeFaults(axis);
  }
}

function rangeFaults(lo: number, hi: number): readonly string[] {
  return lo < hi ? [] : [`the range from ${lo} to ${hi} is empty. lo must be below hi.`];
}

function modeFaults({ lo, mode, hi }: Extract<Axis, { readonly kind: 'triangular' }>): readonly string[] {
  const range = rangeFaults(lo, hi);
  if (range.length > 0 || (mode >= lo && mode <= hi)) return range;
  return [`mode is ${mode}, and it must lie from ${lo} to ${hi}, both included.`];
}
