import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { assumptionRange, triedAssumption } from '../../docs/play-lesson.ts';
import { usualPairs } from '../../src/cli/screen-pairs.ts';
import { lateKeys, readKeys } from '../../src/dashboard/keys.ts';
import { fewestPairs } from '../../src/figures/pair-differences.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { nullModel } from '../../src/study/patterns/replacement-rows.ts';
import { lessonClaims } from './lesson-claims.ts';
import { bytesOf, lessonPage, lessonSessions, timetable, writtenWords } from './lesson-page.ts';
import { blocksOf, savedAs } from './pages.ts';

const sessions = lessonSessions(lessonPage);
const words = writtenWords(lessonPage);

/** A key that asks for something, or text after one that asks for text. */
function isKnown(key: string, before: string | undefined): boolean {
  const { keys, actions, rest } = readKeys(bytesOf(key));
  if (lateKeys(rest).length === 1) return true;
  return keys.length === 1 ? actions.length === 1 : [':', '/'].includes(before ?? '');
}

describe("the instructor's lesson", () => {
  it('takes 50 minutes, none of them twice and none left out', () => {
    const rows = timetable(lessonPage);
    expect(rows[0][0]).toBe(0);
    for (const [at, [from, to]] of rows.entries()) {
      expect(to).toBeGreaterThan(from);
      if (at > 0) expect(from).toBe(rows[at - 1][1]);
    }
    expect(lessonPage.text).toContain(`# A lesson of ${rows.at(-1)![1]} minutes\n`);
  });

  it('opens five screens, leaves each with q, and names keys that the program knows', () => {
    expect(sessions.length).toBe(5);
    for (const { command, steps } of sessions) {
      const keys = steps.flatMap((step) => step.keys);
      expect(keys.at(-1), command).toBe('q');
      expect(
        keys.filter((key, at) => !isKnown(key, keys[at - 1])),
        command,
      ).toEqual([]);
    }
    expect(sessions.flatMap(({ steps }) => steps.flatMap(({ shows }) => shows)).length).toBeGreaterThan(25);
  });

  it('has no number that nothing makes anew but years, sizes, and counts of the program', () => {
    const known = words
      .replaceAll(/\b20(1[4-9]|2[0-6])\b/g, '')
      .replaceAll(/\b(60x16|120x40)\b/g, '')
      .replaceAll(`${usualPairs} pairs`, '')
      .replaceAll('middle 90%', '')
      .replaceAll(`${timetable(lessonPage).at(-1)![1]} minutes`, '');
    expect(known.match(/.{0,30}\d.{0,30}/g) ?? []).toEqual([]);
  });

  it('says from how many pairs on there is a range', () => {
    expect(fewestPairs).toBe(10);
    expect(words).toContain('Below ten pairs there is no range');
  });

  it.each(lessonClaims.map((claim) => [claim.words]))('says "%s"', (claimed) => {
    expect(words).toContain(claimed);
  });

  it('has the instructor save a baseline that differs by the null model and by nothing else', () => {
    const block = blocksOf(lessonPage).find((each) => savedAs(each) === 'no-need.yaml')!;
    expect(parse(block.text)).toEqual({
      title: expect.any(String),
      extends: 'baseline',
      set: nullModel,
    });
  });

  it('has the instructor save two gates at the high end of the assumption that it tries', async () => {
    const block = blocksOf(lessonPage).find((each) => savedAs(each) === 'quick-exit.yaml')!;
    const { high } = assumptionRange(await loadScenario('two-gates', { shippedDir: '.' }));
    expect(parse(block.text)).toMatchObject({ extends: 'two-gates', set: { [triedAssumption]: high } });
  });
});
