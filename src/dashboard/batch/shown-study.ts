import type { StudyLook } from '../../study/study-look.ts';
import type { BatchAbout, ShownStudy } from './snapshot.ts';

/** What the panels show of a folder as it was found. */
export function shownStudy(about: BatchAbout, { state, progress, holder, seconds }: StudyLook): ShownStudy {
  const worker = holder === undefined ? '' : `process ${holder.pid} on ${holder.host}`;
  return { about, progress, phase: state, seconds, worker, residentBytes: undefined };
}
