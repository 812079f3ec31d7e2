import { describe, expect, it } from 'vitest';
import { tollsTable } from '../../src/figures/tables/tolls-table.ts';
import { tollFigure } from '../../src/figures/toll-figure.ts';
import { pseudoExperiment } from '../fixtures/pseudo-run.ts';
import { pseudoTolls } from '../fixtures/pseudo-tolls.ts';

const { world } = pseudoExperiment();
const curve = pseudoTolls(100, 2);

describe('what another toll would bring, as a figure', () => {
  const figure = tollFigure(curve, world);

  it('counts what factions collect, half of all that is taken here', () => {
    const asked = figure.rows.find(({ mark }) => mark === 'asked');
    expect(asked?.takeUsd).toBeCloseTo(0.5 * 0.0375 * 400e6 * 0.7, 4);
    expect(asked?.atOnceUsd).toBeCloseTo(0.5 * 0.0375 * 400e6 * 0.925, 4);
    expect(figure.largestUsd).toBe(Math.max(...figure.rows.map(({ atOnceUsd }) => atOnceUsd)));
  });

  it('counts what officials take where factions take nothing', () => {
    const { rows, sentences } = tollFigure(pseudoTolls(100, 3, 0), world);
    expect(rows[5].takeUsd).toBe(curve.points[5].settled.takeUsd);
    expect(sentences[0]).toContain('officials take $10.5m');
    expect(sentences[1]).toMatch(/counted: 7\.5%\.$/);
  });

  it('marks the price asked and the one that brings most, once each', () => {
    const marked = figure.rows.filter(({ mark }) => mark !== undefined);
    expect(marked.map(({ mark, toll }) => [mark, toll])).toEqual([
      ['asked', '3.8%'],
      ['most', '6.3%'],
    ]);
  });

  it('says the three tolls, what they bring, and what chance does', () => {
    expect(figure.sentences).toEqual([
      'At 3.8%, as asked, factions take $5.25m a month once habits follow; at 6.3%, the most they could, $6.25m, and 29% fewer goods would pay.',
      'Best for all its owners, their other posts and the pact counted: 7.5%; for C Cedar Office alone: 6.0%.',
      'In Apr 2022 itself habits still hold: $6.94m as asked, at most $18.8m, at 12.5%.',
      'These are averages: the run drew $6.99m, which chance moves by about $100k.',
      'The rule of prices has gates ask 0.7 of what it finds best for all owners: pact.gate_conduct.',
    ]);
  });

  it('says so where no other toll would bring more', () => {
    const near = { ...curve.most, price: 0.301, settled: { ...curve.asked.settled, takeUsd: 10.52e6 } };
    const points = [...curve.points, near].sort((a, b) => a.price - b.price);
    const { rows, sentences } = tollFigure({ ...curve, most: near, points }, world);
    const [first] = sentences;
    expect(rows.filter(({ mark }) => mark !== undefined)).toMatchObject([{ toll: '3.8%', mark: 'both' }]);
    expect(rows).toHaveLength(points.length - 1);
    expect(first).toBe(
      'At 3.8%, as asked, factions take $5.25m a month once habits follow: about the most they could.',
    );
  });

  it('writes inland charges of a few in a thousand with two digits', () => {
    const small = curve.points.map((point) => ({ ...point, costShare: point.costShare / 20 }));
    const { rows } = tollFigure({ ...curve, points: small }, world);
    expect(rows.slice(0, 3).map(({ toll }) => toll)).toEqual(['0.00%', '0.04%', '0.07%']);
  });
});

describe('the numbers behind it', () => {
  const { columns, rows } = tollsTable(curve, world);
  const cells = (name: string) => rows.map((row) => row[columns.findIndex((column) => column.name === name)]);

  it('name the prices that serve an aim best', () => {
    expect(cells('toll').filter((word) => word !== '')).toEqual([
      ...['asked', 'most', 'most at once', 'best together', 'best alone'],
    ]);
    expect(new Set(cells('crossing_id'))).toEqual(new Set([world.crossings[2].id]));
  });

  it('are in all hands and of factions, at once and once habits have followed', () => {
    const at = cells('toll').indexOf('most');
    expect(cells('take_all_usd')[at]).toBe(curve.most.settled.takeUsd);
    expect(cells('take_usd')[at]).toBe(curve.most.settled.takeUsd / 2);
    expect(cells('take_at_once_usd')[at]).toBe(curve.most.inMonth.takeUsd / 2);
    expect(cells('price_share')[at]).toBe(0.0625);
  });
});
