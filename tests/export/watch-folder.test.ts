import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchFolder } from '../../src/export/watch-folder.ts';
import { dropChunk } from '../../src/study/chunks.ts';
import { lockPath } from '../../src/study/lock.ts';
import { makeStudy, plan } from '../fixtures/made-study.ts';

const shelf = mkdtempSync(join(tmpdir(), 'watch-'));
let finished = '';
beforeAll(async () => {
  finished = (await makeStudy()).study.folder;
});
afterAll(() => {
  rmSync(shelf, { recursive: true });
  rmSync(finished, { recursive: true });
});

/** A copy of the finished study without some of its files. */
function folderWithout(name: string, ...paths: readonly string[]): string {
  const folder = join(shelf, name);
  cpSync(finished, folder, { recursive: true });
  for (const path of paths) rmSync(join(folder, path), { recursive: true });
  return folder;
}

function lock(folder: string, pid: number, started = '2026-01-01T00:00:00Z'): void {
  writeFileSync(lockPath(folder), JSON.stringify({ pid, host: hostname(), started }));
}

/** No process has it: beyond the largest that systems give. */
const nobody = 2 ** 30;

describe('the folder of a study that is watched', () => {
  it('is finished with all its runs, or archived without them', () => {
    expect(watchFolder(finished, plan).latest()).toMatchObject({
      state: 'finished',
      progress: { done: 6, total: 6, failed: 1 },
      holder: undefined,
      seconds: 0,
    });
    const archived = watchFolder(folderWithout('archived', 'chunks'), plan).latest();
    expect(archived).toMatchObject({ state: 'archived', progress: { done: 0 } });
  });

  it('is stopped without its manifest, also where a process left its lock and died', () => {
    const folder = folderWithout('stopped', 'manifest.json');
    expect(watchFolder(folder, plan).latest().state).toBe('stopped');
    lock(folder, nobody);
    expect(watchFolder(folder, plan).latest()).toMatchObject({ state: 'stopped', holder: undefined });
  });

  it('is worked while a living process holds it, counted from when that began', () => {
    const folder = folderWithout('worked', 'manifest.json');
    lock(folder, process.pid, new Date(Date.now() - 60_000).toISOString());
    const { state, holder, seconds, progress } = watchFolder(folder, plan).latest();
    expect([state, holder?.pid]).toEqual(['worked', process.pid]);
    expect(Math.abs(seconds - 60)).toBeLessThan(5);
    expect(progress.ratePerSecond).toBeGreaterThan(0);
  });

  it('is worked by a process of another machine, which may live', () => {
    const folder = folderWithout('elsewhere', 'manifest.json');
    writeFileSync(lockPath(folder), JSON.stringify({ pid: nobody, host: 'far', started: '2026-01-01' }));
    expect(watchFolder(folder, plan).latest()).toMatchObject({ state: 'worked', holder: { host: 'far' } });
  });

  it('tells nothing where nothing changed, and tells when somebody begins or ends', () => {
    const folder = folderWithout('changing', 'manifest.json');
    const watch = watchFolder(folder, plan);
    const first = watch.latest();
    expect(watch.look()).toBe(false);
    expect(watch.latest()).toBe(first);
    lock(folder, process.pid);
    expect([watch.look(), watch.latest().state, watch.look()]).toEqual([true, 'worked', false]);
    rmSync(lockPath(folder));
    expect([watch.look(), watch.latest().state]).toEqual([true, 'stopped']);
    dropChunk(folder, 0);
    expect(watch.look()).toBe(true);
    expect(watch.latest().progress.done).toBeLessThan(6);
  });
});
