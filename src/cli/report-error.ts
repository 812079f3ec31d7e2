import { formatProblem, InvalidInput } from '../engine/problem.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { program } from './program-word.ts';
import { say } from './streams.ts';

const fullDisk = new Set(['ENOSPC', 'EDQUOT']);
const diskFaults = new Set(['EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'EISDIR', 'EMFILE', 'EIO']);

/** Tells the user what went wrong, without a stack trace for what is not our fault, and gives the exit code. */
export function reportError(error: unknown): ExitCode {
  if (error instanceof InvalidInput) {
    const isOnCommandLine = error.problems.every((problem) => problem.file === undefined);
    const text = error.problems.map(formatProblem).join('\n');
    return tell(text, isOnCommandLine ? exitCodes.usage : exitCodes.invalid);
  }
  const { name, message, code, syscall, stack } = error as NodeJS.ErrnoException;
  if (name === 'UsageError')
    return tell(`${message}\n${program} --help lists what it can do.`, exitCodes.usage);
  if (name === 'ForeignFolder' || name === 'FolderLocked' || name === 'Unmergeable')
    return tell(message, exitCodes.output);
  if (code !== undefined && fullDisk.has(code))
    return tell(
      `The disk is full: ${message}. Make room and give the same command again; what was done is kept.`,
      exitCodes.output,
    );
  if (code !== undefined && (diskFaults.has(code) || (code === 'ENOENT' && syscall === 'mkdir')))
    return tell(
      `The output cannot be written: ${message}. Name another folder with --out.`,
      exitCodes.output,
    );
  if (name === 'Nondeterminism')
    return tell(
      `Stopped: ${message}, so this machine or this model cannot be relied on. What is done is kept; nothing may be built on it.`,
      exitCodes.output,
    );
  if (name === 'WorkerLost') return tell(message, exitCodes.stopped);
  return tell(
    `This is a fault of maabar, not of your files: ${message}\nPlease report it with the command and this:\n${stack}`,
    exitCodes.fault,
  );
}

function tell(text: string, exitCode: ExitCode): ExitCode {
  say(text);
  return exitCode;
}
