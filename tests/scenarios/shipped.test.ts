import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadScenario } from '../../src/scenario/load.ts';
import { scenarioKeys } from '../../src/scenario/schema.ts';

const files = readdirSync('scenarios').filter((name) => name.endsWith('.yaml'));

describe.each(files)('scenarios/%s', (name) => {
  const path = join('scenarios', name);

  it('names its schema first and gives its keys in the common order', () => {
    const text = readFileSync(path, 'utf8');
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../schemas/scenario.schema.json');
    const keys = Object.keys(parse(text));
    expect(keys).toEqual(scenarioKeys.filter((key) => keys.includes(key)));
    for (const needed of [
      'title',
      'question',
      'difficulty',
      'why',
      'start',
      'months',
      'set',
      'changes',
      'checks',
    ]) {
      expect(keys).toContain(needed);
    }
  });

  it('loads with all that a shipped scenario must say, and something to check', async () => {
    const { checks } = await loadScenario(path, { shippedDir: '.', asShipped: true });
    expect(checks.length).toBeGreaterThan(0);
  });
});
