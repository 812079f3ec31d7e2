import type { Worked } from '../export/work-study.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { asTyped } from './program-word.ts';
import { counted } from './progress.ts';
import { say } from './streams.ts';

/** Says what a study that has no results to tell has, and how to go on; gives the exit code. `goOn` is the command. */
export function tellUnfinished(
  worked: Exclude<Worked, { readonly state: 'finished' }>,
  folder: string,
  goOn: string,
): ExitCode {
  if (worked.state === 'archived') {
    say(`${folder} is finished already, and its chunks were removed: its tables are left as they are.`);
    return exitCodes.ok;
  }
  const { done, total, failures, failed } = worked.progress;
  const saved = `${done.toLocaleString('en')} of ${counted(total, 'run')} are saved in ${folder}`;
  if (worked.state === 'shard done') {
    say(`This shard is done: ${saved}. When all are:  ${asTyped('maabar merge <folders of all shards>')}`);
    return failed > 0 ? exitCodes.failedRuns : exitCodes.ok;
  }
  if (worked.state === 'stopped') {
    const latest = failures.map(({ runId, code, message }) => `${runId} ${code}: ${message}`).join('\n');
    say(`${latest}\nStopped at a failed run, as asked; ${saved}. Continue with:  ${asTyped(goOn)}`);
    return exitCodes.stopped;
  }
  say(`Stopped: ${saved}. Continue with:  ${asTyped(goOn)}`);
  return exitCodes.interrupted;
}
