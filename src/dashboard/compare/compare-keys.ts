import { comparedMeasures } from '../../figures/compared-measures.ts';
import type { KeyAction } from '../keys.ts';
import { filterRows } from '../list-state.ts';
import { type Player, play } from '../player.ts';
import type { Look, ScreenState } from '../screen-state.ts';
import { openPalette } from '../shock/shock-keys.ts';

/** The state after a key of comparing and of shocks; undefined for keys of neither. */
export function compareKey(state: ScreenState, key: KeyAction, look: Look): ScreenState | undefined {
  switch (key) {
    case 'shock':
      return openPalette(state, look(state).palette);
    case 'outcome':
    case 'outcome-back':
      return isComparing(state) ? otherMeasure(state, key === 'outcome' ? 1 : -1) : undefined;
    case 'swap':
      return isComparing(state) ? { ...state, isSwapped: !state.isSwapped } : state;
    case 'replay-shock':
      return replayFromShock(state);
    case 'replay-start':
      return { ...state, player: playFrom(state.player, state.player.firstMonth) };
    case 'present':
      return { ...state, isPresenting: !state.isPresenting, wantsPairs: true };
    case 'write':
      return writeScenario(state, look);
    default:
      return undefined;
  }
}

/** Whether A and B are on the screen. */
function isComparing({ view, isPresenting }: ScreenState): boolean {
  return view === 'compare' || isPresenting;
}

/** The measures that the list's filter leaves. */
export function listedMeasures(state: ScreenState): typeof comparedMeasures {
  return filterRows(state, 'measures', comparedMeasures, ({ label }) => label);
}

/** The next measure of the list, the first after the last. */
function otherMeasure(state: ScreenState, by: number): ScreenState {
  const count = Math.max(1, listedMeasures(state).length);
  const row = (Math.min(state.cursors.measures ?? 0, count - 1) + by + count) % count;
  return { ...state, cursors: { ...state.cursors, measures: row } };
}

function playFrom(player: Player, month: number): Player {
  const there = play(player, { kind: 'step', months: month - player.month });
  return there.month === there.lastMonth ? there : play(there, { kind: 'toggle' });
}

/** The month before is shown too, so that the shock is seen to come. */
function replayFromShock(state: ScreenState): ScreenState {
  const latest = state.thrown.shocks.at(-1);
  if (latest === undefined)
    return { ...state, notice: 'No shock has been fired: s throws one in, R replays from the start' };
  return { ...state, player: playFrom(state.player, latest.at - 1) };
}

function writeScenario(state: ScreenState, look: Look): ScreenState {
  const { palette } = look(state);
  if (typeof palette === 'string') return { ...state, notice: palette };
  return { ...state, request: { kind: 'scenario' } };
}
