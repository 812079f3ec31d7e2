import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openShelf } from '../../src/study/shelf.ts';
import { assumptionsOf } from '../../src/study/sweep.ts';

const page = readFileSync('docs/assumptions.md', 'utf8');
const named = [...page.matchAll(/^\| `?([a-z][\w.-]*\.[\w.-]+)`? \|/gm)].map((match) => match[1]);
const [, left] = /<!-- generated:left -->\n+([^<]*?)\n+<!--/.exec(page)!;
const leftOut = left.split(', ').map((word) => word.replaceAll('`', ''));

describe('the page of assumptions', () => {
  it('has every assumption of the shipped world once, swept or left out: else `node docs/write-assumptions.ts`', async () => {
    const { world } = await openShelf('.').load('baseline');
    const wanted = assumptionsOf(world).map(({ name }) => name);
    expect([...named, ...leftOut].sort()).toEqual([...wanted].sort());
  });

  it('is in the order of how far outcomes move', () => {
    const moves = [...page.matchAll(/\| ([\d.]+)% \| worlds/g)].map((match) => Number(match[1]));
    expect(moves.length).toBe(named.length);
    expect(moves).toEqual([...moves].sort((a, b) => b - a));
  });
});
