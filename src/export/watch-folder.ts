import { type FolderMeter, type KeptChunk, openFolderMeter } from '../study/folder-meter.ts';
import { type Holder, holderOf } from '../study/lock.ts';
import type { Plan } from '../study/plan.ts';
import type { StudyProgress } from '../study/progress.ts';
import type { StudyLook, StudyState, StudyWatch } from '../study/study-look.ts';
import { isFinished } from './manifest.ts';

/** What one look may take, so that whoever waits for keys does not wait long. A chunk that is begun is read to its end. */
const longestLookMs = 40;

/** Watches the folder of a study, whoever works it: this process, another, or nobody. Looks for the first time, and touches nothing. */
export function watchFolder(folder: string, plan: Plan): StudyWatch {
  const meter = openFolderMeter(folder, plan);
  let waiting: readonly KeptChunk[] = [];
  const lookNow = (): StudyLook => {
    const holder = holderOf(folder);
    if (waiting.length === 0) waiting = meter.find(startOf(holder));
    waiting = countSome(meter, waiting);
    const progress = meter.read();
    const state = waiting.length > 0 ? 'reading' : stateOf(folder, progress, holder);
    const start = startOf(holder);
    return { state, progress, holder, seconds: start === undefined ? 0 : (Date.now() - start) / 1000 };
  };
  let latest = lookNow();
  return {
    latest: () => latest,
    look: () => {
      const before = latest;
      const now = lookNow();
      if (markOf(now) === markOf(before)) return false;
      latest = now;
      return true;
    },
  };
}

/** Looks with the same mark show the same. */
function markOf({ state, progress, holder }: StudyLook): string {
  return [state, holder?.started, progress.done, progress.total].join();
}

/** Counts chunks until the time is up, and gives those that are left. */
function countSome(meter: FolderMeter, waiting: readonly KeptChunk[]): readonly KeptChunk[] {
  const end = performance.now() + longestLookMs;
  for (const [at, kept] of waiting.entries()) {
    if (performance.now() > end) return waiting.slice(at);
    try {
      meter.count(kept);
    } catch {
      // Gone or redone in the meantime: it is found again at the next look.
    }
  }
  return [];
}

function stateOf(folder: string, { done, total }: StudyProgress, holder: Holder | undefined): StudyState {
  if (holder !== undefined) return 'worked';
  if (!isFinished(folder)) return 'stopped';
  return done < total ? 'archived' : 'finished';
}

function startOf(holder: Holder | undefined): number | undefined {
  return holder === undefined ? undefined : Date.parse(holder.started);
}
