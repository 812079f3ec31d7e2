import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AssembledStudy, assembleStudy } from '../../src/export/assemble-study.ts';
import { assertSameStudy, findChunks, gatherChunks, Unmergeable } from '../../src/export/merge-shards.ts';
import { freezeStudy } from '../../src/export/package.ts';
import { reopenStudy } from '../../src/export/reopen-study.ts';
import { type Worked, type Working, workStudy } from '../../src/export/work-study.ts';
import { loadStudy } from '../../src/scenario/load-study.ts';
import { shippedDir } from '../../src/scenario/shipped-dir.ts';
import { openBench, workChunk } from '../../src/study/chunk-work.ts';
import { Nondeterminism, receiptPath, rowsPath } from '../../src/study/chunks.ts';
import { FolderLocked, lockPath } from '../../src/study/lock.ts';
import { folderName } from '../../src/study/plan.ts';
import type { StudyProgress } from '../../src/study/progress.ts';
import { runReplicate } from '../../src/study/run.ts';
import { chunksOf } from '../../src/study/run-order.ts';
import { ForeignFolder, openFolder } from '../../src/study/session.ts';
import { studySums } from '../fixtures/study-sums.ts';

/** Whether the disk is full: a stand-in, since a test cannot fill one. */
const disk = vi.hoisted(() => ({ room: Number.POSITIVE_INFINITY }));
vi.mock('../../src/study/durable.ts', async (original) => {
  const real = await original<typeof import('../../src/study/durable.ts')>();
  const writeDurably: typeof real.writeDurably = (path, bytes) => {
    if (disk.room-- <= 0)
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    real.writeDurably(path, bytes);
  };
  return { ...real, writeDurably };
});

