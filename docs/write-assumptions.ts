import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatMoney, formatShare } from '../src/figures/numbers.ts';
import type { GradedValue } from '../src/scenario/world-file.ts';
import { playOnThreads } from '../src/study/player.ts';
import { openShelf } from '../src/study/shelf.ts';
import {
  type Outcomes,
  type Swept,
  type SweptOutcome,
  sweepAssumptions,
  sweptOutcomes,
} from '../src/study/sweep.ts';
import { fillBlocks } from './generate.ts';

/** Writes the table of docs/assumptions.md: every assumption from low to high, worst first. It takes some minutes. */
const page = fileURLToPath(new URL('assumptions.md', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));

const shelf = openShelf(root);
const { world, experiment: baseline } = await shelf.load('baseline');
const cut = await shelf.experiment('patron-cut-only');
const player = await playOnThreads();
const result = await sweepAssumptions({ world, baseline, cut, studySeed: 1 }, player);
await player.close();

const formats: Readonly<Record<SweptOutcome, (value: number) => string>> = {
  income: formatMoney,
  customs: formatMoney,
  treasury: (value) => formatShare(value),
  replaced: (value) => formatShare(value, 0),
};

const baseText = sweptOutcomes
  .map((outcome) => `${outcome} ${formats[outcome](result.base[outcome])}`)
  .join(', ');
const blocks = {
  base: `With all values as they are: ${baseText}.`,
  swept: tableOf(result.swept),
  left: result.leftOut.map(({ name }) => word(name)).join(', '),
};
writeFileSync(page, fillBlocks(readFileSync(page, 'utf8'), blocks));

/** A parameter as code; a number that a scenario cannot set as plain text. */
function word(name: string): string {
  return world.values.has(name) ? `\`${name}\`` : name;
}

function tableOf(swept: readonly Swept[]): string {
  const head = ['value', 'from', 'to', ...sweptOutcomes, 'most', 'stands in'];
  return [head, head.map(() => '---'), ...swept.map(cells)].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function cells({ value, low, high, worst }: Swept): readonly string[] {
  return [
    word(value.name),
    ...edges(value),
    ...sweptOutcomes.map((outcome) => moved(outcome, low, high)),
    formatShare(worst, worst < 0.0995 ? 1 : 0),
    relative(root, value.file),
  ];
}

function edges({ low, high, range }: GradedValue): readonly string[] {
  const word = (edge: number): string => edge.toLocaleString('en', { maximumSignificantDigits: 4 });
  return range === 'factors' ? [`x ${word(low)}`, `x ${word(high)}`] : [word(low), word(high)];
}

function moved(outcome: SweptOutcome, low: Outcomes, high: Outcomes): string {
  const [from, to] = [low, high].map((each) => formats[outcome](each[outcome]));
  return from === to ? 'as it is' : `${from} to ${to}`;
}
