import { describe, expect, it } from 'vitest';
import { parseMonth } from '../../src/engine/calendar.ts';
import { eventLog } from '../../src/figures/event-log.ts';
import { factionsFigure, trendMonths } from '../../src/figures/factions.ts';
import { incomeBySource } from '../../src/figures/income-by-source.ts';
import { marksOf } from '../../src/figures/marks.ts';
import { monthSentence } from '../../src/figures/month-sentence.ts';
import { cellAt } from '../../src/figures/run-tables.ts';
import { whoHoldsWhat } from '../../src/figures/who-holds-what.ts';
import { eventWords } from '../../src/figures/words.ts';
import { revenueLines } from '../../src/model/lines.ts';
import { pseudoBaseline, pseudoExperiment, pseudoRecord } from '../fixtures/pseudo-run.ts';

const experiment = pseudoExperiment();
const record = pseudoRecord();
const world = experiment.world;
const june2018 = parseMonth('2018-06') as number;

describe('income by source', () => {
  const figure = incomeBySource(record, experiment.changes);

  it('takes letters and names from the revenue lines and values from the table', () => {
    const customs = figure.series.find((series) => series.letter === 'C');
    expect(customs?.label).toBe('customs');
    expect(customs?.values[june2018 - 1]).toBeCloseTo(
      cellAt(record, 'by_month', 'income_customs_usd', june2018) / 1e6,
      9,
    );
    expect(figure.unit).toBe('$m a month');
  });

  it('sets the largest line first and leaves out one that never earns', () => {
    expect(figure.series.map((series) => series.letter)).toHaveLength(revenueLines.length);
    const silent = {
      ...record,
      tables: record.tables.map((table) => ({ ...table, data: table.data.slice() })),
    };
    const ransom = silent.tables[0].spec.columns.findIndex((column) => column.name === 'income_ransom_usd');
    for (let month = 0; month < record.months; month++)
      silent.tables[0].data[month * silent.tables[0].spec.columns.length + ransom] = 0;
    expect(incomeBySource(silent, []).series.map((series) => series.letter)).not.toContain('R');
  });

  it('carries the other run beside each line, for the months it has', () => {
    const compared = incomeBySource(record, [], { scenarioId: 'pseudo-baseline', record: pseudoBaseline() });
    const patron = compared.series.find((series) => series.letter === 'I')!;
    expect(patron.against?.[40]).toBe(patron.values[40]);
    expect(patron.values[60] / patron.against![60]).toBeCloseTo(0.4, 3);
    const short = { ...pseudoBaseline(), months: 12 };
    const partly = incomeBySource(record, [], { scenarioId: 'short', record: short });
    expect(partly.series[0].against?.[12]).toBeNaN();
  });

  it('marks each month of change once, in order of date', () => {
    const marks = marksOf([
      { month: 73, label: 'b', why: '' },
      { month: 53, label: 'a', why: '' },
      { month: 73, label: 'c', why: '' },
    ]);
    expect(marks).toEqual([
      { number: 1, month: 53, label: 'a' },
      { number: 2, month: 73, label: 'b; c' },
    ]);
  });
});

describe('the factions table', () => {
  it('gives letters in the order of the world file, whatever the rows are sorted by', () => {
    const byFile = factionsFigure(record, world, june2018, 'file');
    const byTotal = factionsFigure(record, world, june2018, 'total');
    expect(byFile.rows.map((row) => row.letter).join('')).toBe('ABCDEFGHI');
    const letterOf = new Map(byFile.rows.map((row) => [row.name, row.letter]));
    for (const row of byTotal.rows) expect(row.letter).toBe(letterOf.get(row.name));
    const totals = byTotal.rows.map((row) => row.totalUsd);
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
  });

  it('splits a faction’s income into parts that add up to its total, and shares into one', () => {
    const figure = factionsFigure(record, world, june2018, 'file');
    for (const row of figure.rows)
      expect(row.parts.reduce((sum, part) => sum + part.usd, 0)).toBeCloseTo(row.totalUsd, 2);
    expect(figure.rows.reduce((sum, row) => sum + row.share, 0)).toBeCloseTo(1, 9);
  });

  it('looks back on ten months, on fewer at the start', () => {
    expect(factionsFigure(record, world, 3, 'file').rows[0].trend).toHaveLength(3);
    const { trend, totalUsd } = factionsFigure(record, world, june2018, 'file').rows[0];
    expect(trend).toHaveLength(trendMonths);
    expect(trend.at(-1)).toBe(totalUsd);
  });
});

