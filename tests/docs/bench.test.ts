import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('every bench says first what ratio it shows', () => {
  const files = globSync('bench/*.bench.ts').sort();
  expect(files.length).toBeGreaterThan(3);
  const silent = files.filter((file) => !/^\/\*\*(\n \*)? Ratio: .* over /.test(readFileSync(file, 'utf8')));
  expect(silent).toEqual([]);
});
