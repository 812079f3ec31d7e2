import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playedAgain } from '../../src/cli/played-again.ts';
import { followStudy } from '../../src/cli/study-shown.ts';
import { type AssembledStudy, assembleStudy } from '../../src/export/assemble-study.ts';
import { type Worked, workStudy } from '../../src/export/work-study.ts';
import { loadStudy } from '../../src/scenario/load-study.ts';
import { shippedDir } from '../../src/scenario/shipped-dir.ts';
import { readChunk } from '../../src/study/chunks.ts';
import { byMonth } from '../../src/study/kept-run.ts';
import { planId } from '../../src/study/plan.ts';
import type { StudyProgress } from '../../src/study/progress.ts';
import { chunkAt } from '../../src/study/run-order.ts';
import type { ScreenPlayer } from '../../src/study/screen-player.ts';
import { playWhole } from '../../src/study/screen-worker.ts';
import { facts } from '../fixtures/made-study.ts';

const shelf = mkdtempSync(join(tmpdir(), 'again-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const file = join(shelf, 'two.yaml');
writeFileSync(join(shelf, 'mine.yaml'), 'title: Mine\nextends: two-gates\nset: { pact.cohesion: 0.3 }\n');
/** The first point is not the scenarios' own, and the first replicate is not 1. */
writeFileSync(
  file,
  `scenarios: [two-gates, mine.yaml]
baseline: two-gates
vary: { patron.transfer: { values: [250000, 750000] } }
first_replicate: 3
replicates: 2
months: 3
`,
);
/** Plays in this thread what the screen plays beside it. */
const player: Pick<ScreenPlayer, 'playWhole'> = { playWhole: async (job) => playWhole(job) };

let study: AssembledStudy;
let latest: StudyProgress;
const work = (): Promise<Worked> =>
  workStudy(study, {
    workers: 1,
    hasScreen: false,
    say: () => {},
    onProgress: (progress) => {
      latest = progress;
    },
    signal: new AbortController().signal,
    facts: () => facts,
  });

beforeAll(async () => {
  study = assembleStudy(await loadStudy({ file }), { version: '1.0.0', shippedDir }, join(shelf, 'out'));
  await work();
});

describe('a run that is played again from the folder of its study', () => {
  it('is the very run that the folder keeps, at the first point, with what it is compared with', async () => {
    const { folder, plan } = study;
    const kept = readChunk(folder, plan, planId(plan), chunkAt(plan, 0));
    const options = await playedAgain(folder, plan, 1, player);
    const [record, compared] = [await options.record, await options.comparison!.record];
    // Digests hold flows too, which the folder keeps of replicate 1 alone.
    const months = [compared, record].map(({ tables }) => byMonth(tables).data);
    expect(months).toEqual(kept.slice(0, 2).map((run) => run.status === 'ok' && byMonth(run.tables).data));
    expect(months[0]).not.toEqual(months[1]);
    expect([record.replicate, options.scenarioId]).toEqual([3, 'mine']);
    expect(record.flows?.length).toBeGreaterThan(0);
  });

  it('is refused where the files were edited since', async () => {
    const path = join(study.folder, 'scenarios', 'two-gates.yaml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, `${text}\nset: { pact.cohesion: 0.31 }\n`);
    await expect(playedAgain(study.folder, study.plan, 0, player)).rejects.toThrow();
    writeFileSync(path, text);
  });
});

describe('the study behind the picture of a run', () => {
  it('is what its work tells, and finished when that ends', async () => {
    const behind = followStudy(study, 2);
    expect(behind.shown()).toBeUndefined();
    behind.tell(latest);
    expect(behind.shown()).toMatchObject({ phase: 'running', progress: latest, about: { workers: 2 } });
    await behind.end({ state: 'finished' } as Worked);
    expect(behind.shown()).toMatchObject({ phase: 'finished', progress: latest });
  });

  it('is read from a folder that was finished before, to the same numbers', async () => {
    const behind = followStudy(study, 2);
    await behind.end(await work());
    const { scenarios, done, failed, bytes } = latest;
    expect(behind.shown()).toMatchObject({
      phase: 'finished',
      progress: { scenarios, done, failed, bytes },
      about: { workers: undefined },
    });
  });
});
