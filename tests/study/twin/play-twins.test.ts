import { describe, expect, it } from 'vitest';
import { parseMonth } from '../../../src/engine/calendar.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { changeRows } from '../../../src/study/change-timeline.ts';
import { runReplicate } from '../../../src/study/run.ts';
import { parameterDifferences } from '../../../src/study/twin/parameter-differences.ts';
import { playTwins } from '../../../src/study/twin/play-twins.ts';

const { experiment } = await loadScenario('two-gates', { shippedDir: '.', overrideMonths: 12 });
const may = parseMonth('2014-05')!;
const from = (month: number, value: number) => (at: number, before: number) => (at >= month ? value : before);

describe('two worlds played in step', () => {
  it('never part where they are the same', () => {
    expect(playTwins(experiment, experiment, 1, 1)).toEqual({
      parting: undefined,
      decision: undefined,
      consequences: [],
    });
  });

  it('part in the month of a change, at the phase that reads it, in what it moves', () => {
    const cut = changeRows(experiment, {
      'patron.transfer': (at, before) => (at >= may ? before / 2 : before),
    });
    const { parting, decision } = playTwins(experiment, cut, 1, 1);
    expect([parting!.month, parting!.phase]).toEqual([may, 'income from oil, patron and payroll']);
    const [payment] = parting!.differences;
    expect(payment.what).toBe('payment for patron (USD)');
    expect(payment.values[1] / payment.values[0]).toBeCloseTo(0.5, 6);
    expect([decision!.month, decision!.phase]).toEqual([may + 1, 'decisions on prices and effort']);
    expect(decision!.differences.map(({ what }) => what)).toContain('effort');
    expect(parameterDifferences(experiment, cut, may).map(({ name }) => name)).toEqual(['patron.transfer']);
    expect(parameterDifferences(experiment, cut, may + 1)).toEqual([]);
  });

  it('part at their founding where the first month differs', () => {
    const other = changeRows(experiment, { 'pact.cohesion': 0.1 });
    const { parting } = playTwins(experiment, other, 1, 1);
    expect(parting).toMatchObject({
      month: experiment.timeline.firstMonth,
      phase: 'the founding of the world',
    });
  });

  it('have the very events of runs played alone', () => {
    const broken = changeRows(experiment, { 'pact.cohesion': from(may, 0), 'trade.imports': from(may, 1e6) });
    const { consequences } = playTwins(experiment, broken, 3, 2);
    const alone = [experiment, broken].map((each) => runReplicate(each, 3, 2).events);
    const told = (world: 0 | 1) =>
      consequences.filter((one) => one.world === world).map(({ event }) => event);
    for (const world of [0, 1] as const)
      for (const event of told(world)) expect(alone[world]).toContainEqual(event);
  });
});