describe('who holds what', () => {
  it('names the holder by letter, officials by none, and sets inland posts last', () => {
    const { posts } = whoHoldsWhat(record, world, june2018);
    expect(posts[0].holder?.letter).toBe('A');
    expect(posts[3].holder).toBeUndefined();
    expect(posts.map((post) => post.isInland)).toEqual([...Array(12).fill(false), ...Array(3).fill(true)]);
  });

  it('follows a holder that changes and a gate that closes', () => {
    const before = whoHoldsWhat(record, world, 72).posts;
    const after = whoHoldsWhat(record, world, 90).posts;
    expect([before[1].holder?.letter, after[1].holder?.letter]).toEqual(['B', 'E']);
    expect(whoHoldsWhat(record, world, 73).posts[2]).toMatchObject({ open: 0, trafficUsd: 0, flow: 0 });
  });

  it('keeps every flow between nothing and the largest of its kind', () => {
    for (let month = 1; month <= record.months; month++)
      for (const post of whoHoldsWhat(record, world, month).posts) {
        expect(post.flow).toBeGreaterThanOrEqual(0);
        expect(post.flow).toBeLessThanOrEqual(1);
      }
  });
});

describe('the event log', () => {
  it('tells changes and events up to the month in order of date, and nothing of the future', () => {
    const log = eventLog(record, experiment, 60);
    expect(log.map((entry) => entry.date)).toEqual(['Jun 2016', 'May 2018', 'Dec 2018']);
    expect(log[1]).toMatchObject({ mark: 1, text: 'transfer cut by 60%' });
  });

  it('puts events into words with the names of the world', () => {
    const texts = eventLog(record, experiment, record.months).map((entry) => entry.text);
    expect(texts).toContain('Elm Ring holder changed Birch Network at North Ford ($1.50m)');
    expect(texts).toContain('Elm Ring cannot pay its men: 40 men leave');
  });

  it('lets the note speak where nobody acts', () => {
    const overtaken = { ...record.events[0], type: 'line-leads', actorId: '', targetId: '', placeId: '' };
    const event = { ...overtaken, amountUsd: 2_000_000, note: 'customs overtakes patron' };
    expect(eventWords(event, new Map())).toBe('customs overtakes patron ($2.00m)');
  });

  it('says a change once, though the model notes it too', () => {
    const noted = { ...record.events[0], month: 53, type: 'change', note: 'transfer cut by 60%' };
    const log = eventLog({ ...record, events: [noted] }, experiment, 60);
    expect(log.map((entry) => entry.text)).toEqual(['transfer cut by 60%']);
  });
});

describe('the month in a sentence', () => {
  it('names a change in the month it starts', () => {
    expect(monthSentence(record, experiment, 53)[0]).toBe('Change 1: transfer cut by 60%');
    expect(monthSentence(record, experiment, 54)[0]).toMatch(/^Factions take \$/);
  });

  it('says what all take, the largest line and the largest move in a year, as the tables have them', () => {
    const clauses = monthSentence(record, experiment, june2018);
    const patron = (month: number): number => cellAt(record, 'by_month', 'income_patron_usd', month);
    const fallen = (patron(june2018 - 12) - patron(june2018)) / 1e6;
    expect(clauses).toContain(`patron -$${fallen.toFixed(2)}m in a year`);
    expect(clauses[1]).toMatch(/^customs \d+% of it$/);
  });

  it('sets another run beside it when there is one', () => {
    const clauses = monthSentence(record, experiment, 40, { scenarioId: 'baseline', record });
    expect(clauses[0]).toMatch(/^Factions take (\S+) \(baseline \1\)$/);
  });
});
