import { checkFolder } from '../export/folder-check/check-folder.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { print, printJson, say } from './streams.ts';

/** Tells everything that is wrong with a study folder. Exit 7 where bytes are not those that were written, else 6 where content does not hold together. */
export function checkStudyFolder(folder: string, asJson: boolean): ExitCode {
  const found = new Set<string>();
  for (const { kind, file, message } of checkFolder(folder)) {
    found.add(kind);
    const text = `${folder}: ${file}: ${message}`;
    if (asJson) printJson({ file: folder, status: kind === 'bytes' ? 'damaged' : 'wrong', part: file, text });
    else say(text);
  }
  if (found.size === 0) tellWhole(folder, asJson);
  else if (found.has('bytes')) say(mend(folder));
  if (found.has('bytes')) return exitCodes.output;
  return found.size > 0 ? exitCodes.checkFailed : exitCodes.ok;
}

function tellWhole(folder: string, asJson: boolean): void {
  const text = `${folder}: whole: plan, files, checksums, rows and keys are as they were written`;
  if (asJson) printJson({ file: folder, status: 'whole', text });
  else print(text);
}

function mend(folder: string): string {
  return `To make the tables anew from the runs that are kept in ${folder}/chunks: remove ${folder}/manifest.json and give the command of ${folder}/README.md again.`;
}
