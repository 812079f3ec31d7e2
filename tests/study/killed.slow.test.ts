import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStream } from '../../src/engine/streams.ts';
import { maabar } from '../cli/program.ts';
import { query } from '../fixtures/duckdb.ts';
import { studySums } from '../fixtures/study-sums.ts';

const shelf = mkdtempSync(join(tmpdir(), 'killed-'));
afterAll(() => rmSync(shelf, { recursive: true }));

/** A study of few months: as many runs as replicates times four. */
function writeStudy(name: string, replicates: number): string {
  const file = join(shelf, `${name}.yaml`);
  writeFileSync(
    file,
    `scenarios: [two-gates, two-gates-pact-broken]
vary: { pact.division: { values: [1, 3] } }
replicates: ${replicates}
months: 3
outcomes: [income_total_usd, income_patron_usd, income_local_usd]
tables: []
`,
  );
  return file;
}

/** Works a study and stops it at the n-th change of its chunks' folder; true when it was stopped and not at its end before. */
async function stopAt(n: number, file: string, folder: string, signal: NodeJS.Signals): Promise<boolean> {
  mkdirSync(join(folder, 'chunks'), { recursive: true });
  const ended = await maabar(['batch', file, '--out', folder, '--workers', '2'], {
    onStart: (child) => {
      let changes = 0;
      const watcher = watch(join(folder, 'chunks'), () => {
        if (++changes === n) child.kill(signal);
      });
      child.on('close', () => watcher.close());
    },
  });
  return signal === 'SIGKILL' ? ended.signal === 'SIGKILL' : ended.code === 130;
}

async function workInPeace(file: string, folder: string): Promise<readonly string[]> {
  const { code, stderr } = await maabar(['batch', file, '--out', folder]);
  expect(code, stderr).toBe(0);
  return studySums(folder);
}

/** Every run once: as many rows as runs, no two of one name. */
function expectEveryRunOnce(folder: string, runs: number): void {
  const ids = readFileSync(join(folder, 'runs.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split(',')[0]);
  expect(ids.length).toBe(runs);
  expect(new Set(ids).size).toBe(runs);
}

describe('a study killed at ten moments of chance', () => {
  it('ends with the bytes of one that ran in peace, nothing lost and nothing twice', async () => {
    const file = writeStudy('ten', 150);
    const inPeace = await workInPeace(file, join(shelf, 'ten-in-peace'));
    const folder = join(shelf, 'ten');
    await maabar(['plan', file, '--out', folder]);
    const chance = openStream('kills', 'moment', 1);
    let kills = 0;
    for (let round = 0; round < 10; round++)
      if (await stopAt(1 + Math.floor(chance.next() * 14), file, folder, 'SIGKILL')) kills++;
    expect(kills).toBe(10);
    expect(existsSync(join(folder, 'manifest.json'))).toBe(false);
    const { code, stderr } = await maabar(['batch', file, '--out', folder]);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('which is gone; this process goes on in its place');
    expect(studySums(folder)).toEqual(inPeace);
    expectEveryRunOnce(folder, 600);
  });
});

describe('a study of 20,000 runs killed three times', () => {
  const folder = join(shelf, 'many');

  it('ends with the checksums of one that ran in peace', async () => {
    const file = writeStudy('many', 5000);
    const inPeace = await workInPeace(file, join(shelf, 'many-in-peace'));
    await maabar(['plan', file, '--out', folder]);
    for (const changes of [3, 40, 80]) expect(await stopAt(changes, file, folder, 'SIGKILL')).toBe(true);
    expect(readdirSync(join(folder, 'chunks')).length).toBeGreaterThan(20);
    expect((await maabar(['batch', file, '--out', folder])).code).toBe(0);
    expect(studySums(folder)).toEqual(inPeace);
    expectEveryRunOnce(folder, 20_000);
  });

  it('is whole, as check says of its folder', async () => {
    const { code, stdout, stderr } = await maabar(['check', folder]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('whole: plan, files, checksums, rows and keys');
  });

  it('loads into DuckDB from its folder alone, every run once and nothing missing', async () => {
    const load = readFileSync(join(folder, 'load', 'load.sql'), 'utf8');
    const counts = 'count(*), count(DISTINCT run_id), count(income_total_usd), count(DISTINCT point_id)';
    expect(await query(`${load} SELECT ${counts} FROM outcomes`, folder)).toEqual([
      ['20000', '20000', '20000', '2'],
    ]);
    expect(await query(`${load} SELECT count(*) FROM runs WHERE status = 'ok'`, folder)).toEqual([['20000']]);
  });

  it('loads into R from its folder alone, every run once and nothing missing', ({ skip }) => {
    skip(spawnSync('Rscript', ['--version']).status !== 0, 'Rscript is not on this machine');
    const script =
      'source("load/load.R"); x <- load_table("outcomes"); cat(nrow(x), length(unique(x$run_id)), sum(!is.na(x$income_total_usd)), length(unique(x$point_id)))';
    const { stdout, stderr } = spawnSync('Rscript', ['-e', script], { cwd: folder, encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['20000 20000 20000 2', '']);
  });
});

describe('a study stopped by Ctrl-C', () => {
  it('finishes the runs at hand, leaves no lock, says how to go on, and ends with the same bytes', async () => {
    const file = writeStudy('stopped', 150);
    const inPeace = await workInPeace(file, join(shelf, 'stopped-in-peace'));
    const folder = join(shelf, 'stopped');
    await maabar(['plan', file, '--out', folder]);
    expect(await stopAt(4, file, folder, 'SIGINT')).toBe(true);
    expect(existsSync(join(folder, 'lock.json'))).toBe(false);
    const left = readdirSync(join(folder, 'chunks'));
    expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(left.filter((name) => name.endsWith('.bin')).length).toBe(left.length / 2);
    expect((await maabar(['batch', file, '--out', folder])).code).toBe(0);
    expect(studySums(folder)).toEqual(inPeace);
  });
});
