import { EventEmitter } from 'node:events';
import { frameSnapshot } from '../src/dashboard/frame.ts';
import type { Line } from '../src/dashboard/paint/line.ts';
import { screen } from '../src/dashboard/screen.ts';
import { chooseTheme, terminalLine } from '../src/dashboard/theme.ts';
import { loadScenario } from '../src/scenario/load.ts';
import { runReplicate } from '../src/study/run.ts';

/** The size that the design page names. */
export const size = { columns: 120, rows: 40 };

/** A terminal that takes every byte and shows nothing. */
export class SilentTerminal extends EventEmitter {
  readonly isTTY = true;
  readonly columns = size.columns;
  readonly rows = size.rows;
  bytes = 0;
  write(text: string, ...rest: readonly unknown[]): boolean {
    this.bytes += text.length;
    const done = rest.at(-1);
    if (typeof done === 'function') done();
    return true;
  }
  setRawMode(): this {
    return this;
  }
  setEncoding(): this {
    return this;
  }
  resume(): this {
    return this;
  }
  pause(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  read(): null {
    return null;
  }
}

/** The frames of the shipped first scenario, month by month and over again: as text of a terminal, line by line. */
export async function frameMaker(): Promise<(turn: number) => readonly string[]> {
  const { experiment } = await loadScenario('maximum-pressure', { shippedDir: '.' });
  const record = runReplicate(experiment, 1, 1);
  const theme = chooseTheme({}, 'auto');
  const { title, scenarioId, timeline } = experiment;
  return (turn) => {
    const month = timeline.firstMonth + (turn % timeline.months);
    const snapshot = frameSnapshot({ title, scenarioId, seed: 1, experiment, record, month, size });
    return screen(snapshot, size, theme).map((line: Line) => terminalLine(line, theme));
  };
}

/** Calls `draw` so many times, one every `everyMs`. */
export async function paced(turns: number, everyMs: number, draw: (turn: number) => void): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    draw(turn);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
