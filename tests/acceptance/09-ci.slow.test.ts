import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { maabar } from '../cli/program.ts';
import { leave, open, small } from './sessions.ts';

const shelf = mkdtempSync(join(tmpdir(), 'ci-'));
afterAll(() => rmSync(shelf, { recursive: true }));
const most = 12;

describe('check 9: CI', () => {
  it.each(['', '1', 'true'])('set to "%s" in a real terminal, the dashboard still draws', async (CI) => {
    const session = open(small, { CI, CONTINUOUS_INTEGRATION: CI });
    const rows = await session.untilText('model output, not data');
    expect(rows.at(-1)).toContain('? help  q quit');
    expect(session.isOtherScreen()).toBe(true);
    await leave(session);
  });

  it.each([
    ['run', ['run', 'two-gates', '--replicates', '80']],
    ['batch', ['batch', 'two-gates', '--replicates', '80']],
  ])('on a pipe, %s writes plain text and few lines of progress', async (name, words) => {
    const out = join(shelf, name);
    const asked = [...words, '--months', '13', '--workers', '1', '--out', out];
    const { code, stdout, stderr } = await maabar(asked, { environment: { CI: '1' } });
    expect(code, stderr).toBe(0);
    expect(stdout + stderr).not.toMatch(/[\u001b\r\u2500-\u259f\u2800-\u28ff]/);
    const lines = stderr.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^Plan: /);
    expect(lines.length).toBeLessThanOrEqual(most);
    if (name === 'batch') expect(lines.length).toBeGreaterThan(3);
  });
});
