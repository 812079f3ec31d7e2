import { describe, expect, it } from 'vitest';
import { frameSnapshot } from '../../src/dashboard/frame.ts';
import { readKeys } from '../../src/dashboard/keys.ts';
import { type ScreenState, takeKey } from '../../src/dashboard/screen-state.ts';
import { focusOf } from '../../src/dashboard/views.ts';
import { pseudoExperiment, pseudoParameters, pseudoRecord } from '../fixtures/pseudo-run.ts';

const experiment = pseudoExperiment();
const { title, scenarioId, world } = experiment;
const start = frameSnapshot({
  ...{ title, scenarioId, seed: 42, experiment, record: pseudoRecord(), parameters: pseudoParameters() },
  ...{ month: 100, size: { columns: 80, rows: 24 } },
});

const esc = '\u001b';

/** The state after keys as a terminal sends them; a lone ESC is written `<`. */
function after(text: string): ScreenState {
  return [...text].reduce((state, letter) => {
    const key = letter === '<' ? { action: 'close' as const, text: '' } : readKeys(letter).keys[0];
    return takeKey(state, key, (now) => focusOf({ ...start, state: now }));
  }, start.state);
}

describe('keys on a run', () => {
  it('ask why of the faction under the cursor, as the list is sorted', () => {
    expect(after('jj\r').subject).toEqual({ kind: 'faction', index: 2 });
    expect(after('O\r').subject).toEqual({ kind: 'faction', index: 8 });
    expect(after('/hazel\r\r').subject).toEqual({ kind: 'faction', index: 7 });
  });

  it('open a crossing from the Run view, and from the map after a filter', () => {
    expect(after('\t\tj\r')).toMatchObject({ view: 'crossings', post: 1 });
    expect(after('4/canal\r\r')).toMatchObject({ view: 'crossings', post: world.crossings.length + 1 });
  });

  it('ask why of a crossing that is open, and lead back step by step', () => {
    expect(after('4j\r\r')).toMatchObject({ view: 'why', subject: { kind: 'post', index: 1 } });
    expect(after('4j\r\r<')).toMatchObject({ view: 'crossings', post: 1 });
    expect(after('4j\r\r<<')).toMatchObject({ view: 'crossings', post: undefined, trail: [] });
  });

  it('lead from a crossing to its rival', () => {
    expect(after('4\r\tj\r')).toMatchObject({ view: 'crossings', post: 2 });
  });

  it('ask why of an event from the log, of its cause, and of a change', () => {
    expect(after('L\r').subject).toEqual({ kind: 'event', seq: 6 });
    expect(after('Lkk\r').subject).toEqual({ kind: 'event', seq: 3 });
    expect(after('L\r\r').subject).toEqual({ kind: 'event', seq: 4 });
    expect(after('Lkkkkk\r').subject).toEqual({ kind: 'change', month: 53 });
  });

  it('ask why of a parameter from the list of all, and from the rules of a line', () => {
    expect(after('6j\r').subject).toEqual({ kind: 'parameter', name: 'trade.imports' });
    expect(after('5/patron\r\t\r').subject).toEqual({ kind: 'parameter', name: 'patron.transfer' });
  });

  it('scroll the sectors of the ledger, and no further than there are', () => {
    expect(after('5\t\t\tjj').cursors.ledger).toBe(2);
    expect(after(`5\t\t\t${'j'.repeat(40)}`).cursors.ledger).toBe(5);
  });

  it('do nothing while the run is still being played', () => {
    const waiting = { ...start, record: undefined };
    expect(focusOf(waiting)).toMatchObject({ list: 'factions', targets: [] });
    const keys = readKeys(`j\r4j\r${esc}[B`).keys;
    const state = keys.reduce((now, key) => takeKey(now, key, () => focusOf(waiting)), start.state);
    expect(state).toMatchObject({ view: 'crossings', post: undefined, trail: [] });
  });
});
