import type { Comparison } from '../figures/comparison.ts';
import type { PairedRuns } from '../figures/paired-runs.ts';
import type { ParameterFacts } from '../figures/parameter-facts.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Tolls } from '../model/toll-curve.ts';
import type { Experiment } from '../model/world-spec.ts';
import type { ShownStudy } from './batch/snapshot.ts';
import type { GlyphName } from './paint/glyphs.ts';
import type { Size } from './paint/line.ts';
import type { Place } from './place.ts';
import { play } from './player.ts';
import { screen } from './screen.ts';
import { startState } from './screen-state.ts';
import type { Snapshot } from './snapshot.ts';
import { plainLine, plainTheme } from './theme.ts';

/** A run, a month and a size: all that one printed frame needs. */
export interface FrameOptions {
  readonly title: string;
  readonly scenarioId: string;
  readonly seed: number;
  readonly experiment: Experiment;
  readonly record: RunRecord;
  readonly comparison?: Comparison;
  /** Calendar month; one outside the run is taken to its nearest end. */
  readonly month: number;
  readonly size: Size;
  /** What is shown; the Run view unless said. */
  readonly place?: Partial<Place>;
  readonly pairs?: PairedRuns;
  /** The study that the run is of, as far as it is. */
  readonly study?: ShownStudy;
  readonly parameters?: readonly ParameterFacts[];
  /** What other tolls would bring at the post in view. */
  readonly tolls?: Tolls;
  readonly glyphs?: GlyphName;
}

/** One frame as text, as the paused screen shows it at that month: `size.rows` lines without trailing spaces, each ended by a newline. */
export function frameText(options: FrameOptions): string {
  const lines = screen(frameSnapshot(options), options.size, plainTheme(options.glyphs));
  return lines.map((line) => `${plainLine(line).trimEnd()}\n`).join('');
}

/** The paused screen at a month. */
export function frameSnapshot(options: FrameOptions): Snapshot {
  const { record, month } = options;
  const state = startState(record.firstMonth, record.months);
  const player = play(state.player, { kind: 'step', months: month - record.firstMonth });
  return {
    title: options.title,
    scenarioId: options.scenarioId,
    seed: options.seed,
    experiment: options.experiment,
    record,
    comparison: options.comparison,
    pairs: options.pairs,
    parameters: options.parameters ?? [],
    palette: 'A printed picture takes no shocks',
    status: '',
    ...(options.tolls && { tolls: options.tolls }),
    ...(options.study && { study: options.study }),
    state: { ...state, ...options.place, player },
  };
}
