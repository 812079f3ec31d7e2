import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eventRules, factionRules, lineRules, postRules } from '../../src/figures/line-rules.ts';
import { revenueLines } from '../../src/model/lines.ts';
import { parameterDeclarations } from '../../src/model/parameters.ts';
import { rules } from '../../src/model/rules.ts';

const page = readFileSync('docs/model.md', 'utf8');

describe('the rules of the model', () => {
  it('are the sections of docs/model.md, by name, heading and order', () => {
    const submodels = page.slice(page.indexOf('\n## 7. '), page.indexOf('\n## 8. '));
    const sections = [...submodels.matchAll(/^### ([a-z]+)(?:: (.+))?$/gm)];
    expect(sections.map(([, name, words]) => [name, words ?? ''])).toEqual(Object.entries(rules));
  });

  it('are all read by some parameter', () => {
    const read = new Set(parameterDeclarations.map(({ rule }) => rule));
    expect(Object.keys(rules).filter((name) => !read.has(name as keyof typeof rules))).toEqual([]);
  });

  it('move every revenue line', () => {
    for (const { id } of revenueLines) expect(lineRules[id].length).toBeGreaterThan(0);
  });

  it('are the only ones that lines, posts, factions and events name', () => {
    const named = [lineRules, postRules, factionRules].flatMap((map) => Object.values(map).flat());
    for (const name of [...named, ...Object.values(eventRules)]) expect(rules).toHaveProperty(name);
  });
});