const shelf = mkdtempSync(join(tmpdir(), 'work-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const tool = { version: '1.0.0', shippedDir };

/** Twelve runs: two scenarios at two points, of which the second does not fit, three replicates each. */
const text = `title: Small
scenarios: [two-gates, mine.yaml]
baseline: two-gates
vary:
  trade.channel_nest: { values: [0.5, 0.99], in: [mine] }
replicates: 3
months: 3
outcomes: [income_total_usd, income_patron_usd, income_local_usd]
tables: [by_month, by_faction_month, flows_month, events]
`;
writeFileSync(
  join(shelf, 'mine.yaml'),
  'title: Mine, "quoted"\nextends: two-gates\nset: { pact.cohesion: 0.3 }\n',
);
const file = join(shelf, 'small.yaml');
writeFileSync(file, text);

const study = async (name: string, given = file): Promise<AssembledStudy> =>
  assembleStudy(await loadStudy({ file: given }), tool, join(shelf, name));

const work = (made: AssembledStudy, working: Partial<Working> = {}): Promise<Worked> =>
  workStudy(made, {
    workers: 1,
    hasScreen: false,
    say: () => {},
    onProgress: () => {},
    signal: new AbortController().signal,
    facts: (startedAt, workers) => ({
      argv: [],
      node: '',
      platform: '',
      workers,
      startedAt,
      finishedAt: '',
      commit: null,
    }),
    ...working,
  });

let inPeace: readonly string[] = [];
beforeAll(async () => {
  await work(await study('in-peace'));
  inPeace = studySums(join(shelf, 'in-peace'));
});

describe('every file of a study', () => {
  it('is there, tables and all that repeats it', () => {
    const names = inPeace.map((line) => line.split(' ')[0]);
    for (const name of [
      '/plan.json',
      '/study.yaml',
      '/design.csv',
      '/runs.csv',
      '/outcomes.csv',
      '/summary/compare.csv',
    ])
      expect(names).toContain(name);
    expect(names).toContain('/scenarios/mine.yaml');
    expect(names.some((name) => name.startsWith('/worlds/two-gates/'))).toBe(true);
    expect(existsSync(lockPath(join(shelf, 'in-peace')))).toBe(false);
  });

  it('has the same bytes from two and from three workers', async () => {
    for (const workers of [2, 3]) {
      await work(await study(`workers-${workers}`), { workers });
      expect(studySums(join(shelf, `workers-${workers}`))).toEqual(inPeace);
    }
  });

  it('has the same bytes when the chunks are worked from the last to the first', async () => {
    const made = await study('reversed');
    openFolder(made.folder, made.plan);
    freezeStudy(made);
    mkdirSync(join(made.folder, 'chunks'));
    for (const chunk of [...chunksOf(made.plan)].reverse()) workChunk(openBench(made), chunk, runReplicate);
    await work(made);
    expect(studySums(made.folder)).toEqual(inPeace);
  });

  it('has the same bytes from four shards, merged from their folders alone', async () => {
    const folders = [1, 2, 3, 4].map((index) => join(shelf, `shard-${index}`));
    for (const [at, folder] of folders.entries()) {
      const worked = await work({ ...(await study('')), folder }, { shard: { index: at + 1, of: 4 } });
      expect(worked.state).toBe('shard done');
    }
    const merged = { ...(await reopenStudy(folders[2], tool)), folder: join(shelf, 'merged') };
    assertSameStudy(merged, folders);
    openFolder(merged.folder, merged.plan);
    gatherChunks(merged.folder, findChunks(merged, folders));
    await work(merged);
    expect(studySums(merged.folder)).toEqual(inPeace);
  });

  it('has the same bytes from the frozen study of another folder, wherever that lies', async () => {
    const again = await study('again', join(shelf, 'in-peace', 'study.yaml'));
    await work(again);
    expect(studySums(again.folder)).toEqual(inPeace);
  });
});

describe('rows of a study', () => {
  const table = (path: string) =>
    readFileSync(join(shelf, 'in-peace', path), 'utf8')
      .trimEnd()
      .split('\n');

  it('hold every run once, point by point, replicate by replicate, scenario by scenario', () => {
    const rows = table('runs.csv')
      .slice(1)
      .map((row) => row.split(',').slice(1, 4).join(' '));
    const wanted = ['p-0', 'p-1'].flatMap((point) =>
      [1, 2, 3].flatMap((replicate) => [`two-gates ${point} ${replicate}`, `mine ${point} ${replicate}`]),
    );
    expect(rows).toEqual(wanted);
    const ids = table('runs.csv').map((row) => row.split(',')[0]);
    expect(new Set(ids).size).toBe(13);
  });

  it('keep a run that does not fit as failed, with stage, code and the command that repeats it', () => {
    const failed = table('runs.csv').filter((row) => row.includes(',failed,'));
    expect(failed.length).toBe(3);
    expect(failed[0]).toContain(',mine,p-1,1,1,failed,design,E_POINT,');
    expect(failed[0]).toContain(
      'maabar run scenarios/mine.yaml --seed 1 --replicate 1 --months 3 --set ""trade.channel_nest=0.99""',
    );
  });

  it('have the numbers of their point, but where the scenario is not changed', () => {
    expect(table('design.csv')).toEqual(['point_id,p_trade_channel_nest', 'p-0,0.5', 'p-1,0.99']);
    const cells = table('outcomes.csv').map((row) => row.split(',').slice(1, 5).join(' '));
    expect(cells.slice(0, 3)).toEqual([
      'scenario_id point_id replicate p_trade_channel_nest',
      'two-gates p-0 1 ',
      'mine p-0 1 0.5',
    ]);
  });

  it('are compared point by point', () => {
    const points = table('summary/compare.csv')
      .slice(1)
      .map((row) => row.split(',')[2]);
    expect(new Set(points)).toEqual(new Set(['p-0']));
  });

  it('are played again by their command, to the same digest', async () => {
    const { experiments } = await study('replayed');
    const digest = runReplicate(experiments[0], 1, 2, { keepFlows: false }).digest;
    expect(table('runs.csv').find((row) => row.includes(',two-gates,p-0,2,'))).toContain(digest);
  });
});

describe('work that broke off', () => {
  it('goes on with what is missing, torn or turned, says so, and ends with the same bytes', async () => {
    const made = await study('broken-off');
    await work(made);
    rmSync(join(made.folder, 'manifest.json'));
    rmSync(receiptPath(made.folder, 0));
    writeFileSync(receiptPath(made.folder, 1), '{"plan":');
    const rows = readFileSync(rowsPath(made.folder, 2));
    rows[rows.length - 1] ^= 1;
    writeFileSync(rowsPath(made.folder, 2), rows);
    rmSync(rowsPath(made.folder, 3));
    writeFileSync(`${rowsPath(made.folder, 4)}.99.tmp`, 'half');
    const said: string[] = [];
    await work(made, { say: (sentence) => said.push(sentence) });
    expect(said.map((sentence) => sentence.slice(0, 7))).toEqual([
      'Chunk 0',
      'Chunk 1',
      'Chunk 2',
      'Chunk 3',
    ]);
    expect(studySums(made.folder)).toEqual(inPeace);
  });

  it('keeps what is done when the disk is full, leaves its lock, and goes on when there is room', async () => {
    const made = await study('full');
    freezeStudy(made);
    rmSync(made.folder, { recursive: true });
    const frozen = made.frozen.length + 1;
    disk.room = frozen + 5;
    await expect(work(made)).rejects.toMatchObject({ code: 'ENOSPC' });
    disk.room = Number.POSITIVE_INFINITY;
    expect(existsSync(lockPath(made.folder))).toBe(false);
    expect(readdirSync(join(made.folder, 'chunks')).filter((name) => name.endsWith('.json')).length).toBe(2);
    await work(made);
    expect(studySums(made.folder)).toEqual(inPeace);
  });

  it('stops between chunks when asked to, and counts what is kept', async () => {
    const made = await study('interrupted');
    const controller = new AbortController();
    const worked = await work(made, { signal: controller.signal, onChunk: () => controller.abort() });
    expect(worked).toMatchObject({ state: 'interrupted', progress: { done: 2, total: 12 } });
    await work(made);
    expect(studySums(made.folder)).toEqual(inPeace);
  });

  it('tells means, failures and rows of all that is kept, not of the sitting alone', async () => {
    const told = async (name: string): Promise<StudyProgress> => {
      let latest: StudyProgress | undefined;
      await work(await study(name), {
        onProgress: (progress) => {
          latest = progress;
        },
      });
      return latest!;
    };
    const inOne = await told('in-one');
    const controller = new AbortController();
    const broken = await study('in-two');
    await work(broken, { signal: controller.signal, onChunk: () => controller.abort() });
    const { done, failed, bytes, failures, widest, scenarios } = inOne;
    expect(await told('in-two')).toMatchObject({ done, failed, bytes, failures, widest, scenarios });
    expect([done, failed, scenarios[0].outcomes[0].runs]).toEqual([12, 3, 6]);
  });

  it('stops after a failed run where that is asked, and keeps it', async () => {
    const made = await study('stopped');
    const worked = await work(made, { onFailure: 'stop' });
    expect(worked).toMatchObject({ state: 'stopped', progress: { done: 8, failed: 1 } });
    await work(made);
    expect(studySums(made.folder)).toEqual(inPeace);
  });
});

describe('a finished folder', () => {
  it('is read and left as it is, even where it cannot be written', async () => {
    disk.room = 0;
    const worked = await work(await study('in-peace'));
    disk.room = Number.POSITIVE_INFINITY;
    expect(worked).toMatchObject({
      state: 'finished',
      wasFinished: true,
      results: { summary: { failed: 3 } },
    });
  });

  it('whose chunks were removed is left as it is', async () => {
    const made = await study('archived');
    await work(made);
    rmSync(join(made.folder, 'chunks'), { recursive: true });
    expect((await work(made)).state).toBe('archived');
    expect(existsSync(join(made.folder, 'chunks'))).toBe(false);
  });
});

describe('a folder that is not this study', () => {
  it('is locked by a living process: nothing is touched', async () => {
    const made = await study('locked');
    openFolder(made.folder, made.plan);
    writeFileSync(lockPath(made.folder), JSON.stringify({ pid: 1, host: 'elsewhere', started: 'now' }));
    await expect(work(made)).rejects.toThrow(FolderLocked);
    expect(readdirSync(made.folder).sort()).toEqual(['lock.json', 'plan.json']);
  });

  it.each([
    ['edited', { studySeed: 2 }, 'studySeed differ'],
    ['of an older form', { schema: 'maabar-plan-1' }, 'made in an older form'],
    ['of another model version', { modelVersion: 1 }, 'made with model version 1'],
    ['of another program', { toolVersion: '0.0.1' }, 'made with maabar 0.0.1'],
    ['of a model that computes otherwise', { modelSha256: 'x' }, 'computes other numbers'],
  ])('because its plan is %s', async (name, change, sentence) => {
    const made = await study(`foreign-${name}`);
    openFolder(made.folder, made.plan);
    freezeStudy(made);
    writeFileSync(
      join(made.folder, 'plan.json'),
      `${JSON.stringify({ ...made.plan, ...change }, null, 2)}\n`,
    );
    const opened = (): Promise<unknown> => work(made);
    await expect(opened()).rejects.toThrow(ForeignFolder);
    await expect(opened()).rejects.toThrow(sentence);
    await expect(reopenStudy(made.folder, tool)).rejects.toThrow(sentence);
  });

  it('because its frozen scenario was edited', async () => {
    const made = await study('edited-scenario');
    openFolder(made.folder, made.plan);
    freezeStudy(made);
    writeFileSync(
      join(made.folder, 'scenarios', 'mine.yaml'),
      'title: Mine, "quoted"\nextends: two-gates\nset: { pact.cohesion: 0.4 }\n',
    );
    await expect(reopenStudy(made.folder, tool)).rejects.toThrow('Its files no longer make its plan');
  });

  it('goes by another name once a scenario file changes', async () => {
    const before = folderName((await study('x')).plan);
    writeFileSync(
      join(shelf, 'mine.yaml'),
      'title: Mine, "quoted"\nextends: two-gates\nset: { pact.cohesion: 0.31 }\n',
    );
    const after = folderName((await study('x')).plan);
    writeFileSync(
      join(shelf, 'mine.yaml'),
      'title: Mine, "quoted"\nextends: two-gates\nset: { pact.cohesion: 0.3 }\n',
    );
    expect(after).not.toBe(before);
    expect(folderName((await study('x')).plan)).toBe(before);
  });
});

describe('shards', () => {
  it('that leave a gap say which chunks they lack', async () => {
    const made = await study('gap');
    await work(made, { shard: { index: 1, of: 2 } });
    expect(findChunks(made, [made.folder]).missing.map(({ index }) => index)).toEqual([1, 3, 5]);
  });

  it('of another study are refused', async () => {
    const made = await study('other-seed');
    openFolder(made.folder, made.plan);
    const other = { ...made, plan: { ...made.plan, studySeed: 5 } };
    expect(() => assertSameStudy(other, [made.folder])).toThrow(Unmergeable);
    expect(() => assertSameStudy(made, [shelf])).toThrow('holds no plan.json');
  });

  it('whose workings of one chunk differ stop the merge loudly', async () => {
    const [one, two] = [await study('one'), await study('two')];
    await work(one);
    openFolder(two.folder, two.plan);
    mkdirSync(join(two.folder, 'chunks'));
    const [chunk] = chunksOf(two.plan);
    workChunk(openBench(two), chunk, (experiment, seed, replicate, options) =>
      runReplicate(experiment, seed + 1, replicate, options),
    );
    expect(() => findChunks(one, [one.folder, two.folder])).toThrow(Nondeterminism);
  });
});

describe('a run that takes too long', () => {
  it('is a row like any other that failed', async () => {
    const slow = join(shelf, 'slow.yaml');
    writeFileSync(
      slow,
      'scenarios: [two-gates]\nmonths: 3\nreplicates: 1\nrun_seconds: 0.000001\ntables: []\n',
    );
    const made = await study('too-long', slow);
    await work(made);
    expect(readFileSync(join(made.folder, 'runs.csv'), 'utf8')).toContain(',failed,time,E_TIME,');
  });
});
