import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Who works in a folder. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** ISO time. */
  readonly started: string;
}

/** Somebody else works in the folder: exit 7, nothing is touched. */
export class FolderLocked extends Error {
  override readonly name = 'FolderLocked';
}

/** What the machine says of itself; a test gives another. */
export interface LockMachine {
  readonly pid: number;
  readonly host: string;
  readonly now: () => string;
  readonly isAlive: (pid: number) => boolean;
}

/** This process on this machine. */
export const thisMachine: LockMachine = {
  pid: process.pid,
  host: hostname(),
  now: () => new Date().toISOString(),
  isAlive: isProcessAlive,
};

/** `lock.json` of a study folder. */
export function lockPath(folder: string): string {
  return join(folder, 'lock.json');
}

/**
 * Takes a folder for this process, and gives the way to leave it again. A lock whose process is gone from this host is taken over, with a
 * sentence to `say`. Throws FolderLocked while its holder lives, or may live on another host.
 */
export function lockFolder(
  folder: string,
  say: (sentence: string) => void,
  machine: LockMachine = thisMachine,
): () => void {
  if (!tryLock(folder, machine)) {
    const holder = readHolder(folder);
    if (holder !== undefined) refuseLiving(folder, holder, machine);
    say(
      `${lockPath(folder)} was left by ${nameOf(holder)}, which is gone; this process goes on in its place.`,
    );
    rmSync(lockPath(folder), { force: true });
    if (!tryLock(folder, machine)) throw new FolderLocked(`${folder} was taken by another process just now.`);
  }
  return () => {
    const holder = readHolder(folder);
    if (holder?.pid === machine.pid && holder.host === machine.host)
      rmSync(lockPath(folder), { force: true });
  };
}

/** Who works in a folder: a process that lives, or may live on another host; undefined where nobody does. Changes nothing. */
export function holderOf(folder: string, machine: LockMachine = thisMachine): Holder | undefined {
  const holder = readHolder(folder);
  if (holder === undefined || holder.host !== machine.host) return holder;
  return holder.pid === machine.pid || machine.isAlive(holder.pid) ? holder : undefined;
}

/** Makes the lock where there is none: the file system lets only one process do so. */
function tryLock(folder: string, { pid, host, now }: LockMachine): boolean {
  const holder: Holder = { pid, host, started: now() };
  try {
    const file = openSync(lockPath(folder), 'wx');
    try {
      writeSync(file, `${JSON.stringify(holder)}\n`);
    } finally {
      closeSync(file);
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function refuseLiving(folder: string, holder: Holder, machine: LockMachine): void {
  const path = lockPath(folder);
  if (holder.host !== machine.host)
    throw new FolderLocked(
      `${folder} is being worked by ${nameOf(holder)}, on another machine. If that one has stopped, remove ${path} and try again.`,
    );
  if (holder.pid !== machine.pid && machine.isAlive(holder.pid))
    throw new FolderLocked(
      `${folder} is being worked by ${nameOf(holder)}. Wait for it, or stop it and try again: what it has done is kept.`,
    );
}

/** Undefined where the lock is gone, or was never written whole. */
function readHolder(folder: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(lockPath(folder), 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function nameOf(holder: Holder | undefined): string {
  if (holder === undefined) return 'a process that never wrote its name';
  return `process ${holder.pid} on ${holder.host} since ${holder.started}`;
}

function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
