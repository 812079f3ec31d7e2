import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isSupported } from '../../../src/cli/doctor/diagnose-node.ts';
import { diagnoseTerminal } from '../../../src/cli/doctor/diagnose-terminal.ts';
import { computedDigests, referencePath } from '../../../src/cli/doctor/reference-digests.ts';
import { launcher } from '../program.ts';

const shelf = mkdtempSync(join(tmpdir(), 'doctor-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const doctor = (folder: string, ...flags: readonly string[]) =>
  spawnSync(process.execPath, [launcher, 'doctor', ...flags], { cwd: folder, encoding: 'utf8' });

describe('doctor', () => {
  it('finds all well on a machine that can do the work, and leaves nothing behind', () => {
    const { status, stdout, stderr } = doctor(shelf);
    expect([status, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n').filter((line) => line.startsWith('  ok '));
    const names = [
      'Node',
      'writing',
      'disk',
      'threads',
      'digest of two-gates ',
      'digest of two-gates-pact-broken',
      'time zone',
      'terminal',
    ];
    expect(lines.length).toBe(names.length);
    names.forEach((name, at) => {
      expect(lines[at]).toContain(`ok ${name}`);
    });
    expect(readdirSync(shelf)).toEqual([]);
  });

  it('says where nothing can be written, exit 7, as JSON too', () => {
    const folder = mkdtempSync(join(shelf, 'blocked-'));
    writeFileSync(join(folder, 'output'), 'a file where a folder should be');
    const { status, stdout } = doctor(folder, '--json');
    expect(status).toBe(7);
    const found = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(found.filter(({ state }) => state !== 'ok').map(({ name, state }) => [name, state])).toEqual([
      ['writing', 'output'],
    ]);
  });

  it('ships the digests that the model computes (after a change of results: npx vitest run -u tests/cli/doctor)', async () => {
    const text = `${JSON.stringify(await computedDigests(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(join('..', '..', '..', referencePath));
  });
});

describe('what doctor looks at', () => {
  it.each([
    ['22.12.0', true],
    ['22.11.9', false],
    ['24.0.0', true],
    ['9.99.0', false],
    ['22.12', true],
  ])('Node %s is supported: %s', (version, is) => {
    expect(isSupported(version, '>=22.12')).toBe(is);
  });

  it('says of a terminal its size, colours and letters, and what to do about a small one', () => {
    const stream = { isTTY: true, columns: 120, rows: 40, getColorDepth: () => 8 };
    expect(diagnoseTerminal(stream, { LANG: 'en_GB.UTF-8' }).found).toBe('120 x 40; 256 colours; Unicode');
    expect(diagnoseTerminal({ ...stream, columns: 40 }, { LC_ALL: 'C', LANG: 'en_GB.UTF-8' }).found).toMatch(
      /^40 x 40, smaller than .*--plain; 256 colours; no Unicode by its locale \(C\)/,
    );
    expect(diagnoseTerminal({}, {}).found).toBe('none here: plain text and JSON');
  });
});
