import { beforeAll, describe, expect, it } from 'vitest';
import { allRows } from '../../src/study/patterns/all-rows.ts';
import { countPeaks } from '../../src/study/patterns/state-statics.ts';
import { playHere } from '../../src/study/player.ts';
import { openShelf } from '../../src/study/shelf.ts';
import { validate, verdictOn } from '../../src/study/validate.ts';
import { bandWords, notBuilt, type RowText, type ValidationRow } from '../../src/study/validation-row.ts';
import { experimentOn, smallWorld } from '../fixtures/small-world.ts';

const interval = (lo: number | null, hi: number | null) => ({ estimate: 0, lo, hi, n: 8 });

describe('the verdict on an interval', () => {
  it('holds inside a band, fails outside, and is open across its edge', () => {
    expect(verdictOn(interval(2, 3), { lo: 1, hi: 3 })).toBe('holds');
    expect(verdictOn(interval(4, 5), { lo: 1, hi: 3 })).toBe('fails');
    expect(verdictOn(interval(2, 5), { lo: 1, hi: 3 })).toBe('undecided');
  });

  it('takes no difference at all for no sign', () => {
    expect(verdictOn(interval(0, 0), { lo: 0 })).toBe('fails');
    expect(verdictOn(interval(0, 0), { hi: 0 })).toBe('fails');
    expect(verdictOn(interval(0, 0), { lo: 0, hi: 0 })).toBe('holds');
    expect(verdictOn(interval(1e-9, 1), { lo: 0 })).toBe('holds');
  });

  it('is open for one run', () => {
    expect(verdictOn(interval(null, null), { lo: 0 })).toBe('undecided');
  });
});

describe('a band in words', () => {
  it('names its edges, or the sign', () => {
    const bands = [{ lo: 0 }, { hi: 0 }, { lo: 1, hi: 1 }, { lo: 0.08, hi: 0.15 }, { lo: 12 }, { hi: 3 }, {}];
    expect(bands.map(bandWords)).toEqual([
      'above 0',
      'below 0',
      'exactly 1',
      '0.08 to 0.15',
      'at least 12',
      'at most 3',
      'as found',
    ]);
  });
});

describe('counting peaks', () => {
  it('counts inner peaks and ends that fall away', () => {
    expect(countPeaks([1, 2, 3, 2])).toBe(1);
    expect(countPeaks([3, 2, 1])).toBe(1);
    expect(countPeaks([1, 3, 2, 4])).toBe(2);
  });
});

const text: RowText = {
  id: 'T',
  kind: 'comparative',
  about: '',
  seen: '',
  source: '',
  band: { lo: 0 },
  use: 'judged',
  unit: 'ratio',
};

describe('validating', () => {
  const experiment = experimentOn(smallWorld(), {}, { months: 2 });
  const design = { studySeed: 1, replicates: 2, mapReplicates: 3 };

  it('plays an experiment once a replicate for all rows that ask for it', async () => {
    let played = 0;
    const here = playHere();
    const counting = {
      ...here,
      play: async (jobs: Parameters<typeof here.play>[0]) => {
        played += jobs.length;
        return here.play(jobs);
      },
    };
    const runs = { a: experiment, b: experiment };
    const rows: ValidationRow[] = [
      { ...text, runs, measure: ({ a, b }) => (a === b ? 1 : -1) },
      {
        ...text,
        kind: 'pattern',
        runs: { c: experiment },
        measure: ({ c }) => ({ top: c.replicate, bottom: 2 }),
      },
    ];
    const results = await validate(rows, counting, design);
    expect(played).toBe(3);
    expect(results.map(({ value }) => [value?.estimate, value?.n])).toEqual([
      [1, 3],
      [0.75, 2],
    ]);
    expect(results.map(({ verdict }) => verdict)).toEqual(['holds', 'undecided']);
  });

  it('leaves a row without a rule undecided, and one without a divisor', async () => {
    const nothing: ValidationRow = { ...text, runs: {}, measure: () => ({ top: 1, bottom: 0 }) };
    const [unbuilt, undivided] = await validate([notBuilt(text), nothing], playHere(), design);
    expect([unbuilt.verdict, unbuilt.reason]).toEqual(['undecided', 'rule not built']);
    expect([undivided.verdict, undivided.reason]).toEqual(['undecided', 'there is nothing to divide by']);
  });
});

describe('the rows', () => {
  let rows: readonly ValidationRow[];
  beforeAll(async () => {
    rows = await allRows(openShelf('.'));
  });

  it('have ids of their own and say what, by whom and against what', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const { about, seen, source, band } of rows) {
      expect(about.length * seen.length * source.length).toBeGreaterThan(0);
      expect((band.lo ?? Number.NEGATIVE_INFINITY) <= (band.hi ?? Number.POSITIVE_INFINITY)).toBe(true);
    }
  });

  it('hold every pattern of the design', () => {
    for (const id of ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P11', 'P12', 'P13'])
      expect(
        rows.some((row) => row.id === id || row.id.startsWith(`${id}.`)),
        id,
      ).toBe(true);
  });

  it('hold on small maps where the model has the rule, but for those the page calls failing', async () => {
    const onMaps = rows.filter((row) => row.kind !== 'pattern' && 'measure' in row);
    const design = { studySeed: 5, replicates: 0, mapReplicates: 4 };
    const results = await validate(onMaps, playHere(), design);
    const failing = results.filter(({ verdict }) => verdict === 'fails').map(({ row }) => row.id);
    expect(failing).toEqual(['C.duty.peak']);
  });
});
