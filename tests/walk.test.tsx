import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Text } from 'ink';
import { render } from 'ink-testing-library';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { frameSnapshot } from '../src/dashboard/frame.ts';
import { screen } from '../src/dashboard/screen.ts';
import { plainLine, plainTheme } from '../src/dashboard/theme.ts';
import { formatMonth, parseMonth } from '../src/engine/calendar.ts';
import { InvalidInput } from '../src/engine/problem.ts';
import { columnOf } from '../src/engine/recorder.ts';
import { incomeBySource } from '../src/figures/income-by-source.ts';
import { firstFaction, purposeIndex } from '../src/model/accounts.ts';
import { parameterDeclarations } from '../src/model/parameters.ts';
import { loadScenario } from '../src/scenario/load.ts';
import { runReplicate } from '../src/study/run.ts';

/**
 * One parameter walks through the house: *patron funding cut 60% in May 2018*, from its declaration to the cell, the picture
 * and the explanation. The best single proof that the parts fit.
 */
const cutMonth = parseMonth('2018-05') ?? 0;
const shelves = { shippedDir: '.' };
const place = mkdtempSync(join(tmpdir(), 'maabar-walk-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const maabar = (...words: string[]) =>
  execFileSync(process.execPath, ['bin/maabar.js', ...words], { encoding: 'utf8' });

describe('the walk of patron.transfer', async () => {
  const { experiment, world, changedBy } = await loadScenario('patron-cut-only', shelves);
  const record = runReplicate(experiment, 1, 1);
  const row = experiment.timeline.names.indexOf('patron.transfer');
  const valueIn = (month: number) => experiment.timeline.values[row * experiment.timeline.months + month - 1];

  it('is declared in the model, in dollars a month', () => {
    const declaration = parameterDeclarations.find(({ name }) => name === 'patron.transfer');
    expect(declaration).toMatchObject({ unit: 'usd_per_month', min: 0 });
  });

  it('is valued in the world, with a source that is cited', () => {
    const value = world.values.get('patron.transfer');
    expect(value?.points).toEqual([[1, 22_000_000]]);
    expect(value?.sources.map((key) => world.sources.has(key))).toEqual([true]);
  });

  it('is changed by the scenario, and a slip of the pen is met with its place and the right name', async () => {
    const text = readFileSync('scenarios/patron-cut-only.yaml', 'utf8');
    expect(parse(text).changes[0].set).toEqual({ 'patron.transfer': 'baseline * (1 - 0.6)' });
    const slip = join(place, 'slip.yaml');
    writeFileSync(slip, text.replace('patron.transfer:', 'patron.transfers:'));
    const line = text.split('\n').findIndex((one) => one.includes('patron.transfer:')) + 1;
    const error = await loadScenario(slip, shelves).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InvalidInput);
    const message = (error as InvalidInput).message;
    expect(message).toMatch(new RegExp(`slip\\.yaml:${line}:\\d+: `));
    expect(message).toContain('Did you mean "patron.transfer"?');
  });

  it('becomes a number for each month of the run', () => {
    expect(valueIn(cutMonth - 1)).toBe(22_000_000);
    expect(valueIn(cutMonth)).toBeCloseTo(8_800_000, 6);
    expect(changedBy.get('patron.transfer')).toHaveLength(1);
    expect(experiment.changes).toContainEqual(
      expect.objectContaining({ month: cutMonth, label: 'Transfer cut by 60%' }),
    );
  });

  it('is paid out to the cent, split over factions without a rest', () => {
    const { flows } = record;
    if (flows === null) throw new Error('the first replicate keeps its flows');
    const paid = (month: number, faction?: number) => {
      let cents = 0;
      for (let at = 0; at < flows.length; at++) {
        const isLine = flows.month[at] === month && flows.line[at] === purposeIndex.patron;
        if (isLine && (faction === undefined || flows.to[at] === firstFaction + faction))
          cents += flows.cents[at];
      }
      return cents;
    };
    expect(paid(cutMonth) / paid(cutMonth - 1)).toBeCloseTo(0.4, 3);
    const [byMonth, byFaction] = record.tables;
    expect(columnOf(byMonth, 'income_patron_usd')[cutMonth - 1]).toBe(paid(cutMonth) / 100);
    world.spec.factions.forEach((_, i) => {
      expect(columnOf(byFaction, 'income_patron_usd', i)[cutMonth - 1]).toBe(paid(cutMonth, i) / 100);
    });
  });

  it('is a cell of by_month.csv', () => {
    const out = join(place, 'study');
    maabar(
      'run',
      'patron-cut-only',
      '--seed',
      '1',
      '--replicates',
      '1',
      '--months',
      '60',
      '--plain',
      '--out',
      out,
    );
    const [header, ...rows] = readFileSync(join(out, 'tables', 'by_month.csv'), 'utf8')
      .trimEnd()
      .split('\n');
    const columns = header.split(',');
    expect(columns.slice(0, 6)).toEqual(['run_id', 'scenario_id', 'point_id', 'replicate', 'month', 'date']);
    const cell = (scenario: string, date: string) => {
      const cells = rows.map((one) => one.split(',')).find((one) => one[1] === scenario && one[5] === date);
      return Number(cells?.[columns.indexOf('income_patron_usd')]);
    };
    const income = columnOf(record.tables[0], 'income_patron_usd');
    expect(cell('patron-cut-only', '2018-05-01')).toBe(income[cutMonth - 1]);
    expect(cell('patron-cut-only', '2018-05-01') / cell('baseline', '2018-05-01')).toBeCloseTo(0.4, 9);
  });

  it('is a step in the picture, with a mark over it', () => {
    const figure = incomeBySource(record, experiment.changes);
    const patron = figure.series.find(({ letter }) => letter === 'I');
    expect((patron?.values[cutMonth - 1] ?? 0) / (patron?.values[cutMonth - 2] ?? 1)).toBeCloseTo(0.4, 3);
    expect(figure.marks.map(({ month }) => month)).toContain(cutMonth);
  });

  it('is on the screen: the patron before and after, and the change in the log of events', () => {
    const at = (month: number) => {
      const options = {
        title: experiment.title,
        scenarioId: 'patron-cut-only',
        seed: 1,
        experiment,
        record,
        month,
      };
      const size = { columns: 120, rows: 40 };
      const lines = screen(frameSnapshot({ ...options, size }), size, plainTheme()).map(plainLine);
      const { lastFrame } = render(<Text>{lines.join('\n')}</Text>);
      return lastFrame() ?? '';
    };
    const millions = (text: string) => Number(/I patron\s+([\d.]+)/.exec(text)?.[1]);
    expect(millions(at(cutMonth)) / millions(at(cutMonth - 1))).toBeCloseTo(0.4, 1);
    expect(at(cutMonth)).toContain('Transfer cut by 60%');
  });

  it('is explained backwards: from the outcome to the parameter, its change and its source', () => {
    const explained = maabar('explain', 'patron.transfer');
    expect(explained).toContain('patron-cut-only, 2018-05: baseline * (1 - 0.6)');
    expect(explained).toContain('Reuters');
    const outcome = maabar(
      'explain',
      'income_patron_usd',
      '--month',
      formatMonth(cutMonth),
      '--scenario',
      'patron-cut-only',
    );
    expect(outcome).toContain('$8.7');
  });
});
