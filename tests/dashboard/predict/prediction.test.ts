import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { frameSnapshot } from '../../../src/dashboard/frame.ts';
import { readKeys } from '../../../src/dashboard/keys.ts';
import type { Laboratory } from '../../../src/dashboard/laboratory.ts';
import { play } from '../../../src/dashboard/player.ts';
import { heldByPrediction, phaseOf } from '../../../src/dashboard/predict/prediction.ts';
import { startPredicting } from '../../../src/dashboard/predict/start-predicting.ts';
import { runScreen } from '../../../src/dashboard/run-screen.ts';
import { type ScreenState, startState, takeKey } from '../../../src/dashboard/screen-state.ts';
import { plainLine, plainTheme } from '../../../src/dashboard/theme.ts';
import { focusOf, panelInFocus } from '../../../src/dashboard/views.ts';
import { numberLaboratory } from '../../fixtures/number-laboratory.ts';
import {
  pseudoBaseline,
  pseudoExperiment,
  pseudoParameters,
  pseudoRecord,
} from '../../fixtures/pseudo-run.ts';

const experiment = pseudoExperiment();
const { title, scenarioId } = experiment;
const record = pseudoRecord();
const parameters = pseudoParameters();
const comparison = { scenarioId: 'pseudo-baseline', record: pseudoBaseline() };
const known = frameSnapshot({
  ...{ title, scenarioId, seed: 42, experiment, record, comparison, parameters },
  ...{ month: 1, size: { columns: 80, rows: 24 } },
});
const change = { window: { first: 53, last: 76 }, label: 'transfer cut by 60%' };
const start = startPredicting(startState(1, 156), { change });

/** A state after keys, a lone ESC written `<`, with the months held as the live screen holds them. */
function after(text: string, from: ScreenState = start): ScreenState {
  return [...text].reduce((state, letter) => {
    const key = letter === '<' ? { action: 'close' as const, text: '' } : readKeys(letter).keys[0];
    return heldByPrediction(takeKey(state, key, (now) => focusOf({ ...known, state: now })));
  }, from);
}
const passing = (state: ScreenState, seconds: number): ScreenState =>
  heldByPrediction({ ...state, player: play(state.player, { kind: 'pass', seconds }) });
const at = (month: number, state: ScreenState): ScreenState =>
  heldByPrediction({ ...state, player: { ...state.player, month } });

const asking = passing(start, 100);

