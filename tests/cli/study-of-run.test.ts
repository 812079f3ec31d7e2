import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type RunRequest, studyOfRun } from '../../src/cli/study-of-run.ts';
import { runReplicate } from '../../src/study/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'study-of-run-'));
afterAll(() => rmSync(folder, { recursive: true }));

const request = { seed: 1, replicates: 1, months: 30, set: [] } satisfies RunRequest;
const broken = 'two-gates-pact-broken';

function idsOf({ experiments }: Awaited<ReturnType<typeof studyOfRun>>): readonly string[] {
  return experiments.map(({ scenarioId }) => scenarioId);
}

describe('a run', () => {
  it('is compared with what its file says, unless something else is asked for', async () => {
    expect(idsOf(await studyOfRun(broken, request))).toEqual(['two-gates', broken]);
    expect(idsOf(await studyOfRun('two-gates', request))).toEqual(['two-gates']);
    const asked = await studyOfRun('two-gates', { ...request, against: broken });
    expect(idsOf(asked)).toEqual([broken, 'two-gates']);
    expect(asked.goOn).toContain(`--months 30 --against ${broken}`);
    expect(asked.folder).not.toBe((await studyOfRun('two-gates', request)).folder);
  });

  it('is compared with nothing where it is asked to be compared with itself, and with itself unchanged where it was changed', async () => {
    expect(idsOf(await studyOfRun(broken, { ...request, against: broken }))).toEqual([broken]);
    const changed = await studyOfRun(broken, { ...request, against: broken, set: ['pact.cohesion=1'] });
    expect(idsOf(changed)).toEqual([broken, expect.stringMatching(/^two-gates-pact-broken-set-/)]);
    expect(changed.set).toEqual({ 'pact.cohesion': '1' });
  });

  it('of one world cannot be compared with another', async () => {
    await expect(studyOfRun('two-gates', { ...request, against: 'baseline' })).rejects.toThrow(
      '"baseline" plays in the world "iraq", "two-gates" in "two-gates". Runs of different worlds cannot be compared.',
    );
  });

  it('cannot be compared with another file of the same name', async () => {
    const file = join(folder, 'two-gates.yaml');
    writeFileSync(file, 'title: Mine\nworld: two-gates\n');
    await expect(studyOfRun('two-gates', { ...request, against: file })).rejects.toThrow(
      /has the name of .*two-gates\.yaml, and tables tell scenarios apart by name\. Rename one of the files\.$/,
    );
  });

  it('holds no check against a scenario that was not played', async () => {
    const file = join(folder, 'other.yaml');
    const check = '{ outcome: imports_usd, window: 2016-01, against_scenario: true, change: [-1, 1] }';
    writeFileSync(file, `title: Other\nextends: ${broken}\nchecks: [${check}]\n`);
    const named = await rowOf(await studyOfRun(file, request));
    expect(named.status).toBe('pass');
    const other = await rowOf(await studyOfRun(file, { ...request, against: broken }));
    expect(other.status).toBe('skipped');
    expect(other.found).toMatch(/^it is about .*two-gates\.yaml, which was not played$/);
  });
});

async function rowOf({ experiments, evaluate }: Awaited<ReturnType<typeof studyOfRun>>) {
  const records = experiments.map((each) => [each.scenarioId, runReplicate(each, 1, 1)] as const);
  return evaluate(new Map(records))[0];
}
