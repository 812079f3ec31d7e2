import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AssembledStudy, assembleStudy } from '../../src/export/assemble-study.ts';
import { checkFolder } from '../../src/export/folder-check/check-folder.ts';
import { freezeStudy } from '../../src/export/package.ts';
import { reopenStudy } from '../../src/export/reopen-study.ts';
import { type Worked, type Working, workStudy } from '../../src/export/work-study.ts';
import { loadStudy } from '../../src/scenario/load-study.ts';
import { shippedDir } from '../../src/scenario/shipped-dir.ts';
import { openBench, workChunk } from '../../src/study/chunk-work.ts';
import { receiptPath, rowsPath } from '../../src/study/chunks.ts';
import { lastLayer } from '../../src/study/precision/layers.ts';
import { standOf } from '../../src/study/precision/look-at-hand.ts';
import { runReplicate } from '../../src/study/run.ts';
import { chunkAt, chunksIn, countChunks } from '../../src/study/run-order.ts';
import { openFolder } from '../../src/study/session.ts';
import { facts } from '../fixtures/made-study.ts';
import { studySums } from '../fixtures/study-sums.ts';

const shelf = mkdtempSync(join(tmpdir(), 'looks-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const tool = { version: '1.0.0', shippedDir };
const file = join(shelf, 'looks.yaml');
writeFileSync(join(shelf, 'mine.yaml'), 'title: Mine\nextends: two-gates\nset: { pact.cohesion: 0.3 }\n');
/** Two scenarios at two points, looked at after 2, 4, 8, 16 and 32 replicates. */
writeFileSync(
  file,
  `scenarios: [two-gates, mine.yaml]
baseline: two-gates
vary: { pact.division: { values: [1, 3] } }
replicates: auto
precision: 0.1
of: income_total_usd
least: 2
most: 32
months: 3
outcomes: [income_total_usd, imports_usd]
tables: []
`,
);

let assembled: AssembledStudy;
const study = (name: string): AssembledStudy => ({ ...assembled, folder: join(shelf, name) });

const work = (made: AssembledStudy, working: Partial<Working> = {}): Promise<Worked> =>
  workStudy(made, {
    workers: 1,
    hasScreen: false,
    say: () => {},
    onProgress: () => {},
    signal: new AbortController().signal,
    facts: () => facts,
    ...working,
  });

/** Chunks of the study as it ended, and replicates. */
let ended = { chunks: 0, replicates: 0 };
let inPeace: readonly string[] = [];
beforeAll(async () => {
  assembled = assembleStudy(await loadStudy({ file }), tool);
  const made = study('in-peace');
  const worked = await work(made);
  if (worked.state !== 'finished') throw new Error(worked.state);
  ended = { chunks: countChunks(worked.plan), replicates: worked.plan.replicates.to };
  inPeace = studySums(made.folder);
});

describe('a study that goes on until it is precise', () => {
  it('ends at the first look that is enough, with no chunk of a later one', async () => {
    const { plan, look } = standOf(join(shelf, 'in-peace'), study('in-peace').plan);
    expect([ended.replicates, look?.isEnough]).toEqual([4, true]);
    expect(replicatesIn('runs.csv')).toEqual(['1', '2', '3', '4']);
    expect(existsSync(receiptPath(join(shelf, 'in-peace'), countChunks(plan) - 1))).toBe(true);
    expect(existsSync(receiptPath(join(shelf, 'in-peace'), countChunks(plan)))).toBe(false);
  });

  it('holds rows point by point, as if the number of replicates had been given', () => {
    const places = table('outcomes.csv').map((row) => row.split(',').slice(1, 4).join(' '));
    const wanted = ['p-0', 'p-1'].flatMap((point) =>
      [1, 2, 3, 4].flatMap((at) => [`two-gates ${point} ${at}`, `mine ${point} ${at}`]),
    );
    expect(places).toEqual(wanted);
  });

  it('says in manifest.json and compare.csv how many replicates it took and what they reached', () => {
    const { precision, runs } = JSON.parse(readFileSync(join(shelf, 'in-peace', 'manifest.json'), 'utf8'));
    expect(runs).toEqual({ planned: 16, ok: 16, failed: 0 });
    expect(precision).toMatchObject({ target: 0.1, replicates: 4, isEnough: true });
    const [reached] = precision.outcomes;
    const row = table('summary/compare.csv')
      .map((line) => line.split(','))
      .find((cells) => cells[2] === reached.pointId && cells[3] === reached.outcome)!;
    const [pairs, mean, low] = row.slice(6, 9).map(Number);
    expect([pairs, (mean - low) / Math.abs(mean)]).toEqual([4, expect.closeTo(reached.halfWidth, 9)]);
  });

  it('is whole by its own check, in the middle and at its end', async () => {
    expect([...checkFolder(join(shelf, 'in-peace'))]).toEqual([]);
    const made = study('checked');
    await work(made, stopAfter(6));
    expect([...checkFolder(made.folder)].map(({ message }) => message)).toEqual([
      expect.stringContaining('6 of 8 chunks are saved'),
    ]);
  });

  it('is read, not worked, once it is finished', async () => {
    const worked = await work(study('in-peace'));
    expect(worked).toMatchObject({ state: 'finished', wasFinished: true, look: { replicates: 4 } });
    expect(studySums(join(shelf, 'in-peace'))).toEqual(inPeace);
  });
});

describe('its bytes', () => {
  it('are the same wherever it was stopped', async () => {
    const made = study('stopped');
    let sittings = 0;
    while ((await work(made, stopAfter(3))).state === 'interrupted') sittings++;
    expect(sittings).toBeGreaterThan(1);
    expect(studySums(made.folder)).toEqual(inPeace);
  });

  it('are the same where chunks of each look are worked from the last to the first by a scheduler', async () => {
    const made = study('scheduled');
    openFolder(made.folder, made.plan);
    freezeStudy(made);
    mkdirSync(join(made.folder, 'chunks'));
    for (let stand = standOf(made.folder, made.plan); stand.look === undefined; ) {
      const due = [...chunksIn(stand.plan, lastLayer(stand.plan))].reverse();
      for (const chunk of due) workChunk(openBench(made), chunk, runReplicate);
      stand = standOf(made.folder, made.plan);
    }
    await work(await reopenStudy(made.folder, tool));
    expect(studySums(made.folder)).toEqual(inPeace);
  });

  it('are the same where a chunk of an early look is torn after later ones were played', async () => {
    const made = study('torn');
    await work(made);
    rmSync(join(made.folder, 'manifest.json'));
    rmSync(receiptPath(made.folder, 0));
    writeFileSync(rowsPath(made.folder, ended.chunks - 1), 'half');
    expect(standOf(made.folder, made.plan).plan.replicates.to).toBe(2);
    const said: string[] = [];
    await work(made, { say: (sentence) => said.push(sentence.slice(0, 7)) });
    expect(said).toEqual(['Chunk 0', `Chunk ${ended.chunks - 1}`]);
    expect(studySums(made.folder)).toEqual(inPeace);
  });

  it('do not know of a chunk that was worked though no look asked for it', async () => {
    const made = study('stray');
    openFolder(made.folder, made.plan);
    mkdirSync(join(made.folder, 'chunks'));
    workChunk(openBench(made), chunkAt(made.plan, ended.chunks), runReplicate);
    await work(made);
    const stray = (line: string): boolean => line.includes(rowsPath('', ended.chunks).slice(0, -4));
    expect(studySums(made.folder).filter((line) => !stray(line))).toEqual(inPeace);
  });
});

function table(path: string): readonly string[] {
  return readFileSync(join(shelf, 'in-peace', path), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
}

function replicatesIn(path: string): readonly string[] {
  return [...new Set(table(path).map((row) => row.split(',')[3]))];
}

/** Stops once so many chunks are kept in this sitting. */
function stopAfter(chunks: number): Partial<Working> {
  const controller = new AbortController();
  let last = Number.POSITIVE_INFINITY;
  const onProgress: Working['onProgress'] = ({ done }) => {
    if (done > last && --chunks === 0) controller.abort();
    last = done;
  };
  return { signal: controller.signal, onProgress };
}
