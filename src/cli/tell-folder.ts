import { setTimeout } from 'node:timers/promises';
import { watchFolder } from '../export/watch-folder.ts';
import { timeWords } from '../figures/work-words.ts';
import type { StudyProgress } from '../study/progress.ts';
import { readPlan } from '../study/read-plan.ts';
import type { StudyLook } from '../study/study-look.ts';
import { folderAbout } from './batch-about.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { counted } from './progress.ts';
import { tell } from './tell.ts';

const lookMs = 1000;

/** Tells in sentences how far the study of a folder is, a line at most for every tenth, until nobody works it; the last line says where its files are. Throws ForeignFolder. */
export async function tellFolder(folder: string): Promise<ExitCode> {
  const plan = readPlan(folder);
  const watch = watchFolder(folder, plan);
  const { name, goOn } = folderAbout(folder, plan);
  tell(`Study ${name}, seed ${plan.studySeed}. Model output, not data.`);
  let told = -1;
  for (;;) {
    const look = watch.latest();
    const end = endSentence(look, folder, goOn);
    if (end !== undefined) {
      tell(end);
      return exitCodes.ok;
    }
    const tenth = Math.floor((look.progress.done * 10) / look.progress.total);
    if (look.state === 'worked' && tenth > told) {
      tell(progressSentence(look.progress));
      told = tenth;
    }
    await setTimeout(look.state === 'reading' ? 0 : lookMs);
    watch.look();
  }
}

/** Undefined while more is to come. */
function endSentence({ state, progress }: StudyLook, folder: string, goOn: string): string | undefined {
  if (state === 'finished') return `Finished: ${keptWords(progress)}. The tables are in ${folder}.`;
  if (state === 'archived')
    return `Finished: the tables are in ${folder}; the runs behind them were removed.`;
  if (state === 'stopped')
    return `Stopped: nobody works it. ${keptWords(progress)} in ${folder}. To go on: ${goOn}`;
  return undefined;
}

function progressSentence(progress: StudyProgress): string {
  const { secondsLeft } = progress;
  const left =
    secondsLeft === undefined || progress.done === progress.total
      ? ''
      : `; ${timeRange(secondsLeft.lo, secondsLeft.hi)} left`;
  return `${keptWords(progress)}${left}.`;
}

function keptWords({ done, total, failed }: StudyProgress): string {
  const failures = failed === 0 ? '' : `, of which ${failed.toLocaleString('en')} failed`;
  return `${done.toLocaleString('en')} of ${counted(total, 'run')} are kept${failures}`;
}

function timeRange(lo: number, hi: number): string {
  const [least, most] = [timeWords(lo), timeWords(hi)];
  return least === most ? `about ${most}` : `between ${least} and ${most}`;
}
