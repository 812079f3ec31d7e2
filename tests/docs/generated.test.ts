import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fillBlocks, generatedBlocks, generatedPages } from '../../docs/generate.ts';
import { monthColumns } from '../../src/model/observables.ts';
import { parameterDeclarations } from '../../src/model/parameters.ts';

const blocks = generatedBlocks();

describe('generated blocks', () => {
  it.each(generatedPages.map((page) => [page]))('%s is as `node docs/generate.ts` leaves it', (page) => {
    const text = readFileSync(page, 'utf8');
    expect(text).toContain('<!-- generated:');
    expect(text === fillBlocks(text, blocks), 'stale: run `node docs/generate.ts`').toBe(true);
  });

  it('each stand on a page', () => {
    const text = generatedPages.map((page) => readFileSync(page, 'utf8')).join();
    for (const name of Object.keys(blocks)) expect(text).toContain(`<!-- generated:${name} -->`);
  });

  it('hold every parameter once and every column of by_month', () => {
    for (const { name } of parameterDeclarations)
      expect(blocks.parameters.split(`| \`${name}\` |`).length, name).toBe(2);
    for (const { name } of monthColumns) expect(blocks.observables).toContain(`| \`${name}\` |`);
  });
});

describe('filling blocks', () => {
  const page = 'a\n<!-- generated:x -->\nold\n<!-- /generated -->\nb';

  it('replaces what stands between markers and nothing else', () => {
    const filled = 'a\n<!-- generated:x -->\n\nnew $& text\n\n<!-- /generated -->\nb';
    expect(fillBlocks(page, { x: 'new $& text' })).toBe(filled);
    expect(fillBlocks(filled, { x: 'new $& text' })).toBe(filled);
  });

  it('throws on a block nothing generates and on one never closed', () => {
    expect(() => fillBlocks(page, {})).toThrow('nothing generates <!-- generated:x -->');
    expect(() => fillBlocks('<!-- generated:x -->\nold', { x: '' })).toThrow('has no <!-- /generated -->');
  });
});
