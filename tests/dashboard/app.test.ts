import { cleanup, render } from 'ink-testing-library';
import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Frame } from '../../src/dashboard/app.ts';
import { frameSnapshot } from '../../src/dashboard/frame.ts';
import { screen } from '../../src/dashboard/screen.ts';
import { chooseTheme, plainLine, terminalLine } from '../../src/dashboard/theme.ts';
import { pseudoExperiment, pseudoRecord } from '../fixtures/pseudo-run.ts';

afterEach(cleanup);

describe('what Ink makes of a frame', () => {
  it('is the frame, cell for cell, in colour too', () => {
    const experiment = pseudoExperiment();
    const { title, scenarioId } = experiment;
    const size = { columns: 100, rows: 24 };
    const snapshot = frameSnapshot({
      title,
      scenarioId,
      seed: 42,
      experiment,
      record: pseudoRecord(),
      month: 77,
      size,
    });
    const theme = chooseTheme({}, 'auto');
    const lines = screen(snapshot, size, theme);
    const { lastFrame } = render(
      createElement(Frame, { lines: lines.map((line) => terminalLine(line, theme)) }),
    );
    const shown = lastFrame()!
      .replace(/\u001b\[[\d;]*m/g, '')
      .split('\n')
      .map((row) => row.trimEnd());
    expect(shown).toEqual(lines.map((line) => plainLine(line).trimEnd()));
    expect(lastFrame()).toContain('\u001b[38;5;69m');
  });

  it('is cut, not wrapped, when the terminal has just become narrower', () => {
    const { lastFrame } = render(createElement(Frame, { lines: ['x'.repeat(130), 'y'] }));
    expect(lastFrame()!.split('\n')).toEqual([`${'x'.repeat(99)}…`, 'y']);
  });
});
