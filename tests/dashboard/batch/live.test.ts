import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLiveBatch } from '../../../src/dashboard/batch/live.ts';
import { type BatchCommand, commandOf } from '../../../src/dashboard/batch/state.ts';
import { readKeys } from '../../../src/dashboard/keys.ts';
import { plainLine, plainTheme } from '../../../src/dashboard/theme.ts';
import { madeUpBatch } from '../../fixtures/batch-snapshot.ts';

let frames: string[];
let commands: BatchCommand[];

function live() {
  return createLiveBatch(
    madeUpBatch(3),
    {
      theme: plainTheme(),
      size: () => ({ columns: 80, rows: 24 }),
      show: (lines) => frames.push(lines.map(plainLine).join('\n')),
      onFault: () => undefined,
    },
    { of: commandOf, obey: (command) => commands.push(command) },
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  [frames, commands] = [[], []];
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the live screen of a batch', () => {
  it('draws at most eight times a second, however much it is told', () => {
    const screen = live();
    for (let at = 0; at < 200; at++) {
      screen.update({ progress: madeUpBatch(at % 25).progress });
      vi.advanceTimersByTime(10);
    }
    expect(frames.length).toBeGreaterThan(8);
    expect(frames.length).toBeLessThanOrEqual(17);
  });

  it('draws nothing when nothing has changed, time within a second included', () => {
    const screen = live();
    screen.resize();
    vi.advanceTimersByTime(5000);
    screen.pass(7.0);
    screen.pass(7.9);
    vi.advanceTimersByTime(5000);
    expect(frames).toHaveLength(1);
    screen.pass(8.1);
    vi.advanceTimersByTime(5000);
    expect(frames).toHaveLength(2);
    expect(frames[1]).toContain('elapsed 0:08');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('handles all keys of one write, and passes on what they ask of the work', () => {
    const screen = live();
    screen.press(readKeys('mj qy').keys);
    screen.enter('finishing');
    screen.press(readKeys('q\u0003').keys);
    vi.advanceTimersByTime(1000);
    expect(commands).toEqual(['hold', 'stop', 'stop-now']);
    expect(frames.at(-1)).toContain('income_local_usd (m: outcome 2 of 2)');
    expect(frames.at(-1)).toContain('FINISHING');
  });
});
