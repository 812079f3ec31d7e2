import { describe, expect, it } from 'vitest';
import type { BatchPhase } from '../../../src/dashboard/batch/snapshot.ts';
import {
  type BatchState,
  commandOf,
  pressBatch,
  startBatchState,
  watchCommandOf,
} from '../../../src/dashboard/batch/state.ts';
import { type KeyAction, readKeys } from '../../../src/dashboard/keys.ts';

const bounds = { outcomes: 3, scenarios: 2 };

function after(typed: string, start: BatchState = startBatchState): BatchState {
  return readKeys(typed).actions.reduce((state, key) => pressBatch(state, key, bounds), start);
}

const asked = (key: KeyAction, phase: BatchPhase, state = startBatchState) => commandOf(state, phase, key);

describe('the keys of a batch', () => {
  it('pick the outcome, round and round in both directions', () => {
    expect(after('m').outcome).toBe(1);
    expect(after('mmm').outcome).toBe(0);
    expect(after('M').outcome).toBe(2);
  });

  it('pick the scenario and stop at the ends', () => {
    expect(after('jj\u001b[B').selected).toBe(1);
    expect(after('jkk\u001b[A').selected).toBe(0);
  });

  it('open and close help, and the failures alone', () => {
    expect(after('?').overlay).toBe('help');
    expect(after('?f')).toMatchObject({ overlay: 'none', panel: 3, isZoomed: true });
    expect(after('ff')).toMatchObject({ panel: 0, isZoomed: false });
    expect(after('zf')).toMatchObject({ panel: 3, isZoomed: true });
    expect(pressBatch(after('f'), 'close', bounds).isZoomed).toBe(false);
    expect(pressBatch(after('f?'), 'close', bounds)).toMatchObject({ overlay: 'none', isZoomed: true });
  });

  it('lead from panel to panel, and give one the room of all', () => {
    expect(after('\t\t\u001b[Z').panel).toBe(1);
    expect([after('z').isZoomed, after('zz').isZoomed]).toEqual([true, false]);
  });

  it('ask once before q stops, and take anything but a yes for a no', () => {
    expect([after('q'), after('qn'), after('qm')].map((state) => state.isAsking)).toEqual([
      true,
      false,
      false,
    ]);
    expect(after('qm').outcome).toBe(0);
    expect(asked('quit', 'running')).toBeUndefined();
    for (const yes of readKeys('qy\r').actions) expect(asked(yes, 'running', after('q'))).toBe('stop');
    expect(asked('toggle', 'running', after('q'))).toBeUndefined();
  });

  it('stop by Ctrl-C without a question, and at once by another', () => {
    expect(asked('interrupt', 'running')).toBe('stop');
    expect(asked('interrupt', 'held', after('q'))).toBe('stop');
    expect(asked('interrupt', 'finishing')).toBe('stop-now');
    expect(asked('quit', 'finishing')).toBeUndefined();
  });

  it('hold the queue by space, but not while it is being finished', () => {
    expect([asked('toggle', 'running'), asked('toggle', 'held')]).toEqual(['hold', 'hold']);
    expect(asked('toggle', 'finishing')).toBeUndefined();
  });
});

describe('the keys of a study that is only watched', () => {
  it('leave at once, go back, and play the scenario', () => {
    const of = (typed: string, state = startBatchState) =>
      readKeys(typed).actions.map((key) => watchCommandOf(state, key));
    expect(of('q\u0003\r1')).toEqual(['quit', 'interrupt', 'play', 'play']);
    expect(watchCommandOf(startBatchState, 'close')).toBe('back');
    expect(of(' ymfjn\tze%')).toEqual(Array.from({ length: 10 }));
  });

  it('close what lies over the screen before they go back or play', () => {
    const help = after('?');
    expect([watchCommandOf(help, 'close'), watchCommandOf(help, 'open')]).toEqual([undefined, undefined]);
    expect(pressBatch(help, 'open', bounds).overlay).toBe('none');
    expect(watchCommandOf(help, 'quit')).toBe('quit');
  });

  it('give the panels their places back before they go back', () => {
    expect(watchCommandOf(after('z'), 'close')).toBeUndefined();
    expect(watchCommandOf(after('zz'), 'close')).toBe('back');
  });

  it('turn characters and theme', () => {
    expect(after('ggt')).toMatchObject({ glyphTurns: 2, themeTurns: 1 });
  });
});
