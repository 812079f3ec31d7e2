import { describe, expect, it } from 'vitest';
import { assertFinite, createTable } from '../../src/engine/recorder.ts';
import { assertBalanced, createLedger, pay, settle } from '../../src/model/ledger.ts';
import { Unfit } from '../../src/study/design/set-point.ts';
import { classify } from '../../src/study/failure-code.ts';
import { attemptRun } from '../../src/study/outcome.ts';
import { runReplicate } from '../../src/study/run.ts';
import { limitTime } from '../../src/study/time-limit.ts';
import { experimentOn, smallWorld } from '../fixtures/small-world.ts';

function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('the code of a failure', () => {
  it('tells a number that is not finite, by the words of the recorder itself', () => {
    const spec = {
      name: 't',
      meaning: '',
      key: null,
      entities: [],
      columns: [{ name: 'x', unit: 'usd' as const, meaning: '' }],
    };
    expect(classify(thrown(() => assertFinite(createTable(spec, 1))))).toEqual({
      stage: 'model',
      code: 'E_NOT_FINITE',
    });
  });

  it('tells broken books, by the words of the ledger itself', () => {
    const ledger = createLedger(2);
    const opening = ledger.balances.slice();
    pay(ledger, 0, 1, 0, 0, 0, 5);
    settle(ledger);
    ledger.balances[1] += 1;
    expect(classify(thrown(() => assertBalanced(ledger, opening, ['a', 'b'], 1))).code).toBe('E_BOOKS');
    expect(classify(thrown(() => pay(ledger, 0, 1, 0, 0, 0, 0.5))).code).toBe('E_BOOKS');
  });

  it('tells a point that does not fit from a fault of the model', () => {
    expect(classify(new Unfit('x'))).toEqual({ stage: 'design', code: 'E_POINT' });
    expect(classify(new Error('x'))).toEqual({ stage: 'model', code: 'E_MODEL' });
    expect(classify('x').code).toBe('E_MODEL');
  });
});

describe('a limit on time', () => {
  const experiment = experimentOn(smallWorld(), {}, { months: 6 });
  const play = (clock: () => number) =>
    attemptRun(runReplicate, experiment, 1, 1, { keepFlows: false, onMonth: limitTime(2, clock) });

  it('ends a run between two months, with a message that knows no clock', () => {
    let now = 0;
    const slow = play(() => (now += 900));
    expect(slow).toMatchObject({ status: 'failed', stage: 'time', code: 'E_TIME' });
    expect(slow).toMatchObject({ message: 'the run took longer than the 2 seconds that run_seconds allows' });
  });

  it('moves no number of a run that keeps to it, nor does a clock that jumps back end it', () => {
    let now = 1e6;
    const kept = play(() => (now -= 1e5));
    const free = attemptRun(runReplicate, experiment, 1, 1, { keepFlows: false });
    expect(kept).toEqual(free);
  });
});
