import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { maabar } from './program.ts';

const shelf = mkdtempSync(join(tmpdir(), 'check-studies-'));
mkdirSync(join(shelf, 'studies'));
afterAll(() => rmSync(shelf, { recursive: true }));

function study(name: string, text: string): string {
  const file = join(shelf, 'studies', `${name}.yaml`);
  writeFileSync(file, text);
  return file;
}

const good = study('good', 'scenarios: [two-gates]\nmonths: 3\nreplicates: 2\n');
const bad = study(
  'bad',
  'scenarios: [two-gates, nowhere]\nvary:\n  pact.cohesio: { values: [1] }\nreplicates: 0\nmonths: 3\n',
);

describe('check of a study file', () => {
  it('says of a sound one how many runs it is, exit 0', async () => {
    const { code, stdout } = await maabar(['check', good]);
    expect([code, stdout]).toEqual([0, `${good}: valid, a study of 2 runs\n`]);
  });

  it('says all that is wrong, each with line and column, exit 3', async () => {
    const { code, stderr } = await maabar(['check', good, bad]);
    expect(code).toBe(3);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringContaining(`${bad}:1:24: There is no shipped scenario "nowhere".`),
      `${bad}:3:3: "pact.cohesio" is no parameter. Did you mean "pact.cohesion"?`,
      `${bad}:4:13: "replicates" must be at least 1, not 0.`,
    ]);
  });

  it('names the file where a design cannot be had', async () => {
    const shares = JSON.stringify(Array.from({ length: 1000 }, (_, at) => 0.1 + at / 10_000));
    const names = ['pact.cohesion', 'pact.gate_conduct', 'pact.poach_share', 'customs.brokered_share'];
    const vary = [...names, 'need.local_weight', 'effort.speed_up'].map(
      (name) => `  ${name}: { values: ${shares} }\n`,
    );
    const file = study('vast', `scenarios: [two-gates]\nvary:\n${vary.join('')}`);
    const { code, stderr } = await maabar(['check', file]);
    rmSync(file);
    expect(code).toBe(3);
    expect(stderr).toContain(`${file}: The factorial design has `);
  });

  it('takes a folder for all in it, and tells calibrations from studies', async () => {
    const { code, stdout } = await maabar(['check', 'studies', '--schema-only', '--json']);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(rows.every(({ status }) => status === 'valid')).toBe(true);
    expect(rows.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'studies/classroom-quick.yaml: valid, a study of 1 scenario',
        expect.stringContaining('studies/iraq.yaml: valid, a calibration of '),
      ]),
    );
  });

  it('knows a shipped study by its name', async () => {
    const { stdout } = await maabar(['check', 'classroom-quick', '--schema-only']);
    expect(stdout).toBe('studies/classroom-quick.yaml: valid, a study of 1 scenario\n');
  });
});
