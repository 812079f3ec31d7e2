import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { frameSnapshot } from '../../src/dashboard/frame.ts';
import { type KeyAction, type Keystroke, readKeys } from '../../src/dashboard/keys.ts';
import { createLiveScreen } from '../../src/dashboard/live-screen.ts';
import { startState } from '../../src/dashboard/screen-state.ts';
import type { Snapshot } from '../../src/dashboard/snapshot.ts';
import { plainLine, plainTheme } from '../../src/dashboard/theme.ts';
import { pseudoExperiment, pseudoRecord } from '../fixtures/pseudo-run.ts';

const experiment = pseudoExperiment();
const record = pseudoRecord();
const size = { columns: 80, rows: 24 };
const { title, scenarioId } = experiment;
const playing: Snapshot = {
  ...frameSnapshot({ title, scenarioId, seed: 42, experiment, record, month: 1, size }),
  state: startState(1, 156),
};

const stroke = (action: KeyAction): readonly Keystroke[] => [{ action, text: '' }];

let frames: string[];

function live(snapshot: Snapshot, onFault: (error: unknown) => void = () => undefined, fps?: number) {
  return createLiveScreen(snapshot, {
    theme: plainTheme(),
    size: () => size,
    show: (lines) => frames.push(lines.map(plainLine).join('\n')),
    onFault,
    ...(fps && { fps }),
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a live screen', () => {
  it('redraws at most eight times a second while months pass', () => {
    live(playing).resize();
    vi.advanceTimersByTime(2000);
    expect(frames.length).toBeGreaterThan(8);
    expect(frames.length).toBeLessThanOrEqual(17);
    expect(frames.at(-1)).toContain('(m 9/156)');
  });

  it('redraws no more often than asked, and never more than eight times', () => {
    for (const [fps, most] of [
      [2, 5],
      [60, 17],
    ] as const) {
      frames = [];
      const screen = live(playing, undefined, fps);
      screen.resize();
      vi.advanceTimersByTime(2000);
      expect(frames.length).toBeGreaterThanOrEqual(4);
      expect(frames.length).toBeLessThanOrEqual(most);
      screen.close();
    }
  });

  it('draws once for many keys at once, and sets no timer while paused', () => {
    const screen = live(playing);
    screen.press(stroke('first'));
    for (let time = 0; time < 20; time++) screen.press(stroke('month-on'));
    vi.advanceTimersByTime(5000);
    expect(frames).toHaveLength(1);
    expect(frames[0]).toContain('(m 21/156)');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('goes back by one Esc where there is nothing to close, a notice or not', () => {
    const noticed: Snapshot = { ...playing, state: { ...playing.state, notice: 'wrote a file' } };
    const screen = live(noticed);
    expect(screen.press(stroke('close'))).toBe('back');
    expect(screen.now().state.notice).toBe('');
    const zoomed = live({ ...noticed, state: { ...noticed.state, isZoomed: true } });
    expect(zoomed.press(stroke('close'))).toBe('stay');
    expect(zoomed.now().state.isZoomed).toBe(false);
    expect(zoomed.press(stroke('close'))).toBe('back');
  });

  it('goes on where it was after a pause, however long', () => {
    const screen = live(playing);
    screen.resize();
    vi.advanceTimersByTime(1000);
    screen.press(stroke('toggle'));
    vi.advanceTimersByTime(60_000);
    screen.press(stroke('toggle'));
    vi.advanceTimersByTime(250);
    expect(frames.at(-1)).toMatch(/\(m [56]\/156\)/);
  });

  it('waits for a run that is still being played, then plays it from the start', () => {
    const screen = live({ ...playing, record: undefined });
    screen.resize();
    vi.advanceTimersByTime(3000);
    expect(frames).toHaveLength(1);
    expect(frames[0]).toContain('PLAYING THE RUN');
    screen.update({ record });
    vi.advanceTimersByTime(1000);
    expect(frames.at(-1)).toMatch(/\(m [45]\/156\)/);
  });

  it('tells of a fault once and draws no more', () => {
    const faults: unknown[] = [];
    const broken = { ...record, tables: record.tables.slice(0, 2) };
    live({ ...playing, record: broken }, (error) => faults.push(error)).resize();
    vi.advanceTimersByTime(3000);
    expect(faults).toHaveLength(1);
    expect(frames).toHaveLength(0);
  });

  it('leaves on q, but not while text is being typed', () => {
    const screen = live(playing);
    expect(screen.press(readKeys('/q?/123').keys)).toBe('stay');
    vi.advanceTimersByTime(200);
    expect(frames.at(-1)).toContain('filter: /q?/123_');
    expect(screen.press(readKeys('\rq').keys)).toBe('quit');
  });

  it('does nothing after it is closed', () => {
    const screen = live(playing);
    screen.resize();
    screen.close();
    screen.press(stroke('month-on'));
    vi.advanceTimersByTime(1000);
    expect(frames).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
