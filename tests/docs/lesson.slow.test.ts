import { beforeAll, describe, expect, it } from 'vitest';
import { fillBlocks } from '../../docs/generate.ts';
import { lessonBlocks, readAt } from '../../docs/lesson-blocks.ts';
import { type Lesson, playLesson } from '../../docs/play-lesson.ts';
import { parseMonth } from '../../src/engine/calendar.ts';
import { type ComparisonRow, comparisonRows } from '../../src/figures/comparison-rows.ts';
import { pairDifferences } from '../../src/figures/pair-differences.ts';
import { cellAt } from '../../src/figures/run-tables.ts';
import { type LessonClaim, lessonClaims } from './lesson-claims.ts';
import { lessonPage } from './lesson-page.ts';
import { blocksOf, savedAs } from './pages.ts';

let lesson: Lesson;
let blocks: Readonly<Record<string, string>>;
beforeAll(async () => {
  lesson = await playLesson();
  blocks = lessonBlocks(lesson);
}, 300_000);

function rowOf({ session, month, measure }: Omit<LessonClaim, 'words' | 'range'>): ComparisonRow {
  const { sides, pairs } = lesson[session];
  return comparisonRows(sides, pairs, parseMonth(month)!).find(
    ({ measure: { label } }) => label === measure,
  )!;
}

function rangeOf({ spread }: ComparisonRow): string {
  if (spread.kind !== 'range') return spread.kind;
  if (spread.includesZero) return 'includes zero';
  return spread.low > 0 ? 'above zero' : 'below zero';
}

describe("the numbers of the instructor's lesson", () => {
  it('are as `node docs/write-lesson.ts` leaves them', () => {
    expect(lessonPage.text).toContain('<!-- generated:');
    expect(lessonPage.text).toBe(fillBlocks(lessonPage.text, blocks));
  });

  it('each stand on the page', () => {
    for (const name of Object.keys(blocks)) expect(lessonPage.text).toContain(`<!-- generated:${name} -->`);
  });

  it.each(lessonClaims)('bear out: $words ($measure $range)', (claim) => {
    expect(rangeOf(rowOf(claim))).toBe(claim.range);
  });

  it("move a closed gate's trade to the other gate, and its income to the other brigade", () => {
    const { a, b } = lesson.gate.sides;
    const moved = (table: string, column: string, index: number): number =>
      cellAt(b.record, table, column, readAt.closed, index) /
      cellAt(a.record, table, column, readAt.closed, index);
    expect(moved('by_faction_month', 'income_total_usd', 0)).toBeLessThan(1);
    expect(moved('by_faction_month', 'income_total_usd', 1)).toBeGreaterThan(1);
    expect(moved('by_crossing_month', 'traffic_usd', 0)).toBe(0);
    // "most of the trade is still there"
    expect(moved('by_crossing_month', 'traffic_usd', 2)).toBeGreaterThan(0.8);
  });

  it('take more cargo to the fixers once the pact breaks', () => {
    const { a, b } = lesson.pact.sides;
    for (const gate of [0, 1])
      expect(cellAt(b.record, 'by_crossing_month', 'fixer_usd', readAt.pact, gate)).toBeGreaterThan(
        cellAt(a.record, 'by_crossing_month', 'fixer_usd', readAt.pact, gate),
      );
  });

  it('have fuel and contracts overtake the inland posts in the last year of the pact, not in both', () => {
    const gain = (measure: string) => rowOf({ session: 'pact', month: '2017-12', measure }).difference;
    expect(gain('fuel')).toBeGreaterThan(gain('inland posts'));
    expect(gain('contracts')).toBeGreaterThan(gain('inland posts'));
    expect(blocks.pact_answers).toContain('gains most? | N inland posts');
  });

  it('prove two of the three answers of the page wrong', () => {
    expect(blocks.pact_answers).not.toMatch(/gains most\? \| C customs/);
    expect(blocks.pact_answers).not.toMatch(/in dollars a month\? \| traders/);
    expect(blocks.pact_answers).toContain('| it breaks');
  });

  it('have total income of the shown pair outside the range of all under the sanctions', () => {
    const { difference, spread } = rowOf({ session: 'pressure', month: '2020-04', measure: 'total income' });
    if (spread.kind !== 'range') throw new Error('there is no range');
    expect(difference < spread.low || difference > spread.high).toBe(true);
  });

  it('have more than half of what is made up made up where need moves nobody, and less than all', () => {
    const [modelled, without] = [...blocks.made_up.matchAll(/\| \+\$([\d.]+)m \| (\d+)% to (\d+)%/g)].map(
      ([, ...cells]) => cells.map(Number),
    );
    expect(without[0] / modelled[0]).toBeGreaterThan(0.5);
    expect(without[2]).toBeLessThan(modelled[1]);
  });

  it.each(['pressure', 'noNeed'] as const)(
    'have the patron pay less in every pair of %s, and no source lose more',
    (session) => {
      const { sides, pairs } = lesson[session];
      const until = readAt.pressure;
      const rows = comparisonRows(sides, pairs, until).filter(({ measure }) => measure.isSource);
      const { measure, difference } = rows.find((row) => row.measure.label === 'patron')!;
      const inPairs = pairDifferences(pairs, measure, { from: until - 11, until }, 1);
      expect(inPairs).toHaveLength(pairs.wanted);
      expect(Math.max(...inPairs)).toBeLessThan(0);
      expect(difference).toBe(Math.min(...rows.map((row) => row.difference)));
    },
  );

  it('have the patron a small part of what factions live on', () => {
    const { a } = rowOf({ session: 'pressure', month: '2020-04', measure: 'patron' });
    const all = rowOf({ session: 'pressure', month: '2020-04', measure: 'total income' }).a;
    expect(a / all).toBeLessThan(0.15);
  });
});

it('the scenario of the homework is the shock that the numbers are of', () => {
  const block = blocksOf(lessonPage).find((each) => savedAs(each) === 'two-gates-shocked.yaml')!;
  for (const { label } of lesson.gate.experiment.changes) expect(block.text).toContain(`label: ${label}`);
});
