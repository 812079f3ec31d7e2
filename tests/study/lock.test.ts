import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderLocked, holderOf, type LockMachine, lockFolder, lockPath } from '../../src/study/lock.ts';

const machine = (pid: number, host: string, alive: readonly number[]): LockMachine => ({
  pid,
  host,
  now: () => '2026-01-01T00:00:00Z',
  isAlive: (other) => alive.includes(other),
});
const silent = (): void => {};
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('who works in a folder', () => {
  it('is told while they live, or may live elsewhere, and nothing is touched', () => {
    expect(holderOf(folder, machine(7, 'here', []))).toBeUndefined();
    lockFolder(folder, silent, machine(7, 'here', []));
    expect(holderOf(folder, machine(8, 'here', [7]))).toMatchObject({ pid: 7, host: 'here' });
    expect(holderOf(folder, machine(7, 'here', []))).toMatchObject({ pid: 7 });
    expect(holderOf(folder, machine(8, 'there', []))).toMatchObject({ pid: 7, host: 'here' });
    expect(holderOf(folder, machine(8, 'here', []))).toBeUndefined();
    expect(existsSync(lockPath(folder))).toBe(true);
  });
});

describe('the lock of a folder', () => {
  it('names its holder, and is gone when left', () => {
    const leave = lockFolder(folder, silent, machine(7, 'here', []));
    expect(JSON.parse(readFileSync(lockPath(folder), 'utf8'))).toEqual({
      pid: 7,
      host: 'here',
      started: '2026-01-01T00:00:00Z',
    });
    leave();
    expect(existsSync(lockPath(folder))).toBe(false);
  });

  it('keeps out a second process while the first lives', () => {
    lockFolder(folder, silent, machine(7, 'here', []));
    const second = () => lockFolder(folder, silent, machine(8, 'here', [7]));
    expect(second).toThrow(FolderLocked);
    expect(second).toThrow(/process 7 on here since 2026-01-01/);
  });

  it('is taken over from a process that is gone, with a sentence', () => {
    lockFolder(folder, silent, machine(7, 'here', []));
    const said: string[] = [];
    const leave = lockFolder(folder, (sentence) => said.push(sentence), machine(8, 'here', []));
    expect(said.join()).toMatch(/left by process 7 on here .*which is gone/);
    leave();
    expect(existsSync(lockPath(folder))).toBe(false);
  });

  it('of another machine is left, and the sentence says how to mend it', () => {
    lockFolder(folder, silent, machine(7, 'there', []));
    expect(() => lockFolder(folder, silent, machine(7, 'here', []))).toThrow(
      /another machine.*remove .*lock\.json/,
    );
  });

  it('that was cut short by a crash is taken over', () => {
    writeFileSync(lockPath(folder), '{"pid":');
    const said: string[] = [];
    lockFolder(folder, (sentence) => said.push(sentence), machine(8, 'here', []));
    expect(said.join()).toContain('never wrote its name');
  });

  it('that somebody else took meanwhile is not removed', () => {
    const leave = lockFolder(folder, silent, machine(7, 'here', []));
    lockFolder(folder, silent, machine(8, 'here', []));
    leave();
    expect(existsSync(lockPath(folder))).toBe(true);
  });
});