describe('a prediction', () => {
  it('stops the run in the month before the change, however one comes there, and asks', () => {
    expect(asking.player).toMatchObject({ month: 52, isPlaying: false });
    expect(phaseOf(asking)).toBe('asking');
    expect(phaseOf(passing(start, 2))).toBe('none');
    expect(at(156, start).player.month).toBe(52);
    expect(after(':2020-01\r').player.month).toBe(52);
  });

  it('takes one key an answer, and after the third plays on and says to where', () => {
    const two = after('12', asking);
    expect(two.prediction?.answers).toEqual({ gains: 'income_patron_usd', pays: 'traders' });
    expect(two.player.isPlaying).toBe(false);
    const three = after('3', two);
    expect(three.prediction?.answers.pact).toBe('breaks');
    expect(three.player).toMatchObject({ month: 52, isPlaying: true });
    expect(two.notice).toBe('');
    expect(three.notice).toMatch(/^After \w+ \d{4} you see what happened$/);
  });

  it('takes 0 for the tenth answer, and no number that stands for none', () => {
    expect(after('0', asking).prediction?.answers).toEqual({ gains: 'nobody' });
    expect(after('17', asking).prediction?.answers).toEqual({ gains: 'income_patron_usd' });
  });

  it('takes up, down and Enter too, and starts each question at its first answer', () => {
    expect(after('jjk\r', asking).prediction?.answers.gains).toBe('income_payroll_usd');
    expect(after('j\r\r', asking).prediction?.answers).toMatchObject({ pays: 'state' });
    expect(after(`${'j'.repeat(20)}\r`, asking).prediction?.answers.gains).toBe('nobody');
  });

  it('is skipped question by question by Esc', () => {
    expect(after('<', asking).prediction?.answers).toEqual({ gains: '' });
    expect(after('<<<', asking).player.isPlaying).toBe(true);
  });

  it('lets help and the log be looked at, and holds the view meanwhile', () => {
    expect(after('?', asking).overlay).toBe('help');
    expect(after('?<1', asking).prediction?.answers).toEqual({ gains: 'income_patron_usd' });
    expect(after('L', asking).overlay).toBe('log');
    expect(after('l ]', asking)).toEqual(asking);
  });

  it('shows its answers when the judged months are over, paused, until a key', () => {
    const answered = after('123', asking);
    expect(phaseOf(passing(answered, 2))).toBe('none');
    const judged = passing(answered, 100);
    expect(phaseOf(judged)).toBe('judged');
    expect(judged.player.isPlaying).toBe(false);
    expect(phaseOf(after('\r', judged))).toBe('none');
    expect(after('\r', judged).player.month).toBe(judged.player.month);
    expect(phaseOf(after('<', judged))).toBe('none');
    expect(after('4', judged)).toMatchObject({ view: 'crossings', prediction: { isSeen: true } });
    const early = at(76, answered);
    expect(phaseOf(early)).toBe('judged');
    expect(after(' ', early).player.isPlaying).toBe(true);
  });

  it('holds the last of the judged months, however fast one comes there, and lets go of it once it was read', () => {
    const answered = after('123', asking);
    expect(passing(answered, 100).player.month).toBe(76);
    expect(at(156, answered).player.month).toBe(76);
    expect(at(156, after('\r', at(156, answered))).player.month).toBe(156);
  });

  it('is read question by question with up and down, where a screen is small', () => {
    const judged = at(76, after('123', asking));
    expect(phaseOf(after('jjjj', judged))).toBe('judged');
    expect(after('jjjj', judged).cursors.prediction).toBe(2);
    expect(after('jk', judged).cursors.prediction).toBe(0);
  });

  it('keeps its answers when one goes back, and shows them again when one comes again', () => {
    const seen = after('\r', at(80, after('123', asking)));
    const back = at(30, seen);
    expect(back.prediction?.answers).toEqual(seen.prediction?.answers);
    expect(phaseOf(at(60, back))).toBe('none');
    expect(phaseOf(at(77, at(60, back)))).toBe('judged');
  });

  it('says in a sentence that there is nothing to predict, and plays on', () => {
    const state = startPredicting(startState(1, 156), { change: undefined });
    expect(state.notice).toBe('Nothing to predict: no change comes after the first month.');
    expect(state.player.isPlaying).toBe(true);
    expect(passing(state, 100).player.month).toBe(156);
  });
});

describe('answers that are judged', () => {
  it('have a table to export: what was said beside what happened', () => {
    const state = passing(after('1111', at(52, start)), 100);
    expect(phaseOf(state)).toBe('judged');
    expect(phaseOf(after('e', state))).toBe('judged');
    expect(phaseOf(after('y', state))).toBe('judged');
    const table = panelInFocus({ ...known, state }, record).table?.();
    expect(table?.name).toBe('predictions');
    expect(table?.rows).toHaveLength(3);
    const columns = table!.columns.map(({ name }) => name);
    const first = Object.fromEntries(columns.map((name, column) => [name, table!.rows[0][column]]));
    expect(first).toMatchObject({
      from_date: '2018-05-01',
      until_date: '2020-04-01',
      compared_with: 'pseudo-baseline',
      question: "Which source of the factions' income gains most?",
    });
    expect(first.happened).not.toBe('');
    expect([0, 1]).toContain(first.is_right);
  });
});

describe('a prediction on the screen', () => {
  let frames: string[];
  beforeEach(() => {
    vi.useFakeTimers();
    frames = [];
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('has pairs played from the start, asks, and judges', async () => {
    let pairsAsked = 0;
    const laboratory: Laboratory = {
      ...numberLaboratory(),
      pair: () => {
        pairsAsked++;
        return () => {};
      },
    };
    const options = { title, scenarioId, seed: 42, experiment, record, parameters, comparison, laboratory };
    const surface = {
      theme: plainTheme(),
      size: () => ({ columns: 80, rows: 24 }),
      show: (lines: Parameters<typeof plainLine>[0][] | readonly Parameters<typeof plainLine>[0][]) =>
        void frames.push(lines.map(plainLine).join('\n')),
      onFault: (error: unknown) => {
        throw error;
      },
    };
    const stage = { leave: () => {}, open: () => {}, back: () => false };
    const live = runScreen({ ...options, predict: { change } })(surface, stage);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(pairsAsked).toBe(1);
    expect(frames.at(-1)).toContain('Predict first, 1 of 3');
    expect(frames.at(-1)).toContain('Next month, May 2018: transfer cut by 60%.');
    live.press(readKeys('111').keys);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(frames.at(-1)).toContain('What you expected, and what happened');
    expect(frames.at(-1)).toContain('still being played');
    live.close();
  });
});
