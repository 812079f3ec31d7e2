import { describe, expect, it } from 'vitest';
import { runTranscript } from '../../src/figures/transcript.ts';
import { comparison, experiment, record } from '../fixtures/pseudo-places.ts';

describe('a run told in lines', () => {
  const lines = runTranscript(record, experiment, comparison);

  it('has one for each year and one for each change, in order', () => {
    expect(lines).toHaveLength(13 + 2);
    expect(lines[4]).toBe('May 2018, change 1: transfer cut by 60%.');
    expect(lines.filter((line) => /^20\d\d, in Dec: Factions take \$/.test(line))).toHaveLength(13);
    expect(lines[5]).toMatch(/^2018, in Dec: .*\(pseudo-baseline \$[\d.]+m\)/);
  });

  it('says up and down rather than signs, and draws nothing', () => {
    expect(lines.join('\n')).toMatch(/patron down \$[\d.]+m in a year/);
    expect(lines.join('\n')).not.toMatch(/[+-]\$|[\u2500-\u259f\u2800-\u28ff\u001b]/);
  });

  it('ends with the last month of a run that stops within a year', () => {
    const short = runTranscript({ ...record, months: 30 }, experiment);
    expect(short.at(-1)).toMatch(/^2016, in Jun: Factions take/);
    expect(short).toHaveLength(3);
  });
});
