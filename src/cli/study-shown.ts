import { setImmediate } from 'node:timers/promises';
import type { BatchAbout, ShownStudy } from '../dashboard/batch/snapshot.ts';
import type { ExportedStudy } from '../export/package.ts';
import { watchFolder } from '../export/watch-folder.ts';
import type { Worked } from '../export/work-study.ts';
import type { Plan } from '../study/plan.ts';
import type { StudyProgress } from '../study/progress.ts';
import { readPlan } from '../study/read-plan.ts';
import { countRuns } from '../study/run-order.ts';
import type { StudyLook } from '../study/study-look.ts';
import { batchAbout, folderAbout } from './batch-about.ts';

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

/** The study of a folder as it stands, whoever works it, all that is kept read. Throws ForeignFolder where it is none, or of another form. */
export async function studyIn(folder: string): Promise<ShownStudy> {
  const { shownStudy } = await import('../dashboard/batch/shown-study.ts');
  const plan = readPlan(folder);
  return shownStudy(folderAbout(folder, plan), await lookWhole(folder, plan));
}

async function readWhole({ folder, plan }: ExportedStudy, about: BatchAbout): Promise<ShownStudy> {
  const { shownStudy } = await import('../dashboard/batch/shown-study.ts');
  const look = await lookWhole(folder, plan);
  // Whoever holds the folder is this process, whose work has ended.
  return { ...shownStudy({ ...about, workers: undefined }, look), seconds: 0, worker: '' };
}

async function lookWhole(folder: string, plan: Plan): Promise<StudyLook> {
  const watch = watchFolder(folder, plan);
  while (watch.latest().state === 'reading') {
    await setImmediate();
    watch.look();
  }
  return watch.latest();
}
