import { setImmediate } from 'node:timers/promises';
import type { BatchAbout, ShownStudy } from '../dashboard/batch/snapshot.ts';
import type { ExportedStudy } from '../export/package.ts';
import { watchFolder } from '../export/watch-folder.ts';
import type { Worked } from '../export/work-study.ts';
import type { StudyProgress } from '../study/progress.ts';
import { countRuns } from '../study/run-order.ts';
import { batchAbout } from './batch-about.ts';

/** The study behind the picture of a run, as far as it is. */
export interface StudyBehind {
  readonly tell: (progress: StudyProgress) => void;
  /** The work has ended. A folder that was finished before told nothing of itself, so it is read. */
  readonly end: (worked: Worked) => Promise<void>;
  /** Undefined as long as nothing is known; the same object until more is. */
  readonly shown: () => ShownStudy | undefined;
}

/** Follows a study that this process works on so many threads. */
export function followStudy(study: ExportedStudy, workers: number | undefined): StudyBehind {
  const about = batchAbout(study, workers, countRuns(study.plan));
  let shown: ShownStudy | undefined;
  return {
    shown: () => shown,
    tell: (progress) => {
      const residentBytes = process.memoryUsage.rss();
      shown = { about, progress, phase: 'running', seconds: progress.seconds, worker: '', residentBytes };
    },
    end: async ({ state }) => {
      if (shown === undefined) shown = await readWhole(study, about);
      else if (state === 'finished') shown = { ...shown, phase: 'finished' };
    },
  };
}

async function readWhole({ folder, plan }: ExportedStudy, about: BatchAbout): Promise<ShownStudy> {
  const watch = watchFolder(folder, plan);
  while (watch.latest().state === 'reading') {
    await setImmediate();
    watch.look();
  }
  const { state, progress } = watch.latest();
  const nobody = { seconds: 0, worker: '', residentBytes: undefined };
  return { ...nobody, about: { ...about, workers: undefined }, progress, phase: state };
}
