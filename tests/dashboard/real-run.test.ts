import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { frameText } from '../../src/dashboard/frame.ts';
import { eventLog } from '../../src/figures/event-log.ts';
import { factionsFigure } from '../../src/figures/factions.ts';
import { whoHoldsWhat } from '../../src/figures/who-holds-what.ts';
import { playRun } from '../../src/model/play.ts';
import type { RunRecord } from '../../src/model/run-record.ts';
import type { Experiment } from '../../src/model/world-spec.ts';
import { loadScenario } from '../../src/scenario/load.ts';

const shippedDir = fileURLToPath(new URL('../..', import.meta.url));

describe.each(['two-gates', 'maximum-pressure'])('a run of %s as the model plays it', (scenario) => {
  let experiment: Experiment;
  let record: RunRecord;

  beforeAll(async () => {
    ({ experiment } = await loadScenario(scenario, { shippedDir }));
    const { firstMonth, months } = experiment.timeline;
    const played = playRun(experiment, 'pictures', { keepFlows: false });
    record = { scenarioId: scenario, seed: 1, replicate: 1, firstMonth, months, ...played, digest: '' };
  }, 60_000);

  const frame = (month: number, columns: number, rows: number): string => {
    const { title, scenarioId } = experiment;
    return frameText({ title, scenarioId, seed: 1, experiment, record, month, size: { columns, rows } });
  };

  it('can be shown in every month, with numbers in every cell', () => {
    for (let month = record.firstMonth; month < record.firstMonth + record.months; month++)
      expect(frame(month, 80, 24)).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('shows every faction, crossing and post on a large terminal', () => {
    const text = frame(record.firstMonth + 12, 200, 60);
    const { factions, crossings, posts } = experiment.world;
    for (const { name } of factions) expect(text).toContain(name.slice(0, 26));
    for (const { name } of [...crossings, ...posts])
      expect(text).toContain(name.replace(/^al-/i, '').slice(0, 12));
    for (const { label, month } of experiment.changes)
      expect(frame(month, 200, 60)).toContain(label.slice(0, 30));
  });

  it('takes every number from the tables: parts, totals and shares agree', () => {
    const figure = factionsFigure(record, experiment.world, record.firstMonth + 30, 'file');
    expect(figure.rows.reduce((sum, row) => sum + row.totalUsd, 0)).toBeCloseTo(figure.totalUsd, 1);
    for (const row of figure.rows) {
      expect(row.parts.reduce((sum, part) => sum + part.usd, 0)).toBeCloseTo(row.totalUsd, 1);
    }
  });

  it('names a holder wherever factions hold a share, and only there', () => {
    const { posts } = whoHoldsWhat(record, experiment.world, record.firstMonth + 30);
    const specs = [...experiment.world.crossings, ...experiment.world.posts];
    for (const [index, post] of posts.entries())
      expect(post.holder !== undefined, post.name).toBe(Object.keys(specs[index].holders).length > 0);
  });

  it('tells its events in words, without the ids of the files', () => {
    for (const { text } of eventLog(record, experiment, record.firstMonth + record.months)) {
      expect(text).toMatch(/^\p{L}/u);
      expect(text).not.toMatch(/post-closed|men-unpaid|line-leads|talks-open|share-moves|side-payment/);
      expect(text).not.toMatch(/war-begins|war-ends|turf-clash|group-ended|front-name/);
    }
  });
});
