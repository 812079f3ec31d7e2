import { describe, expect, it } from 'vitest';
import { seriesOf } from '../../src/figures/run-tables.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { playTolls } from '../../src/study/play-tolls.ts';
import { runReplicate } from '../../src/study/run.ts';

describe('tolls that are asked of a run', () => {
  it('start from what the run recorded: its traffic, its take, its price, to the cent', async () => {
    const { experiment } = await loadScenario('two-gates');
    const record = runReplicate(experiment, 7, 2);
    for (const month of [1, 9, 33, 60])
      for (const post of [0, 1, 2]) {
        const tolls = playTolls({ experiment, studySeed: 7, replicate: 2, month, post });
        if (tolls.kind !== 'curve') throw new Error(tolls.kind);
        const recorded = (column: string): number =>
          seriesOf(record, 'by_crossing_month', column, post)[month - record.firstMonth];
        expect(tolls.drawn.trafficUsd).toBe(recorded('traffic_usd'));
        expect(tolls.drawn.takeUsd * tolls.factionsPart).toBeCloseTo(recorded('take_usd'), 2);
        // The mix of goods that fixers pass is drawn: an inland charge is the same to the last digit.
        expect(tolls.asked.costShare).toBeCloseTo(recorded('price_share'), post < 2 ? 2 : 12);
      }
  });

  it('are refused for a month outside the run', async () => {
    const { experiment } = await loadScenario('two-gates');
    const job = { experiment, studySeed: 7, replicate: 2, post: 0 };
    expect(() => playTolls({ ...job, month: 61 })).toThrow('month 61 is none of the 60 months');
  });
});
