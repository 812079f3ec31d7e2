import { widest } from './estimate-rows.ts';
import { convergedShare } from './morris.ts';
import type { SensitivityRow } from './sensitivity-row.ts';
import { convergedWidth } from './sobol-indices.ts';

/**
 * Bases that would make the intervals of one outcome as narrow as its method asks, judged by how wide they are now: width falls with the
 * square root of bases. A power of two for Sobol's method. The bases at hand where they suffice; undefined where nothing can be judged.
 */
export function basesNeeded(rows: readonly SensitivityRow[]): number | undefined {
  const [{ method, nBase, nFailed, converged }] = rows;
  if (converged) return nBase + nFailed;
  const excess = method === 'sobol' ? excessOfSobol(rows) : excessOfMorris(rows);
  if (excess === undefined || !Number.isFinite(excess)) return undefined;
  const needed = Math.ceil((nBase + nFailed) * Math.max(1, excess * excess));
  return method === 'sobol' ? 2 ** Math.ceil(Math.log2(needed)) : needed;
}

/** The widest interval over what is asked for. */
function excessOfSobol(rows: readonly SensitivityRow[]): number | undefined {
  return areBounded(rows) ? widest(rows, 'total') / convergedWidth : undefined;
}

function excessOfMorris(rows: readonly SensitivityRow[]): number | undefined {
  if (!areBounded(rows)) return undefined;
  const sizes = rows.filter(({ index }) => index === 'mu_star').map(({ estimate }) => estimate!);
  return widest(rows, 'mu_star') / (convergedShare * Math.max(...sizes));
}

function areBounded(rows: readonly SensitivityRow[]): boolean {
  return rows.every(({ lo, hi }) => lo !== null && hi !== null);
}
